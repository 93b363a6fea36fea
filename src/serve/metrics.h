// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace masudi::serve {

// Counts what the server does. Share it between threads.
class Metrics {
 public:
  void count(std::string_view route, int status, std::chrono::nanoseconds took);
  void count_cache(bool hit) { ++(hit ? hits_ : misses_); }

  struct Gauge {
    std::string_view name, help;
    double value;
  };
  // In the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/), `gauges` last.
  std::string text(const std::vector<Gauge>& gauges) const;

 private:
  static constexpr std::array<double, 11> kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                     0.1,   0.25,   0.5,   1,    2.5};  // seconds
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;  // by route and status
  std::array<std::uint64_t, kBounds.size() + 1> buckets_{};
  double seconds_ = 0;
  std::atomic<std::uint64_t> hits_ = 0, misses_ = 0;
};

}  // namespace masudi::serve
