// SPDX-License-Identifier: Apache-2.0
#include "feed/schedule.h"

#include <algorithm>

namespace masudi::feed {

std::int64_t pause_after(const Look& look) {
  const std::int64_t by_hint = std::clamp(look.hint.value_or(kUsualPace), kFastestPace, kSlowestPace);
  const std::int64_t pace = look.every.value_or(by_hint);
  const std::int64_t asked = std::min(look.retry_after.value_or(0), kLongestRetryAfter);
  if (look.is_good) return std::max(pace, asked);
  constexpr std::int64_t kMostDoublings = 20;
  const std::int64_t doublings = std::clamp<std::int64_t>(look.failures - 1, 0, kMostDoublings);
  const std::int64_t backed_off = std::min(pace << doublings, std::max(kLongestBackOff, pace));
  return std::max(backed_off, asked);
}

}  // namespace masudi::feed
