// SPDX-License-Identifier: Apache-2.0
// Parts of stretches, days with a name, and lengths: "the end of the year", "the third quarter of 2021", "Christmas",
// "a two-day strike".
#include <algorithm>
#include <array>

#include "coding/clause.h"
#include "coding/time_reader.h"
#include "coding/time_units.h"

namespace masudi::coding {
namespace {

using enum TimeKind;

}  // namespace

// "earlier this month", "the beginning of the year", "the third quarter of 2021", "summer of 2014", "the fifth
// anniversary".
std::optional<TimeReader::Found> TimeReader::part(At i) const {
  if ((w(i).is(earlier) || w(i).is(later)) && w(i + 1).is(this_)) {
    auto found = unit_after(i + 2, w(i + 1), std::nullopt);
    if (!found) return std::nullopt;
    if (w(i).is(later)) {
      const TimeWord u = w(i + 2);
      const Days whole = u.is(unit) && unit_of(u) == Unit::week    ? week_at(published_, 0)
                         : u.is(unit) && unit_of(u) == Unit::month ? month_at(published_, 0)
                                                                   : year_at(published_, 0);
      found->days = {std::min(published_ + 1, whole.to), whole.to};
    } else {
      found->days.to = std::min(found->days.to, published_);
    }
    return found;
  }
  const bool edge_word = w(i).is(Joint::start) || w(i).is(Joint::end);
  if ((edge_word || w(i).is(edge)) && (w(i + 1).is(Joint::of) || w(i).is(edge))) {
    At at = i + (edge_word ? 2 : 1);
    const Edge edge = edge_word ? (w(i).is(Joint::start) ? Edge::early : Edge::late) : static_cast<Edge>(w(i).value);
    const TimeWord how = w(at);
    if ((how.is(Joint::the) || how.is(this_) || how.is(TimeKind::last) || how.is(next)) && w(at + 1).is(unit)) {
      const int back = how.is(TimeKind::last) ? -1 : how.is(next) ? 1 : 0;
      const Unit u = unit_of(w(at + 1));
      if (u == Unit::month) return Found{at + 2, part_of(month_at(published_, back), edge)};
      if (u == Unit::year) return Found{at + 2, part_of(year_at(published_, back), edge)};
      if (u == Unit::week) return Found{at + 2, part_of(week_at(published_, back), edge)};
      return std::nullopt;
    }
    Stamp s;
    if (!edge_word) return std::nullopt;
    if (const At last = stamp(at, s); last > at && !s.has_day()) {
      s.edge = edge;
      if (const auto days = resolve(s, published_, tense(i))) return Found{last, *days};
    }
    return std::nullopt;
  }
  if (w(i).is(ordinal) && w(i + 1).is(quarter) && w(i).value <= w(i + 1).value) {
    Which which = Which::plain;
    At last = i + 2;
    const int y = year_after(i + 2, last, which);
    if (y == 0) return std::nullopt;
    const int k = w(i).value;
    if (w(i + 1).value == 4) return Found{last, quarter_of(y, k)};
    return Found{last, {quarter_of(y, 2 * k - 1).from, quarter_of(y, 2 * k).to}};
  }
  if (w(i).is(season)) {
    Which which = Which::plain;
    At last = i + 1;
    if (const int y = year_after(i + 1, last, which); y != 0)
      return Found{last, season_of(y, static_cast<Season>(w(i).value))};
    return std::nullopt;
  }
  if (w(i).is(ordinal) && w(i + 1).is(anniversary))
    return Found{i + 2, day_only(add_months(published_, -12 * w(i).value))};
  return std::nullopt;
}

// Days that have a name: "Christmas", "New Year's Eve", "9/11".
std::optional<TimeReader::Found> TimeReader::feast(At i) const {
  const std::string_view word = form(i);
  if (word == "9/11") return Found{i + 1, day_only(*make_date(2001, 9, 11))};
  Stamp s;
  At last = i;
  if (word == "Christmas") {
    s.month = 12, s.day = w(i + 1).is(Joint::eve) ? 24 : 25;
    last = i + 1 + (w(i + 1).is(Joint::eve) || (w(i + 1).is(unit) && unit_of(w(i + 1)) == Unit::day) ? 1 : 0);
  } else if (word == "New" && w(i + 1).is(unit) && form(i + 1) == "Year" && i + 3 < words_.size() &&
             form(i + 2) == "'s") {
    const bool eve_follows = w(i + 3).is(Joint::eve);
    if (!eve_follows && !(w(i + 3).is(unit) && unit_of(w(i + 3)) == Unit::day)) return std::nullopt;
    s.month = eve_follows ? 12 : 1, s.day = eve_follows ? 31 : 1;
    last = i + 4;
  } else {
    return std::nullopt;
  }
  if (const int y = year_after(last, last, s.which); y != 0) s.year = y;
  if (const auto days = resolve(s, published_, tense(i))) return Found{last, *days};
  return std::nullopt;
}

namespace {

// What is told by how long it has gone on.
bool goes_on(std::string_view lemma) {
  static constexpr std::array<std::string_view, 37> kThings = {
      "absence",   "battle",     "blockade",      "bombardment", "boycott",    "campaign",  "captivity", "conflict",
      "crackdown", "crisis",     "detention",     "dispute",     "drill",      "drought",   "exercise",  "fighting",
      "hunt",      "insurgency", "investigation", "march",       "occupation", "offensive", "operation", "protest",
      "rebellion", "search",     "siege",         "sit-in",      "stand-off",  "standoff",  "stay",      "strike",
      "tour",      "trial",      "trip",          "visit",       "war"};
  static_assert(std::ranges::is_sorted(kThings));
  return std::ranges::binary_search(kThings, lemma);
}

// "begin an exercise", "a strike begins", in the present of headlines.
bool begins(const Tree& tree, TokenIndex thing) {
  const TokenIndex verb = tree.head(thing);
  if (verb == kNoToken || tense_of(tree, verb) != Tense::present) return false;
  const std::string_view lemma = tree.lemma(verb);
  const Relation r = tree.relation(thing);
  return (r == Relation::obj || r == Relation::nsubj) &&
         (lemma == "begin" || lemma == "start" || lemma == "launch" || lemma == "embark");
}

}  // namespace

// "a two-day strike", "the seven-week-long siege": so many days up to the report; "begin a six-day exercise": from it
// on.
std::optional<TimeReader::Found> TimeReader::length(At i) const {
  if (const auto days = row_of_days(i)) return days;
  if (!w(i).is(number) || w(i).value <= 0 || w(i).value > kMostUnits || !w(i + 1).is(Joint::dash) || !w(i + 2).is(unit))
    return std::nullopt;
  const Unit u = unit_of(w(i + 2));
  if (length_of(u) == 0 || tree_.xpos(base_ + i + 2) == Xpos::nns) return std::nullopt;
  const At last = i + 3;
  TokenIndex thing = base_ + i + 2;
  while (thing < base_ + last && tree_.head(thing) != kNoToken) thing = tree_.head(thing);
  // "a two-year sentence", "a ten-week truce" are what lies ahead.
  if (thing < base_ + last || !goes_on(tree_.lemma(thing))) return std::nullopt;
  if (begins(tree_, thing)) return Found{last, {published_, shift(published_, u, w(i).value) - 1}};
  // Some days are told as the day of the report.
  if (length_of(u) < 7) return std::nullopt;
  return Found{last, {shift(published_, u, -w(i).value), published_}};
}

// "In three days of fighting", "enter their fourth day": the days up to the report. Who marches "for a fourth day"
// marches on that day.
std::optional<TimeReader::Found> TimeReader::row_of_days(At i) const {
  const bool days = w(i + 1).is(unit) && unit_of(w(i + 1)) == Unit::day;
  const TimeWord b = before(i, 1);
  if (w(i).is(number) && w(i).value > 1 && w(i).value <= kMostUnits && days && w(i + 2).is(Joint::of)) {
    if (b.is(Joint::in) || b.is(Joint::after)) return Found{i + 2, {published_ - (w(i).value - 1), published_}};
    return std::nullopt;
  }
  if (!w(i).is(ordinal) || w(i).value < 2 || i == 0) return std::nullopt;
  At at = i + 1;
  if (at < words_.size() && (form(at) == "consecutive" || form(at) == "straight" || form(at) == "successive")) ++at;
  const bool day = w(at).is(unit) && unit_of(w(at)) == Unit::day;
  const bool night = w(at).is(daypart) && form(at) == "night";
  if (!day && !night) return std::nullopt;
  const TokenIndex clause = clause_of(tree_, base_ + at);
  const std::string_view verb = clause == kNoToken ? std::string_view() : tree_.lemma(clause);
  const bool goes_on = verb == "enter" || verb == "reach";
  if (!goes_on || tense(i) == Tense::future) return std::nullopt;
  return Found{at + 1, {published_ - (w(i).value - 1), published_}};
}

// "hours earlier", "some hours ago": the same day.
std::optional<TimeReader::Found> TimeReader::hours(At i, std::optional<Date> anchor) const {
  const At at = i + (w(i).is(some) ? 1 : 0);
  if (!w(at).is(unit) || length_of(unit_of(w(at))) != 0 || tree_.xpos(base_ + at) != Xpos::nns) return std::nullopt;
  const bool earlier_follows = w(at + 1).is(earlier);
  if (!earlier_follows && !w(at + 1).is(ago)) return std::nullopt;
  return Found{at + 2, day_only(earlier_follows && anchor ? *anchor : published_)};
}

// "recent weeks", "the last few years", "several months ago", "years earlier".
std::optional<TimeReader::Found> TimeReader::vague(At i) const {
  At at = i;
  const bool leads = w(at).is(recent) || w(at).is(TimeKind::last) || w(at).is(next);
  if (leads) ++at;
  const bool some_follow = w(at).is(some);
  if (some_follow) ++at;
  if (!w(at).is(unit) || tree_.xpos(base_ + at) != Xpos::nns) return std::nullopt;
  const bool ends = w(at + 1).is(ago) || w(at + 1).is(earlier);
  if (!ends && !w(i).is(recent) && !(leads && some_follow)) return std::nullopt;
  const Unit u = unit_of(w(at));
  if (length_of(u) == 0) return std::nullopt;
  if (w(i).is(next)) return Found{at + 1, {published_, shift(published_, u, 9)}};
  // What is told of years without a number is past; the last of them may be the present one, but is mostly not meant.
  const bool old = length_of(u) >= 365;
  return Found{at + (ends ? 2 : 1),
               {shift(published_, u, old ? -10 : -9), old ? shift(published_, u, -1) : published_}};
}

}  // namespace masudi::coding
