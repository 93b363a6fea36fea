// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/date.h"

namespace masudi::coding {

// Days from the first to the last, both included.
struct Days {
  Date from;
  Date to;
};

// The third of a stretch that "early", "mid" and "late" mean.
enum class Edge : std::uint8_t { whole, early, middle, late };

enum class Season : std::uint8_t { spring, summer, autumn, winter };

Days day_only(Date day);
Days year_of(int year);
Days month_of(int year, int month);
// The week of a day, Monday to Sunday (ISO 8601).
Days week_of(Date day);
// Quarter 1 to 4.
Days quarter_of(int year, int quarter);
// The meteorological season of the northern hemisphere that begins in this year (winter: December to February).
Days season_of(int year, Season season);
// Ten years from a year that ends in 0.
Days decade_of(int year);

// Early, middle or late part: of a month its days 1–10, 11–20, 21–end; of anything else a third.
Days part_of(Days days, Edge edge);

// The same day of another month (the last day where that month is shorter); years 1..9999 only, else the day itself.
Date add_months(Date day, int months);

// The latest such weekday up to and including `day`; the earliest from `day` on.
Date weekday_until(Date day, Weekday weekday);
Date weekday_from(Date day, Weekday weekday);

}  // namespace masudi::coding
