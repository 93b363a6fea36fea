// SPDX-License-Identifier: Apache-2.0
#include "read/moment.h"

#include <gtest/gtest.h>

namespace masudi::read {
namespace {

constexpr std::int64_t kDay = 1699228800;  // 2023-11-06T00:00Z, by date -u -d 2023-11-06 +%s

std::string day_of(std::string_view text) {
  const auto moment = parse_moment(text);
  return moment ? to_string(moment->day) : "";
}

TEST(Moment, KeepsTheDayOfThePlace) {
  const auto moment = parse_moment("2023-11-07T00:30:00+02:00");
  ASSERT_TRUE(moment);
  EXPECT_EQ(to_string(moment->day), "2023-11-07");
  EXPECT_EQ(moment->seconds, kDay + 22 * 3600 + 30 * 60);  // still the 6th in Greenwich
  EXPECT_EQ(day_of("Mon, 06 Nov 2023 23:30:00 -0500"), "2023-11-06");
}

TEST(Moment, ReadsWhatMeansTheSameSecond) {
  for (const char* text : {"2023-11-06T10:20:30Z",
                           "2023-11-06T10:20:30.123456Z",
                           "20231106T102030Z",
                           "2023-11-06 10:20:30 UTC",
                           "2023-11-06T12:20:30+02:00",
                           "2023-11-06T12:20:30+0200",
                           "2023-11-06T12:20:30+02",
                           "2023-11-06T04:50:30-05:30",
                           "Mon, 06 Nov 2023 10:20:30 GMT",
                           "Mon, 6 Nov 2023 10:20:30 +0000",
                           "06 Nov 2023 10:20:30 Z",
                           "Monday, 06-Nov-23 10:20:30 UTC",
                           "Mon 06 Nov 23 05:20:30 EST",
                           "Tue, 06 November 2023 10:20:30 UT",
                           "MON, 06 NOV 2023 11:20:30 CET",
                           "Mon, 06 Nov 2023 12:20:30 GMT+2",
                           "  Mon, 06 Nov 2023 12:20:30 GMT+02:00\n",
                           "November 6, 2023 5:20:30 AM EST",
                           "Mon Nov 06 10:20:30 UTC 2023",
                           "2023/11/06 10:20:30 GMT",
                           "Mon, 06 Nov 2023, 10:20:30 GMT"}) {
    const auto moment = parse_moment(text);
    ASSERT_TRUE(moment) << text;
    EXPECT_EQ(moment->seconds, kDay + 10 * 3600 + 20 * 60 + 30) << text;
    EXPECT_TRUE(moment->has_time && moment->has_zone) << text;
  }
}

TEST(Moment, ReadsHalvesOfDays) {
  EXPECT_EQ(parse_moment("Nov 6, 2023 12:05 AM UTC")->seconds, kDay + 5 * 60);
  EXPECT_EQ(parse_moment("Nov 6, 2023 12:05 pm UTC")->seconds, kDay + 12 * 3600 + 5 * 60);
  EXPECT_EQ(parse_moment("Nov 6, 2023 11:05 PM UTC")->seconds, kDay + 23 * 3600 + 5 * 60);
}

TEST(Moment, DoesWithoutTimeOrZone) {
  const auto day = parse_moment("2023-11-06");
  ASSERT_TRUE(day);
  EXPECT_EQ(day->seconds, kDay);
  EXPECT_FALSE(day->has_time || day->has_zone);
  const auto local = parse_moment("Mon, 06 Nov 2023 10:00");
  ASSERT_TRUE(local);
  EXPECT_EQ(local->seconds, kDay + 36000);
  EXPECT_TRUE(local->has_time);
  EXPECT_FALSE(local->has_zone);
  EXPECT_FALSE(parse_moment("Mon, 06 Nov 2023 10:00 XYZ")->has_zone);
  EXPECT_EQ(day_of("6th November 2023"), "2023-11-06");
  EXPECT_EQ(day_of("Sept. 6, 2023"), "2023-09-06");
  EXPECT_EQ(day_of("Fri, 31 Dec 99 10:00:00 GMT"), "1999-12-31");
}

TEST(Moment, RefusesWhatIsNone) {
  for (const char* text : {"", "yesterday", "10:20", "2023", "2023-11", "November 2023", "2023-02-30", "31 Jun 2023",
                           "11/06/2023", "0000-00-00T00:00:00Z", "Mon, Nov 2023 10:00:00 GMT", "2023-13-06"}) {
    EXPECT_FALSE(parse_moment(text)) << text;
  }
}

TEST(Moment, DropsATimeThatDoesNotExist) {
  const auto moment = parse_moment("2023-11-06T29:70:00Z");
  ASSERT_TRUE(moment);
  EXPECT_FALSE(moment->has_time);
  EXPECT_EQ(moment->seconds, kDay);
}

}  // namespace
}  // namespace masudi::read
