// SPDX-License-Identifier: Apache-2.0
#include "coding/calendar.h"

#include <gtest/gtest.h>

namespace masudi::coding {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

void expect(Days days, std::string_view from, std::string_view to) {
  EXPECT_EQ(to_string(days.from), from);
  EXPECT_EQ(to_string(days.to), to);
}

TEST(Calendar, GivesWeeksMonthsQuartersSeasons) {
  expect(week_of(day("2024-03-03")), "2024-02-26", "2024-03-03");
  expect(month_of(2024, 2), "2024-02-01", "2024-02-29");
  expect(quarter_of(2021, 3), "2021-07-01", "2021-09-30");
  expect(season_of(2023, Season::winter), "2023-12-01", "2024-02-29");
  expect(season_of(2023, Season::spring), "2023-03-01", "2023-05-31");
  expect(decade_of(1990), "1990-01-01", "1999-12-31");
}

TEST(Calendar, CutsParts) {
  expect(part_of(month_of(2023, 2), Edge::late), "2023-02-21", "2023-02-28");
  expect(part_of(month_of(2023, 3), Edge::early), "2023-03-01", "2023-03-10");
  expect(part_of(month_of(2023, 3), Edge::middle), "2023-03-11", "2023-03-20");
  expect(part_of(year_of(2023), Edge::early), "2023-01-01", "2023-03-31");
  expect(part_of(year_of(2023), Edge::middle), "2023-04-01", "2023-09-30");
  expect(part_of(year_of(2023), Edge::late), "2023-10-01", "2023-12-31");
  expect(part_of(decade_of(1960), Edge::early), "1960-01-01", "1963-12-31");
  expect(part_of(decade_of(1980), Edge::late), "1986-01-01", "1989-12-31");
  expect(part_of(day_only(day("2023-03-03")), Edge::late), "2023-03-03", "2023-03-03");
}

TEST(Calendar, AddsMonthsAndFindsWeekdays) {
  EXPECT_EQ(to_string(add_months(day("2023-03-31"), -1)), "2023-02-28");
  EXPECT_EQ(to_string(add_months(day("2023-11-15"), 3)), "2024-02-15");
  EXPECT_EQ(to_string(weekday_until(day("2023-11-06"), Weekday::sunday)), "2023-11-05");
  EXPECT_EQ(to_string(weekday_until(day("2023-11-06"), Weekday::monday)), "2023-11-06");
  EXPECT_EQ(to_string(weekday_from(day("2023-11-06"), Weekday::sunday)), "2023-11-12");
}

}  // namespace
}  // namespace masudi::coding
