// SPDX-License-Identifier: Apache-2.0
#include "coding/place_search.h"

#include <algorithm>
#include <array>

#include "coding/place_words.h"

namespace masudi::coding {
namespace {

constexpr int kDeepest = 6;  // steps down into a phrase

bool is_where(std::string_view preposition) {
  return preposition != "of" && preposition != "between" && preposition != "amid" && is_place_preposition(preposition);
}

// "in response to", "in support of": no place, whatever place is named behind it.
bool is_manner(std::string_view lemma) {
  constexpr auto kNouns = std::to_array<std::string_view>(
      {"accordance", "addition", "answer",     "case",     "connection", "contrast",    "cooperation", "coordination",
       "defence",    "defense",  "exchange",   "favor",    "favour",     "honor",       "honour",      "light",
       "line",       "memory",   "opposition", "order",    "parallel",   "protest",     "reaction",    "reference",
       "regard",     "relation", "reply",      "reprisal", "response",   "retaliation", "return",      "revenge",
       "solidarity", "support",  "turn",       "view",     "violation"});
  static_assert(std::ranges::is_sorted(kNouns));
  return std::ranges::binary_search(kNouns, lemma);
}

bool is_talk(std::string_view lemma) {
  return lemma == "agreement" || lemma == "conference" || lemma == "consultation" || lemma == "debate" ||
         lemma == "deal" || lemma == "dialogue" || lemma == "discussion" || lemma == "meeting" ||
         lemma == "negotiation" || lemma == "summit" || lemma == "talk";
}

}  // namespace

bool is_topic(const Tree& tree, TokenIndex phrase) {
  const TokenIndex up = tree.head(phrase);
  return up != kNoToken && tree.preposition(phrase) == "on" && is_talk(tree.lemma(up));
}

bool stands_where(const Tree& tree, TokenIndex t) {
  for (const TokenIndex child : tree.children(t)) {
    const Relation r = tree.relation(child);
    if (r == Relation::case_ && is_where(tree.lemma(child))) return true;
    if ((r == Relation::nmod_desc || r == Relation::compound) && child < t && is_where(tree.preposition(child)))
      return true;
  }
  return false;
}

bool PlaceSearch::below(TokenIndex t) {
  bool any = false;
  for (const TokenIndex child : tree_.children(t)) {
    switch (tree_.relation(child)) {
      case Relation::obl:
      case Relation::nmod:
      case Relation::obl_unmarked:
      case Relation::nmod_unmarked:
      case Relation::advmod:
      case Relation::obl_agent:
        if ((stands_where(tree_, child) && !is_manner(tree_.lemma(child)) && !is_topic(tree_, child)) ||
            (is_house(tree_.form(child)) && is_house_preposition(tree_.preposition(child))))
          any |= phrase(child, 0);
        break;
      // What belongs to a name may hang on its last word.
      case Relation::flat: any |= below(child); break;
      default: break;
    }
  }
  return any;
}

bool PlaceSearch::phrase(TokenIndex t, int depth) {
  if (depth > kDeepest) return false;
  bool any = take(t);
  for (const TokenIndex child : tree_.children(t)) {
    switch (tree_.relation(child)) {
      case Relation::nmod:
        if (const auto word = tree_.preposition(child);
            word == "of" || (stands_where(tree_, child) && !is_topic(tree_, child)))
          any |= phrase(child, depth + 1);
        break;
      case Relation::nmod_poss:
      case Relation::compound:
        // "a United States operation": whose it is, not where.
        if (const Toponym* owner = places_.at(child);
            owner == nullptr || owner->place.precision != Precision::country) {
          any |= phrase(child, depth + 1);
        }
        break;
      case Relation::appos:
      case Relation::conj:
      case Relation::list:
      case Relation::flat:
      case Relation::nmod_unmarked:
      case Relation::nmod_desc:
      case Relation::dep: any |= phrase(child, depth + 1); break;
      default: break;
    }
  }
  return any;
}

bool PlaceSearch::named(TokenIndex t, bool countries) {
  const Toponym* place = places_.at(t);
  if (place == nullptr || (!countries && place->place.precision == Precision::country)) return false;
  return phrase(t, 0);
}

bool PlaceSearch::take(TokenIndex t) {
  const Toponym* place = places_.at(t);
  if (place == nullptr) return false;
  // "his first journey outside North Korea"
  if (place->place.precision == Precision::country && tree_.preposition(t) == "outside") return false;
  if (std::find(found.begin(), found.end(), place) == found.end()) found.push_back(place);
  return true;
}

bool is_seat_holder(std::string_view lemma) {
  return lemma == "government" || lemma == "administration" || lemma == "regime" || lemma == "embassy" ||
         lemma == "ambassador" || lemma == "authority" || lemma == "official" || lemma == "headquarters";
}

}  // namespace masudi::coding
