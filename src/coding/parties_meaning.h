// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "coding/context.h"
#include "coding/places.h"

namespace masudi::coding {

enum class Sense : std::uint8_t { country, nationality, capital, seat, entity, role, place };

// What a known name in the text was taken for, of the meanings it may have.
struct Meaning {
  TokenIndex first;
  TokenIndex last;
  TokenIndex head;  // the token of the name whose head in the tree is outside
  Sense sense;
  bool plural;            // the plural of a role or of a nation's people
  std::uint32_t id;       // into countries, entities, roles or places
  std::string_view code;  // the country that goes with it; empty for entities and roles

  bool is_geographic() const { return sense != Sense::entity && sense != Sense::role; }
};

// Words of a name: tokens [first, last).
struct NameWords {
  TokenIndex first = kNoToken;
  TokenIndex last = kNoToken;
  bool empty() const { return first == last; }
};

// A proper noun by either of its tags.
inline bool proper_noun(const Tree& tree, TokenIndex t) {
  return tree.upos(t) == Upos::propn || tree.xpos(t) == Xpos::nnp || tree.xpos(t) == Xpos::nnps;
}

// "South American presidents", "Latin Americans": of a continent, and of no country.
inline bool is_of_continent(const Tree& tree, TokenIndex t) {
  const std::string_view form = tree.form(t);
  if (t == 0 || (form != "American" && form != "Americans")) return false;
  const std::string_view before = tree.form(t - 1);
  return before == "South" || before == "Latin" || before == "Central" || before == "North";
}

// "Congress" alone, known as the American one: other states have one too.
inline bool is_congress(const Tree& tree, const Meaning& m) {
  return m.sense == Sense::entity && m.last - m.first == 1 && tree.form(m.first) == "Congress";
}

// Chooses one meaning for every known name of a document: by the day, by what else the document names, by the tags.
class Meanings {
 public:
  void read(const Context& context, const Places& places);

  std::vector<Meaning>& all() { return meanings_; }
  const std::vector<Meaning>& all() const { return meanings_; }  // in the order of the text
  // The person's name of the language step that covers the token, without titles and nationality; empty where there is
  // none.
  NameWords person_at(TokenIndex t) const { return person_of_[t] == 0 ? NameWords{} : persons_[person_of_[t] - 1]; }
  // The meaning of the name that covers the token; null where there is none.
  const Meaning* at(TokenIndex t) const { return covering_[t] == 0 ? nullptr : &meanings_[covering_[t] - 1]; }

 private:
  void locate(const Places& places);
  void find_persons(const Context& context);
  bool is_part_of_name(const Context& context, const NameMatch& match) const;
  bool is_family_name(const Context& context, const NameMatch& match) const;
  void trim(const Context& context, NameWords& words) const;
  bool family_alone(const Context& context, const NameMatch& match, const knowledge::NameRef& ref) const;
  bool titled(const Context& context, const NameMatch& match) const;
  void count_countries(const Context& context);
  void choose(const Context& context, const NameMatch& match);
  int score(const Context& context, const NameMatch& match, const knowledge::NameRef& ref) const;
  int score_entity(const Context& context, const NameMatch& match, const knowledge::NameRef& ref) const;
  std::uint32_t mentions_of(const Context& context, std::string_view code) const;

  std::vector<Meaning> meanings_;
  std::vector<NameWords> persons_;
  std::vector<std::uint64_t> families_;       // last words of the names of persons, by hash
  std::vector<std::uint32_t> person_of_;      // by token: 1 + index into persons_
  std::vector<std::uint32_t> covering_;       // by token: 1 + index into meanings_
  std::vector<std::uint32_t> country_count_;  // by country: how often the document surely names it
  std::vector<std::uint32_t> counted_;        // the countries counted
  std::vector<std::uint32_t> full_names_;     // entities that stand with a name of more than one word, sorted
};

}  // namespace masudi::coding
