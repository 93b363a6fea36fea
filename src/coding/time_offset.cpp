// SPDX-License-Identifier: Apache-2.0
#include "coding/time_offset.h"

#include "coding/calendar.h"
#include "coding/draft.h"
#include "coding/time_units.h"

namespace masudi::coding {
namespace {

constexpr int kMaxSteps = 3;  // from the trigger up to the word that "after" stands before

bool is_order(std::string_view lemma) {
  return lemma == "after" || lemma == "before" || lemma == "following" || lemma == "since";
}

// Whether what is told of a word goes for the word above it: "the attack's victims", "losing a vote".
bool goes_up(const Tree& tree, TokenIndex t) {
  switch (tree.relation(t)) {
    case Relation::compound:
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::obj:
    case Relation::obl_agent:
    case Relation::conj:
    case Relation::xcomp: return true;
    case Relation::nmod: return tree.preposition(t) == "of";
    default: return false;
  }
}

TokenIndex order_before(const Tree& tree, TokenIndex t) {
  for (TokenIndex c : tree.children(t)) {
    const Relation r = tree.relation(c);
    if ((r == Relation::case_ || r == Relation::mark) && c < t && is_order(tree.lemma(c))) return c;
  }
  return kNoToken;
}

// The day of the clause that it is counted from.
Date day_of(const Context& context, const Times& times, TokenIndex clause) {
  if (const auto when = times.of_event(context, clause); when && when->role == TimeRole::at && when->from == when->to)
    return when->from;
  if (const auto story = times.story_day(context, clause, false)) return story->from;
  // "The speech came a week after": from the day that the story told of last, however long ago.
  const TokenIndex subject = context.tree.logical_subject(clause);
  if (subject != kNoToken && points_back(context.tree, subject)) {
    if (const auto day = times.last_day(context, clause)) return *day;
  }
  return context.document.date;
}

// How many units: "six weeks", "the day"; 0 where it is not told.
int count_before(const Tree& tree, TokenIndex unit, TokenIndex first) {
  if (unit == first) return 0;
  const TimeWord number = time_word(tree.form(unit - 1));
  if (number.is(TimeKind::number) && number.value > 0 && number.value <= kMostUnits) return number.value;
  return number.is(Joint::the) && tree.xpos(unit) == Xpos::nn ? 1 : 0;
}

}  // namespace

std::optional<TimeMention> counted_from(const Context& context, const Times& times, TokenIndex told) {
  const Tree& tree = context.tree;
  const TokenIndex first = context.analysis.sentences[tree.sentence(told)].first;
  TokenIndex t = told, order = order_before(tree, t);
  for (int steps = 1; order == kNoToken && steps < kMaxSteps && goes_up(tree, t); ++steps)
    t = tree.head(t), order = order_before(tree, t);
  if (order == kNoToken || order == first || tree.head(t) == kNoToken) return std::nullopt;
  const TokenIndex unit = order - 1;
  const TimeWord word = time_word(tree.form(unit));
  if (!word.is(TimeKind::unit) || length_of(unit_of(word)) == 0) return std::nullopt;
  const Date day = day_of(context, times, tree.head(t));
  TimeMention m{unit, order, unit, told, day, day, TimeRole::vague};
  const int count = count_before(tree, unit, first);
  if (count == 0) return tree.xpos(unit) == Xpos::nns ? std::optional(m) : std::nullopt;
  m.role = TimeRole::at;
  m.from = m.to = shift(day, unit_of(word), tree.lemma(order) == "before" ? count : -count);
  if (unit_of(word) != Unit::month) return m;
  const YearMonthDay at = split(m.from);
  const Days month = month_of(at.year, at.month);
  m.from = month.from, m.to = month.to;
  return m;
}

}  // namespace masudi::coding
