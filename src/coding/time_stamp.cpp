// SPDX-License-Identifier: Apache-2.0
#include "coding/time_stamp.h"

#include <algorithm>
#include <cstdlib>

namespace masudi::coding {
namespace {

// A date ahead is nearer than one behind when the one behind is more than this many days away and the one ahead less.
constexpr int kLongAgo = 270;
constexpr int kSoon = 60;

std::optional<Days> month_and_day(const Stamp& s, Date published, Tense tense) {
  const int year = split(published).year;
  std::optional<Date> behind, ahead;
  for (int y = year - 8; y <= year + 8; ++y) {  // 29 February comes every eighth year at the latest
    const auto day = make_date(y, s.month, s.day);
    if (!day) continue;
    if (s.weekday >= 0 && static_cast<int>(weekday(*day)) == s.weekday && std::abs(y - year) <= 1)
      return day_only(*day);
    if (*day <= published) behind = day;
    if (*day >= published && !ahead) ahead = day;
  }
  if (!behind || !ahead) return std::nullopt;
  if (s.which == Which::next) return day_only(*ahead);
  if (s.which == Which::last) return day_only(*behind);
  if (tense == Tense::future) return day_only(*ahead);
  if (tense == Tense::present && published - *behind > kLongAgo && *ahead - published < kSoon) return day_only(*ahead);
  return day_only(*behind);
}

Days month_alone(const Stamp& s, Date published, Tense tense) {
  const YearMonthDay now = split(published);
  const int apart = (now.month - s.month + 12) % 12;  // months since it was last
  int year = now.year - (s.month > now.month ? 1 : 0);
  switch (s.which) {
    case Which::last:
      if (apart == 0) --year;
      break;
    case Which::next: ++year; break;
    case Which::this_: year = now.year; break;
    case Which::plain:
      if (apart != 0 && (tense == Tense::future || (tense == Tense::present && apart >= 10))) ++year;
      break;
  }
  return month_of(year, s.month);
}

Days weekday_alone(const Stamp& s, Date published, Tense tense) {
  const auto wanted = static_cast<Weekday>(s.weekday);
  switch (s.which) {
    case Which::last: return day_only(weekday_from(week_of(published - 7).from, wanted));
    case Which::next: return day_only(weekday_from(week_of(published + 7).from, wanted));
    default:
      return day_only(tense == Tense::future ? weekday_from(published, wanted) : weekday_until(published, wanted));
  }
}

}  // namespace

Days cut(Days days, Date published, Tense tense) {
  if (days.from > published || days.to < published) return days;
  if (tense == Tense::future) return {published, days.to};
  return {days.from, published};
}

std::optional<Days> resolve(const Stamp& s, Date published, Tense tense) {
  if (s.day != 0 && s.month != 0) {
    if (s.year == 0) return month_and_day(s, published, tense);
    const auto day = make_date(s.year, s.month, s.day);
    if (!day) return std::nullopt;
    return day_only(*day);
  }
  if (s.month != 0) {
    const Days month = s.year != 0 ? month_of(s.year, s.month) : month_alone(s, published, tense);
    return cut(part_of(month, s.edge), published, tense);
  }
  if (s.year != 0) return cut(part_of(year_of(s.year), s.edge), published, tense);
  if (s.weekday >= 0) return weekday_alone(s, published, tense);
  return std::nullopt;
}

Days week_at(Date published, int back) { return week_of(published + 7 * back); }

Days month_at(Date published, int back) {
  const YearMonthDay now = split(published);
  const YearMonthDay at = split(add_months(*make_date(now.year, now.month, 1), back));
  return month_of(at.year, at.month);
}

Days year_at(Date published, int back) { return year_of(std::clamp(split(published).year + back, 1, 9999)); }

Days weekend_at(Date published, Which which, Tense tense) {
  Date saturday = weekday_until(published, Weekday::saturday);
  if (which == Which::next) {
    saturday = week_of(published + 7).from + 5;
  } else if (which == Which::last) {
    if (weekday(published) >= Weekday::saturday) saturday = saturday - 7;
  } else if (tense == Tense::future) {
    saturday = week_of(published).from + 5;
  }
  return cut({saturday, saturday + 1}, published, tense);
}

std::optional<Days> season_at(Date published, Season season, Which which, Tense tense) {
  const int year = split(published).year;
  for (int y = year + 1; y >= year - 2; --y) {
    const Days days = season_of(y, season);
    const bool holds = days.from <= published && published <= days.to;
    if (which == Which::next || (which == Which::plain && tense == Tense::future)) {
      if (days.from > published && season_of(y - 1, season).from <= published) return days;
    } else if (which == Which::last ? days.to < published : days.from <= published) {
      return holds ? cut(days, published, tense) : days;
    }
  }
  return std::nullopt;
}

}  // namespace masudi::coding
