// SPDX-License-Identifier: Apache-2.0
#include "serve/metrics.h"

#include <fmt/format.h>

#include <algorithm>

namespace masudi::serve {
namespace {

void describe(std::string& out, std::string_view name, std::string_view kind, std::string_view help) {
  out += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, kind, help);
}

}  // namespace

void Metrics::count(std::string_view route, int status, std::chrono::nanoseconds took) {
  const double seconds = std::chrono::duration<double>(took).count();
  const auto bucket = std::lower_bound(kBounds.begin(), kBounds.end(), seconds) - kBounds.begin();
  const std::lock_guard lock(mutex_);
  ++requests_[{std::string(route), status}];
  ++buckets_[static_cast<std::size_t>(bucket)];
  seconds_ += seconds;
}

std::string Metrics::text(const std::vector<Gauge>& gauges) const {
  std::string out;
  const std::lock_guard lock(mutex_);
  describe(out, "masudi_http_requests_total", "counter", "Requests by route and status.");
  for (const auto& [key, count] : requests_) {
    out += fmt::format("masudi_http_requests_total{{route=\"{}\",code=\"{}\"}} {}\n", key.first, key.second, count);
  }
  describe(out, "masudi_http_request_seconds", "histogram", "Time until the answer was ready to be sent.");
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    sum += buckets_[i];
    const std::string bound = i < kBounds.size() ? fmt::format("{}", kBounds[i]) : "+Inf";
    out += fmt::format("masudi_http_request_seconds_bucket{{le=\"{}\"}} {}\n", bound, sum);
  }
  out += fmt::format("masudi_http_request_seconds_sum {}\nmasudi_http_request_seconds_count {}\n", seconds_, sum);
  describe(out, "masudi_cache_hits_total", "counter", "Answers that were kept ready.");
  out += fmt::format("masudi_cache_hits_total {}\n", hits_.load());
  describe(out, "masudi_cache_misses_total", "counter", "Answers that had to be worked out.");
  out += fmt::format("masudi_cache_misses_total {}\n", misses_.load());
  for (const Gauge& gauge : gauges) {
    describe(out, gauge.name, "gauge", gauge.help);
    out += fmt::format("{} {}\n", gauge.name, gauge.value);
  }
  return out;
}

}  // namespace masudi::serve
