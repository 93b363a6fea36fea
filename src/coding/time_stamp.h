// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "coding/calendar.h"
#include "coding/clause.h"

namespace masudi::coding {

// Which of several like stretches: "last March", "this Friday", "next week".
enum class Which : std::uint8_t { plain, last, this_, next };

// A calendar date as far as it was said; 0 (weekday: -1) for what was not.
struct Stamp {
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = -1;  // 0 Monday … 6 Sunday
  Which which = Which::plain;
  Edge edge = Edge::whole;

  bool has_day() const { return day != 0 || weekday >= 0; }
};

// The days that a stamp means in a report of this day, in a clause of this tense: what is unsaid is filled in with the
// latest past, or the next future one. A stretch that holds the day of the report ends there (past) or begins there
// (future). None for days that do not exist.
std::optional<Days> resolve(const Stamp& stamp, Date published, Tense tense);

// Cuts a stretch that holds the day of the report at that day.
Days cut(Days days, Date published, Tense tense);

// "last", "this", "next" week, month, year …; `back` counts: -1 last, 0 this, 1 next.
Days week_at(Date published, int back);
Days month_at(Date published, int back);
Days year_at(Date published, int back);
// The weekend that is latest (past) or next (future).
Days weekend_at(Date published, Which which, Tense tense);
std::optional<Days> season_at(Date published, Season season, Which which, Tense tense);

}  // namespace masudi::coding
