// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stop_token>

namespace masudi::feed {

// Where the scheduler has its time from; a test brings one of its own. Safe to use from many threads.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now() = 0;  // seconds since 1970-01-01T00:00Z
  // Returns when it is that time, or when a stop is asked for.
  virtual void wait_until(std::int64_t time, const std::stop_token& stop) = 0;
};

class SystemClock final : public Clock {
 public:
  std::int64_t now() override;
  void wait_until(std::int64_t time, const std::stop_token& stop) override;
};

}  // namespace masudi::feed
