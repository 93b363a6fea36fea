// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <gtest/gtest.h>

namespace masudi {
namespace {

TEST(Date, ReadsWhatItWrites) {
  for (const char* text : {"1900-01-01", "2000-02-29", "2023-11-06", "9999-12-31"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_string(*date), text);
  }
}

TEST(Date, TakesTheDayOfAnIsoTime) { EXPECT_EQ(parse_date("2023-11-06T23:59:59+02:00"), parse_date("2023-11-06")); }

TEST(Date, RefusesWhatIsNoDay) {
  for (const char* text : {"", "2023", "2023-11", "2023-02-29", "2023-13-01", "2023-00-10", "2023-11-31", "06-11-2023",
                           "2023/11/06", "2023-11-06x", "20a3-11-06", "0000-01-01"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, KnowsWeekdays) {
  EXPECT_EQ(weekday(*parse_date("2023-11-06")), Weekday::monday);
  EXPECT_EQ(weekday(*parse_date("2000-01-01")), Weekday::saturday);
  EXPECT_EQ(weekday(*parse_date("1969-07-20")), Weekday::sunday);
}

TEST(Date, CountsDays) {
  EXPECT_EQ(*parse_date("2024-03-01") - *parse_date("2024-02-28"), 2);
  EXPECT_EQ(to_string(*parse_date("2023-12-31") + 1), "2024-01-01");
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2100, 2), 28);
}

}  // namespace
}  // namespace masudi
