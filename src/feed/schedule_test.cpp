// SPDX-License-Identifier: Apache-2.0
#include "feed/schedule.h"

#include <gtest/gtest.h>

namespace masudi::feed {
namespace {

Look failed(std::int64_t times) {
  Look look;
  look.is_good = false, look.failures = times;
  return look;
}

TEST(Schedule, TakesHintsWithinBounds) {
  Look look;
  EXPECT_EQ(pause_after(look), 30 * 60);
  look.hint = 3600;
  EXPECT_EQ(pause_after(look), 3600);
  look.hint = 1;
  EXPECT_EQ(pause_after(look), 5 * 60);
  look.hint = 365 * 86400;
  EXPECT_EQ(pause_after(look), 6 * 3600);
  look.every = 60;
  EXPECT_EQ(pause_after(look), 60);
}

TEST(Schedule, BacksOff) {
  EXPECT_EQ(pause_after(failed(1)), 30 * 60);
  EXPECT_EQ(pause_after(failed(2)), 60 * 60);
  EXPECT_EQ(pause_after(failed(5)), 8 * 3600);
  EXPECT_EQ(pause_after(failed(7)), 24 * 3600);
  EXPECT_EQ(pause_after(failed(1'000'000)), 24 * 3600);
  Look slow = failed(9);
  slow.every = 3 * 86400;
  EXPECT_EQ(pause_after(slow), 3 * 86400);
}

TEST(Schedule, WaitsAsLongAsTheServerWishes) {
  Look look = failed(1);
  look.retry_after = 7200;
  EXPECT_EQ(pause_after(look), 7200);
  look.retry_after = 10;
  EXPECT_EQ(pause_after(look), 30 * 60);
  look.retry_after = 400 * 86400;
  EXPECT_EQ(pause_after(look), 7 * 86400);
}

}  // namespace
}  // namespace masudi::feed
