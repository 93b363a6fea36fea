// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "document/tagset.h"

namespace masudi::coding::words {

inline bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Who, which, that, whose.
inline bool relative(Xpos tag) { return tag == Xpos::wdt || tag == Xpos::wp || tag == Xpos::wp_poss; }

// How "Iran-backed", "Saudi-led", "Houthi-held" tie a group to a name.
enum class Link { none, sponsor, led, held, based, other };
Link link(std::string_view participle);

// Heads that only count or gather what follows with "of": "dozens of soldiers", "a group of miners".
bool counts(std::string_view lemma);
// What a force or a state holds and is attacked in its place: "rebel positions", "Russian territory".
bool holding(std::string_view lemma);
// A part of a body that is called by the body's name: "the Syrian intelligence service", "the Hezbollah branch".
bool part_of_body(std::string_view lemma);
// Heads that speak or act for the body named with them: "a Hezbollah official", "a spokesman for the ministry".
bool stands_for(std::string_view sector);
// What armed forces do or use: "Israeli airstrikes" are an army's.
bool attack(std::string_view lemma);
// Ships and aircraft.
bool craft(std::string_view lemma);
// Words for a part of a country.
bool region(std::string_view lemma);
// "foreign governments", "world leaders": of no country in particular.
bool of_no_country(std::string_view lemma);
// Words for states and their governments ("the two neighbours"), for those who act for them ("both ministers"), and for
// whoever may stand on a side ("the two armies").
bool state(std::string_view word);
bool office_holder(std::string_view word);
bool side(std::string_view word);
// Prepositions that name the owner of a role ("police in Nairobi", "president of Bolivia"), the higher the closer; 0:
// none.
int owner_rank(std::string_view preposition);
// The sector of a body by the words of its name: "Office of …" GOV, "… University" EDU; a company where none tells.
std::string_view sector_of_name(std::string_view name);
// Verbs of holding, taking or leaving an office, which "as" names.
bool holds_office(std::string_view lemma);
// Last words of what an office is for: "Under Secretary for Political Affairs X".
bool office_matter(std::string_view form);
// Mr., Mrs., Dr.: stand before a name and say nothing of what the person does.
bool courtesy(std::string_view form);
// First words of names that are given to storms and campaigns, and of a cry: nobody's.
bool of_no_person(std::string_view form);
// Between the two names of a case or a match.
bool versus(std::string_view form);
// Days of the week and months.
bool calendar(std::string_view form);
// Parts of a family name that stand before its last word: al, bin, de, van.
bool particle(std::string_view folded);

}  // namespace masudi::coding::words
