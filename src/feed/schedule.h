// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace masudi::feed {

// How a look at a feed went, as far as it says when to look again. In seconds.
struct Look {
  bool is_good = true;
  std::int64_t failures = 0;                // one after the other, with this one
  std::optional<std::int64_t> retry_after;  // the server's word
  std::optional<std::int64_t> hint;         // the feed's ttl, or how long the answer is fresh
  std::optional<std::int64_t> every;        // the person's word
};

constexpr std::int64_t kUsualPace = 30 * 60;
constexpr std::int64_t kFolderPace = 10;         // of folders, where the person does not say
constexpr std::int64_t kFastestPace = 5 * 60;    // that a hint can bring about
constexpr std::int64_t kSlowestPace = 6 * 3600;  // that a hint can bring about
constexpr std::int64_t kLongestBackOff = 24 * 3600;
constexpr std::int64_t kLongestRetryAfter = 7 * 24 * 3600;

// Seconds until the next look. After a good one: what the person said, else the hint within bounds, else the usual
// pace. After a failure: twice as long for each failure in a row, up to a day, and not before the server wishes.
std::int64_t pause_after(const Look& look);

}  // namespace masudi::feed
