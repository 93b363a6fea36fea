// SPDX-License-Identifier: Apache-2.0
#include "coding/quantities.h"

#include <algorithm>

#include "coding/numbers.h"

namespace masudi::coding {
namespace {

constexpr int kMostMembers = 30;

// The first token of what belongs to the nominal before it: numbers, adverbs of bound, determiners.
TokenIndex start_of(const Tree& tree, TokenIndex t) {
  TokenIndex first, last;
  tree.core(t, first, last);
  for (TokenIndex c : tree.children(t)) {
    const Relation r = tree.relation(c);
    if (c > t || (r != Relation::nummod && r != Relation::advmod && r != Relation::amod && r != Relation::det &&
                  r != Relation::obl && r != Relation::nmod))
      continue;
    TokenIndex a, b;
    tree.core(c, a, b);
    first = std::min(first, a);
    for (TokenIndex d : tree.children(c)) first = std::min(first, d);
  }
  return first;
}

// Whether a number token counts the nominal: hangs on it, directly or through other words of the number.
bool belongs(const Tree& tree, TokenIndex number, TokenIndex nominal) {
  TokenIndex t = number;
  for (int steps = 0; steps < 4; ++steps) {
    if (t == nominal) return true;
    const TokenIndex up = tree.head(t);
    if (up == kNoToken || tree.is_verb(t)) return false;
    const Relation r = tree.relation(t);
    if (r == Relation::conj || r == Relation::appos || r == Relation::nmod_poss) return false;
    if (up != nominal && tree.upos(up) != Upos::num && !counts(tree.lemma(up))) return false;
    t = up;
  }
  return false;
}

// "25-year-old", "2015": no counts.
bool is_age_or_year(const Tree& tree, const NumberPhrase& n) {
  const std::string_view after = n.last < tree.size() ? tree.form(n.last) : std::string_view{};
  if (after == "-" || after == "%" || after == "percent" || after == "th" || after == "\xC2\xB0") return true;
  if (after.size() > 1 && after[0] == '-') return true;
  return false;
}

}  // namespace

std::optional<Range> count_of_one(const Context& context, TokenIndex nominal) {
  const Tree& tree = context.tree;
  const TokenIndex sentence_first = context.analysis.sentences[tree.sentence(nominal)].first;
  // "dozens of people", "a pair of explosions": the noun before "of" counts.
  TokenIndex from = start_of(tree, nominal), counter = nominal;
  for (int steps = 0; steps < 3; ++steps) {
    const TokenIndex up = tree.head(counter);
    const bool of =
        up != kNoToken && up < counter && tree.relation(counter) == Relation::nmod && tree.preposition(counter) == "of";
    if (!of || !(counts(tree.lemma(up)) || tree.upos(up) == Upos::num)) break;
    counter = up;
    from = std::min(from, start_of(tree, up));
  }
  // "Hundreds of thousands": the counting noun is the head and goes on behind it.
  const TokenIndex sentence_last = context.analysis.sentences[tree.sentence(nominal)].last;
  const TokenIndex end = counts(tree.lemma(nominal)) || tree.upos(nominal) == Upos::num
                             ? std::min(nominal + 3, sentence_last)
                             : nominal + 1;
  for (TokenIndex at = from; at <= nominal;) {
    auto found = count_phrase(tree, at, end);
    if (!found || found->first > nominal) return std::nullopt;
    const TokenIndex number = found->last - 1;  // its last word: "20 to 30"
    const bool ours = belongs(tree, number, nominal) || belongs(tree, found->first, nominal) || number == counter ||
                      (counter != nominal && number >= from && number <= counter) || number > nominal;
    if (ours && !is_age_or_year(tree, *found)) {
      // The words of a bound may hang elsewhere: look a little further back for them.
      const TokenIndex back = found->first >= sentence_first + 3 ? found->first - 3 : sentence_first;
      if (const auto wider = count_phrase(tree, back, end); wider && wider->last == found->last) found = wider;
      return found->range;
    }
    at = std::max(found->last, at + 1);
  }
  return std::nullopt;
}

std::optional<Range> count_of(const Context& context, TokenIndex nominal) {
  const Tree& tree = context.tree;
  auto sum = count_of_one(context, nominal);
  int members = 0;
  const auto is_one = [&](TokenIndex t) {
    const TokenIndex det = tree.child(t, Relation::det);
    return det != kNoToken && (tree.lemma(det) == "a" || tree.lemma(det) == "an" || tree.lemma(det) == "another") &&
           tree.xpos(t) == Xpos::nn;
  };
  const auto add = [](Range& to, const Range& more) {
    to.low = to.low && more.low ? std::optional(*to.low + *more.low) : std::nullopt;
    to.high = to.high && more.high ? std::optional(*to.high + *more.high) : std::nullopt;
  };
  bool first_is_one = false;
  if (!sum && is_one(nominal)) sum = Range{1, 1}, first_is_one = true;
  for (TokenIndex c : tree.children(nominal)) {
    const bool listed = tree.relation(c) == Relation::conj ||
                        (tree.relation(c) == Relation::appos && count_of_one(context, c).has_value());
    if (!listed || !tree.is_nominal(c) || ++members > kMostMembers) continue;
    auto more = count_of_one(context, c);
    if (!more && is_one(c)) more = Range{1, 1};
    if (!more || !sum) return first_is_one ? std::nullopt : sum;
    add(*sum, *more);
    first_is_one = false;
  }
  if (first_is_one) return std::nullopt;
  return sum;
}

void measure(const Context& context, TokenIndex trigger, Event& event) {
  measure_people(context, trigger, event);
  measure_forces(context, trigger, event);
}

}  // namespace masudi::coding
