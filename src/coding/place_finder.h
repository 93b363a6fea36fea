// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coding/context.h"

namespace masudi::coding {

// What a place name may mean.
struct PlaceCandidate {
  bool country;      // of countries(), else of places()
  bool risky;        // known by a name that is also something else
  bool alias;        // not by its first name
  bool capital;      // of its country
  std::uint32_t id;  // of the record
};

// What stands around a place name.
enum PlaceHint : std::uint32_t {
  kHintPreposition = 1,  // after a preposition of place
  kHintTagged = 2,       // the language step names a place here
  kHintRegion = 4,       // "X province", "the province of X"
  kHintTown = 8,         // "the city of X"
  kHintInside = 16,      // ", Y" follows: Y is what it lies in
  kHintCapitals = 32,    // written in capitals
  kHintExact = 64,       // the language step names this place with these words
};

constexpr std::uint32_t kNoMention = 0xFFFFFFFF;

// A place name in the text and all that it may mean.
struct PlaceMention {
  TokenIndex first;
  TokenIndex last;
  TokenIndex head;
  std::uint64_t name;  // of its folded words: equal names, equal values
  std::uint32_t first_candidate;
  std::uint32_t candidates;  // 0: a place by the looks of it, not known
  std::uint32_t hints;
  std::uint32_t container;  // the mention after it that says what it lies in; kNoMention
};

// Finds the names of places in a document: known names that are not part of a person's or an organisation's name, names
// that are safe only by what stands around them, and unknown names that the language step takes for places. Keeps its
// memory from document to document. Linear in the text.
class PlaceFinder {
 public:
  void find(const Context& context);

  std::span<const PlaceMention> mentions() const { return mentions_; }  // in the order of the text, none overlapping
  std::span<const PlaceCandidate> candidates(const PlaceMention& m) const {
    return std::span(candidates_).subspan(m.first_candidate, m.candidates);
  }

 private:
  void read_names(const Context& context);
  void consider(const Context& context, const NameMatch& match);
  void consider_owner(const Context& context, const NameMatch& match);
  void consider_risky(const Context& context, TokenIndex first);
  void consider_tagged(const Context& context, const Name& name);
  void add(const Context& context, TokenIndex first, TokenIndex last, std::uint32_t first_candidate);
  void link(const Context& context);

  void add_candidates(const Context& context, TokenIndex first, TokenIndex last, bool risky_only);
  bool of_a_person(const Context& context, TokenIndex first, TokenIndex last, bool large, std::uint32_t hints) const;
  bool of_a_body(const Context& context, TokenIndex first, TokenIndex last, bool state) const;
  bool safe_by_context(const Context& context, TokenIndex first, TokenIndex last, std::uint32_t hints) const;
  std::uint32_t hints_of(const Context& context, TokenIndex first, TokenIndex last) const;
  std::uint64_t hash_of(const Context& context, TokenIndex first, TokenIndex last);
  const Name* name_at(const Context& context, TokenIndex t) const;

  std::vector<PlaceMention> mentions_;
  std::vector<PlaceCandidate> candidates_;
  std::vector<std::uint32_t> name_of_;   // by token: 1 + index into analysis.names
  std::vector<std::uint8_t> taken_;      // by token: a mention covers it
  std::vector<std::uint64_t> families_;  // last words of persons named in full, folded and hashed, sorted
  std::vector<knowledge::Atom> atoms_;
  std::vector<knowledge::Atom> written_;
};

// The form of a token in lower case without its full stop (ASCII; other letters as they are).
void lower_form(const Context& context, TokenIndex t, std::string& out);
bool is_capitalised(std::string_view form);

}  // namespace masudi::coding
