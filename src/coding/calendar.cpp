// SPDX-License-Identifier: Apache-2.0
#include "coding/calendar.h"

#include <algorithm>

namespace masudi::coding {
namespace {

Date date_or_epoch(int year, int month, int day) { return make_date(year, month, day).value_or(Date{}); }

}  // namespace

Days day_only(Date day) { return {day, day}; }

Days year_of(int year) { return {date_or_epoch(year, 1, 1), date_or_epoch(year, 12, 31)}; }

Days month_of(int year, int month) {
  return {date_or_epoch(year, month, 1), date_or_epoch(year, month, days_in_month(year, month))};
}

Days week_of(Date day) {
  const Date monday = day - static_cast<int>(weekday(day));
  return {monday, monday + 6};
}

Days quarter_of(int year, int quarter) {
  return {month_of(year, 3 * quarter - 2).from, month_of(year, 3 * quarter).to};
}

Days season_of(int year, Season season) {
  if (season == Season::winter) return {date_or_epoch(year, 12, 1), month_of(year + 1, 2).to};
  const int first = 3 + 3 * static_cast<int>(season);
  return {month_of(year, first).from, month_of(year, first + 2).to};
}

Days decade_of(int year) { return {year_of(year).from, year_of(year + 9).to}; }

Days part_of(Days days, Edge edge) {
  if (edge == Edge::whole) return days;
  const int length = days.to - days.from + 1;
  const bool month = length >= 28 && length <= 31 && split(days.from).day == 1;
  // Early in a year is its first quarter, late its last one.
  if (length == 365 || length == 366) {
    const int year = split(days.from).year;
    if (edge == Edge::middle) return {quarter_of(year, 2).from, quarter_of(year, 3).to};
    return quarter_of(year, edge == Edge::early ? 1 : 4);
  }
  // "The early 1960s" are the first four years.
  if (length > 3650) {
    const int year = split(days.from).year;
    const int from = edge == Edge::early ? 0 : edge == Edge::middle ? 3 : 6;
    return {year_of(year + from).from, year_of(year + from + 3).to};
  }
  const int third = month ? 10 : std::max(1, length / 3);
  switch (edge) {
    case Edge::early: return {days.from, std::min(days.to, days.from + (third - 1))};
    case Edge::middle: return {std::min(days.to, days.from + third), std::min(days.to, days.from + (2 * third - 1))};
    default: return {std::min(days.to, days.from + 2 * third), days.to};
  }
}

Date add_months(Date day, int months) {
  const YearMonthDay at = split(day);
  const int index = at.year * 12 + (at.month - 1) + months;
  const int year = index / 12;
  if (index < 12 || year > 9999) return day;
  const int month = index % 12 + 1;
  return date_or_epoch(year, month, std::min(at.day, days_in_month(year, month)));
}

Date weekday_until(Date day, Weekday wanted) {
  return day - (static_cast<int>(weekday(day)) - static_cast<int>(wanted) + 7) % 7;
}

Date weekday_from(Date day, Weekday wanted) {
  return day + (static_cast<int>(wanted) - static_cast<int>(weekday(day)) + 7) % 7;
}

}  // namespace masudi::coding
