// SPDX-License-Identifier: Apache-2.0
// Times counted from the report or from what was told before: "yesterday", "two weeks ago", "last month", "the next
// day".
#include "coding/time_reader.h"

#include <algorithm>
#include <array>

#include "coding/clause.h"
#include "coding/time_units.h"

namespace masudi::coding {
namespace {

using enum TimeKind;

// "Two years ago" is as exact as its unit: that year; "a year ago": that month; "two days ago": that day.
Days around(Date day, Unit u, int count) {
  const YearMonthDay at = split(day);
  if (u == Unit::month || (u == Unit::year && count == 1)) return month_of(at.year, at.month);
  if (u == Unit::year) return year_of(at.year);
  if (u == Unit::decade || u == Unit::century) return year_of(at.year);
  return day_only(day);
}

}  // namespace

Tense TimeReader::tense(At i) const {
  const TokenIndex clause = clause_of(tree_, base_ + std::min<At>(i, static_cast<At>(words_.size()) - 1));
  const Tense said = tense_of(tree_, clause);
  // "Extends the curfew until March", "would be closed until March", "a ban effective May 1": a day that lies ahead.
  const TimeWord b = before(i, 1);
  const bool ahead = said != Tense::past || (clause != kNoToken && tree_.child_with_lemma(clause, "would") != kNoToken);
  const bool effective = i > 0 && (form(i - 1) == "effective" || (i > 1 && form(i - 2) == "effective"));
  if ((b.is(Joint::until) || effective) && ahead) return Tense::future;
  // "Was extended to May 1", "beginning May 1": whichever is nearer.
  const bool limit = b.is(Joint::until) || b.is(Joint::to) || b.is(Joint::by) || b.is(Joint::start);
  return said == Tense::past && limit ? Tense::present : said;
}

// "two", "3", "a couple of"; 0 where there is none.
int TimeReader::number_at(At i, At& last) const {
  if (w(i).is(number) && w(i).value == 1 && w(i + 1).is(number) && w(i + 1).value == 2) ++i;  // "a couple"
  if (!w(i).is(number) || w(i).value <= 0 || w(i).value > kMostUnits) return 0;
  last = i + 1;
  if (w(last).is(Joint::of)) ++last;
  return w(i).value;
}

// "today", "yesterday morning", "overnight", "the weekend", "that day", "the same day", "the eve".
std::optional<TimeReader::Found> TimeReader::day_word(At i, std::optional<Date> anchor) const {
  const TimeWord a = w(i);
  if (a.is(deictic)) return Found{i + 1 + (w(i + 1).is(daypart) ? 1 : 0), day_only(published_ + a.value)};
  if (a.is(overnight)) return Found{i + 1, {published_ - 1, published_}};
  if (a.is(weekend)) return Found{i + 1, weekend_at(published_, Which::plain, tense(i))};
  const bool day_follows = (w(i + 1).is(unit) && unit_of(w(i + 1)) == Unit::day) || w(i + 1).is(daypart);
  if (a.is(same) && day_follows) {
    if (!anchor) return std::nullopt;
    return Found{i + 2, day_only(*anchor), true};
  }
  if (a.is(previous) && day_follows) return Found{i + 2, day_only(anchor.value_or(published_) - 1), anchor.has_value()};
  const bool forward = a.is(following) || (a.is(next) && before(i, 1).is(Joint::the));
  if (forward && day_follows) {
    if (anchor) return Found{i + 2, day_only(*anchor + 1), true};
    return Found{i + 2, day_only(published_ + 1)};
  }
  // "the day before", "the night before", "the day after" with nothing behind them that they are counted from.
  const bool day = a.is(daypart) || (a.is(unit) && unit_of(a) == Unit::day);
  if (day && (w(i + 1).is(Joint::before) || w(i + 1).is(Joint::after)) && before(i, 1).is(Joint::the)) {
    const Upos next = i + 2 >= words_.size() ? Upos::punct : tree_.upos(base_ + i + 2);
    if (next == Upos::punct || next == Upos::adp || next == Upos::cconj)
      return Found{i + 2, day_only(anchor.value_or(published_) + (w(i + 1).is(Joint::before) ? -1 : 1)),
                   anchor.has_value()};
  }
  return std::nullopt;
}

// "two weeks ago", "three days earlier", "a year later".
std::optional<TimeReader::Found> TimeReader::counted(At i, std::optional<Date> anchor) const {
  At at = i;
  const int count = number_at(i, at);
  if (count == 0 || !w(at).is(unit)) return std::nullopt;
  const Unit u = unit_of(w(at));
  const TimeWord how = w(at + 1);
  if (how.is(ago)) return Found{at + 2, around(shift(published_, u, -count), u, count)};
  if (how.is(earlier) || how.is(Joint::before)) {
    if (how.is(Joint::before) && at + 2 < words_.size() && tree_.upos(base_ + at + 2) != Upos::punct)
      return std::nullopt;
    return Found{at + 2, around(shift(anchor.value_or(published_), u, -count), u, count), anchor.has_value()};
  }
  if (how.is(later) && anchor) return Found{at + 2, around(shift(*anchor, u, count), u, count), true};
  return std::nullopt;
}

// The unit or season behind "last", "this", "next", "previous", "following": "last week", "the past two months".
std::optional<TimeReader::Found> TimeReader::unit_after(At i, TimeWord how, std::optional<Date> anchor) const {
  const int back = how.is(TimeKind::last) || how.is(previous) ? -1 : how.is(next) || how.is(following) ? 1 : 0;
  const Which which = back < 0 ? Which::last : back > 0 ? Which::next : Which::this_;
  const Tense when = back > 0 ? Tense::future : tense(i);
  if (w(i).is(weekend)) return Found{i + 1, weekend_at(published_, which, when)};
  if (w(i).is(daypart)) {
    if (how.is(following) || how.is(previous)) return std::nullopt;
    return Found{i + 1, day_only(published_ + (back < 0 ? -1 : back))};
  }
  if (w(i).is(season)) {
    const auto days = season_at(published_, static_cast<Season>(w(i).value), which, when);
    return days ? std::optional(Found{i + 1, *days}) : std::nullopt;
  }
  At at = i;
  if (const int count = number_at(i, at); count > 0 && w(at).is(unit) && back != 0 && !how.is(following)) {
    const Unit u = unit_of(w(at));
    const Date far = shift(published_, u, back * count);
    if (back > 0) return Found{at + 1, {published_, far}};
    // "the last two days" of a report are those before it.
    return Found{at + 1, {far, u == Unit::day ? published_ - 1 : published_}};
  }
  if (!w(i).is(unit)) return std::nullopt;
  const bool stretch =
      how.is(TimeKind::last) && before(i, 2).is(Joint::the);  // "for the past month", "over the last year"
  const Unit u = unit_of(w(i));
  if (stretch && length_of(u) > 0 && tree_.xpos(base_ + i) == Xpos::nn)
    return Found{i + 1, {shift(published_, u, -1), published_}};
  if (tree_.xpos(base_ + i) == Xpos::nns) return std::nullopt;  // "in past years": no days
  const Date from = (how.is(previous) || how.is(following)) && anchor ? *anchor : published_;
  const bool anaphoric = from != published_;
  switch (u) {
    case Unit::week: return Found{i + 1, cut(week_at(from, back), published_, when), anaphoric};
    case Unit::month: return Found{i + 1, cut(month_at(from, back), published_, when), anaphoric};
    case Unit::year: return Found{i + 1, cut(year_at(from, back), published_, when), anaphoric};
    case Unit::decade:
      return Found{i + 1, cut(decade_of((split(from).year / 10 + back) * 10), published_, when), anaphoric};
    default: return std::nullopt;
  }
}

// "For the first time since 1949", "the largest march in Seoul since 2008": nothing like it happened from then on.
bool TimeReader::is_first_since(At since) const {
  constexpr At kFarthest = 16;  // words before "since"
  for (At n = 1; n <= kFarthest && n <= since; ++n) {
    const TokenIndex t = base_ + since - n;
    if ((tree_.upos(t) == Upos::punct && !w(since - n).is(Joint::comma)) || tree_.is_verb(t)) return false;
    const bool counts = tree_.upos(t) == Upos::adj && tree_.form(t).ends_with("th");  // "thirteenth"
    if (w(since - n).is(ordinal) || counts || tree_.xpos(t) == Xpos::jjs || tree_.lemma(t) == "time") return true;
  }
  return false;
}

// "Is adjourned until Friday", "postpones the vote until March": what is decided now, not what lasts until then.
bool TimeReader::is_put_off(At until) const {
  static constexpr std::array<std::string_view, 5> kVerbs = {"adjourn", "defer", "delay", "postpone", "suspend"};
  static_assert(std::ranges::is_sorted(kVerbs));
  const TokenIndex clause = clause_of(tree_, base_ + until);
  return clause != kNoToken && std::ranges::binary_search(kVerbs, tree_.lemma(clause));
}

// By the preposition before it; the words of the expression itself may begin with an article or an edge.
TimeRole TimeReader::role(At i, At last) const {
  for (At n = 1; n <= 3 && n <= i; ++n) {
    const TimeWord b = before(i, n);
    const TokenIndex governed = tree_.head(base_ + i - n);  // "after Friday's raid": after the raid, on Friday
    const bool own = governed != kNoToken && governed + 4 >= base_ + i && governed < base_ + last;
    if (b.is(TimeKind::word) && !b.is(Joint::the) && !own) return TimeRole::at;
    if (b.is(Joint::since)) return is_first_since(i - n) ? TimeRole::bound : TimeRole::since;
    if (b.is(Joint::until)) return is_put_off(i - n) ? TimeRole::bound : TimeRole::until;
    if (b.is(Joint::before) || b.is(Joint::after)) return TimeRole::bound;
    if (!b.is(Joint::the) && !b.is(earlier) && !b.is(edge)) return TimeRole::at;
  }
  return TimeRole::at;
}

std::optional<TimeReading> TimeReader::read(TokenIndex token, std::optional<Date> anchor) const {
  const At i = token - base_;
  const TimeWord a = w(i);
  std::optional<Found> found;
  TimeRole as = TimeRole::at;
  if (a.is(none) || (a.is(TimeKind::last) && tree_.upos(token) == Upos::verb)) {
    const char c = form(i).empty() ? '\0' : form(i)[0];
    if (c != 'C' && c != 'N' && (c < '0' || c > '9')) return std::nullopt;
    found = feast(i);
    if (!found) found = days_before_month(i);
  } else {
    const auto keep = [&](std::optional<Found> other) {
      if (other && (!found || other->last > found->last)) found = other;
    };
    keep(part(i));
    keep(calendar(i));
    keep(day_word(i, anchor));
    keep(counted(i, anchor));
    keep(hours(i, anchor));
    if (a.is(TimeKind::last) || a.is(this_) || a.is(next) || a.is(previous) || a.is(following))
      keep(unit_after(i + 1, a, anchor));
    if (const auto so_long = length(i); so_long && (!found || so_long->last > found->last))
      found = so_long, as = TimeRole::length;
    if (const auto roughly = vague(i); roughly && !found) found = roughly, as = TimeRole::vague;
  }
  if (!found) return std::nullopt;
  if (as != TimeRole::length && as != TimeRole::vague) as = role(i, found->last);
  Days days = found->days;
  if (as == TimeRole::since) {
    if (days.from > published_) return std::nullopt;
    days = {days.from, published_};
  } else if (as == TimeRole::until) {
    days = {std::min(published_, days.to), days.to};
  }
  return TimeReading{token, base_ + found->last, days, as, found->anaphoric};
}

}  // namespace masudi::coding
