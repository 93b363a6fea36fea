// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/date.h"
#include "knowledge/knowledge.h"

namespace masudi::coding {

// Who somebody is on one day, as views into the knowledge or the document. Empty where unknown.
struct Who {
  std::string_view code;
  std::string_view sectors;  // joined by ';', first is primary
  std::string_view name;     // usual full name
  std::string_view sponsor;
  std::string_view office;
  std::int32_t left = 0;  // of a former official: the last day in office, in days since 1970-01-01

  bool known() const { return !code.empty() || !sectors.empty() || !name.empty(); }
  std::string_view sector() const { return sectors.substr(0, sectors.find(';')); }
};

// A known person, organisation or group as of `day`: the facts whose range covers the day; of a person the term of
// office, the last one that ended (as a former official, ELI, after GOV and LEG), or the one to come. `title`: a title
// that stands before the name; of several offices held on that day it is this one.
Who who_is(const knowledge::Knowledge& knowledge, const knowledge::EntityRecord& entity, Date day,
           std::string_view title = {});

// The person who goes by `name` (folded words: the family name alone, or with more of it) after this title because he
// or she holds that office on the day ("President Goulart" in 1962), else was the last of that name to hold it. None if
// it is nobody, or may be people of several states.
std::optional<std::uint32_t> titled_person(const knowledge::Knowledge& knowledge, std::string_view title,
                                           std::span<const knowledge::Atom> name, Date day);

// Whether a person holds some office or role on that day; of others whether they exist then.
bool is_active(const knowledge::Knowledge& knowledge, const knowledge::EntityRecord& entity, Date day);

// Whoever is named by half of a compound ("Russian" in "pro-Russian", "government" in "anti-government"): a country or
// nationality, a known name, a role word that acts for a state (then without a code). Nothing known if it names nobody.
Who who_in_compound(const knowledge::Knowledge& knowledge, std::string_view part, Date day);

}  // namespace masudi::coding
