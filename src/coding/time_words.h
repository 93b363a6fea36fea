// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace masudi::coding {

// What a single word can be in a time expression.
enum class TimeKind : std::uint8_t {
  none,
  weekday,       // value: 0 Monday … 6 Sunday
  month,         // 1 … 12
  unsure_month,  // May, March, abbreviations: a month only in company
  season,        // Season
  unit,          // Unit
  daypart,       // morning, night …
  deictic,       // today, yesterday, tomorrow: days from the publication day
  overnight,
  weekend,
  last,       // last, past
  this_,      // this, current
  next,       // next, coming
  previous,   // previous, preceding
  following,  // following: the next after what was told
  same,       // same, that
  edge,       // early, mid, late: Edge
  ago,
  earlier,
  later,
  number,      // one, two, a, couple, 3
  day_number,  // 3rd, 21st
  ordinal,     // first … tenth
  year,        // 1000 … 2100
  decade,      // 1990s
  iso_date,    // 2023-10-07: days since 1970-01-01
  quarter,     // quarter, half
  anniversary,
  some,    // several, few, many: a number that is not told
  recent,  // recent
  word,    // the, of, in, from, to, and, -: joins the others (Joint)
};

enum class Unit : std::uint8_t { minute, hour, day, week, fortnight, month, year, decade, century };

enum class Joint : std::uint8_t {
  the,
  of,
  in,
  on,
  from,
  to,
  and_,
  between,
  since,
  until,
  before,
  after,
  dash,
  comma,
  by,
  within,
  eve,
  start,
  end
};

struct TimeWord {
  TimeKind kind = TimeKind::none;
  std::int32_t value = 0;
  bool digits = false;  // a number in digits
  bool middle = false;  // "mid-May", "mid-2017" as one word

  bool is(TimeKind k) const { return kind == k; }
  bool is(Joint j) const { return kind == TimeKind::word && value == static_cast<std::int32_t>(j); }
};

// Case matters only for weekdays and months ("May", not "may").
TimeWord time_word(std::string_view form);

}  // namespace masudi::coding
