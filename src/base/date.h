// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace masudi {

// A day of the proleptic Gregorian calendar, kept as days since 1970-01-01 so that arithmetic is plain.
struct Date {
  std::int32_t days = 0;

  friend constexpr auto operator<=>(Date, Date) = default;
  constexpr Date operator+(int n) const { return {days + n}; }
  constexpr Date operator-(int n) const { return {days - n}; }
  constexpr int operator-(Date other) const { return days - other.days; }
};

struct YearMonthDay {
  int year;
  int month;  // 1..12
  int day;    // 1..31
};

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

// None for a day that does not exist (2023-02-30) or a year outside 1..9999.
std::optional<Date> make_date(int year, int month, int day);
// Reads "YYYY-MM-DD", and the day of an ISO 8601 time ("2023-11-06T10:00:00Z", taken as written, no shift of zone).
std::optional<Date> parse_date(std::string_view text);
// "YYYY-MM-DD".
std::string to_string(Date date);

YearMonthDay split(Date date);
Weekday weekday(Date date);
int days_in_month(int year, int month);

}  // namespace masudi
