// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "coding/places.h"

namespace masudi::coding {

// Collects the toponyms of one event. Each search says whether it added any or met one again. A view: what it is made
// of must outlive it.
class PlaceSearch {
 public:
  PlaceSearch(const Context& context, const Places& places) : c_(context), tree_(context.tree), places_(places) {}

  std::vector<const Toponym*> found;

  // Phrases that hang on `t` by a preposition of place: "in Aleppo", "at a market in the city of X".
  bool below(TokenIndex t);

  // The place that a nominal is, and those that it lies in. `depth`: steps down so far.
  bool phrase(TokenIndex t, int depth = 0);

  // The same, only where the token itself is part of a toponym; of a country only with `countries`.
  bool named(TokenIndex t, bool countries);

 private:
  bool take(TokenIndex t);

  const Context& c_;
  const Tree& tree_;
  const Places& places_;
};

// "a discussion on the conflict in Burma": what is talked about is elsewhere. Of a phrase that hangs on another word.
bool is_topic(const Tree& tree, TokenIndex phrase);

// Whether a phrase stands after a preposition of place: its own, or one that the parser gave to a word before its head
// ("in the capital Damascus").
bool stands_where(const Tree& tree, TokenIndex t);
// People who sit somewhere else than where what they do happens.
bool is_seat_holder(std::string_view lemma);

// place_nearby.cpp: what else in the sentence says where: the nearest phrase after "in" and its like, whatever it hangs
// on. Parsers hang many such phrases on the wrong word, and few sentences tell of two places. Else the nearest name
// that follows such a word though the tree has it otherwise; else the only town, region or site that the sentence
// names; these two only with `names`.
void search_nearby(const Tree& tree, std::span<const Toponym> all, TokenIndex trigger, bool names, PlaceSearch& search);

}  // namespace masudi::coding
