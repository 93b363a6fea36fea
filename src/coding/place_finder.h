// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "coding/context.h"
#include "coding/place_surroundings.h"

namespace masudi::coding {

// What a place name may mean.
struct PlaceCandidate {
  bool country;      // of countries(), else of places()
  bool risky;        // known by a name that is also something else
  bool alias;        // not by its first name
  bool capital;      // of its country
  std::uint32_t id;  // of the record
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
  void consider(const Context& context, const NameMatch& match);
  void consider_owner(const Context& context, const NameMatch& match);
  void consider_risky(const Context& context, TokenIndex first);
  void consider_described(const Context& context, TokenIndex first);
  void consider_tagged(const Context& context, const Name& name);
  void add(const Context& context, TokenIndex first, TokenIndex last, std::uint32_t first_candidate);
  void take_doubted(const Context& context);
  void link(const Context& context);

  bool fits_case(std::string_view name, std::span<const knowledge::Atom> text, bool dateline);
  void add_candidates(const Context& context, TokenIndex first, TokenIndex last, bool risky_only);

  std::vector<PlaceMention> mentions_;
  std::vector<PlaceCandidate> candidates_;
  std::vector<std::pair<TokenIndex, TokenIndex>>
      doubted_;  // [first, last) of known names that nothing around speaks for
  PlaceSurroundings around_;
  std::vector<std::uint8_t> taken_;  // by token: a mention covers it
  std::vector<knowledge::Atom> written_;
};

}  // namespace masudi::coding
