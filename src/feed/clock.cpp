// SPDX-License-Identifier: Apache-2.0
#include "feed/clock.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace masudi::feed {

std::int64_t SystemClock::now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

void SystemClock::wait_until(std::int64_t time, const std::stop_token& stop) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any never;
  const std::chrono::sys_seconds until{std::chrono::seconds(time)};
  never.wait_until(lock, stop, until, [] { return false; });
}

}  // namespace masudi::feed
