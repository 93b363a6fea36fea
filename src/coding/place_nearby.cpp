// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "coding/place_search.h"
#include "coding/place_words.h"

namespace masudi::coding {
namespace {

// The phrase after "in" or its like that this toponym stands in; kNoToken if there is none.
TokenIndex phrase_of(const Tree& tree, const Toponym& toponym) {
  TokenIndex phrase = toponym.head;
  for (int steps = 0; steps < 3 && !stands_where(tree, phrase); ++steps) {
    const Relation r = tree.relation(phrase);
    if (tree.head(phrase) == kNoToken ||
        (r != Relation::nmod && r != Relation::compound && r != Relation::nmod_poss && r != Relation::appos &&
         r != Relation::flat && r != Relation::nmod_unmarked)) {
      return kNoToken;
    }
    phrase = tree.head(phrase);
  }
  const std::string_view word = tree.preposition(phrase);
  if (word != "in" && word != "at" && word != "near" && word != "outside" && word != "inside" && word != "across")
    return kNoToken;
  const TokenIndex owner = tree.head(phrase);
  return owner != kNoToken && is_seat_holder(tree.lemma(owner)) ? kNoToken : phrase;
}

// Whether a preposition of place stands before the name, whatever the tree says: "in the northern city of X".
bool follows_preposition(const Tree& tree, const Toponym& toponym) {
  TokenIndex t = toponym.first;
  const std::uint32_t sentence = tree.sentence(t);
  for (int steps = 0; steps < 5 && t > 0 && tree.sentence(t - 1) == sentence; ++steps) {
    --t;
    const std::string_view word = tree.lemma(t);
    if (word == "in" || word == "at" || word == "near" || word == "outside" || word == "inside" || word == "across" ||
        word == "over" || word == "into" || word == "on")
      return true;
    const bool passes = tree.upos(t) == Upos::det || tree.upos(t) == Upos::adj || is_direction(word) ||
                        (tree.is_verb(t) && tree.relation(t) == Relation::amod) || is_town_word(word) ||
                        is_region_word(word) || word == "of" || tree.xpos(t) == Xpos::pos ||
                        tree.upos(t) == Upos::propn;
    if (!passes) return false;
  }
  return false;
}

// "according to a diplomat in Accra", "a discussion on the conflict in Burma": where the source or the topic is.
bool is_of_source_or_topic(const Tree& tree, TokenIndex t) {
  constexpr int kHighest = 8;
  for (int steps = 0; steps < kHighest && t != kNoToken && !tree.is_verb(t); ++steps, t = tree.head(t)) {
    const std::string_view p = tree.preposition(t);
    if (p == "according" || p == "accord" || is_topic(tree, t)) return true;
  }
  return false;
}

}  // namespace

void search_nearby(const Tree& tree, std::span<const Toponym> all, TokenIndex trigger, bool names,
                   PlaceSearch& search) {
  constexpr std::ptrdiff_t kReach = 16;  // toponyms to either side
  const auto at =
      std::lower_bound(all.begin(), all.end(), trigger, [](const Toponym& a, TokenIndex t) { return a.first < t; });
  const auto from = all.begin() + std::max<std::ptrdiff_t>(0, at - all.begin() - kReach);
  const auto to = all.end() - at > kReach ? at + kReach : all.end();
  const auto away = [&](TokenIndex t) { return t > trigger ? t - trigger : trigger - t; };
  TokenIndex best = kNoToken, after = kNoToken, only = kNoToken;
  int finer = 0;
  for (auto toponym = from; toponym != to; ++toponym) {
    if (tree.sentence(toponym->first) != tree.sentence(trigger) || is_of_source_or_topic(tree, toponym->head)) continue;
    const TokenIndex phrase = toponym->resolved ? phrase_of(tree, *toponym) : kNoToken;
    if (phrase != kNoToken && (best == kNoToken || away(phrase) < away(best))) best = phrase;
    const bool nearer = after == kNoToken || away(toponym->head) < away(after);
    if (nearer && follows_preposition(tree, *toponym)) after = toponym->head;
    if (toponym->place.precision != Precision::country) ++finer, only = toponym->head;
  }
  if (best != kNoToken && search.phrase(best, 0)) return;
  if (!names) return;
  if (after != kNoToken && search.named(after, true)) return;
  if (finer == 1) search.phrase(only, 0);
}

}  // namespace masudi::coding
