// SPDX-License-Identifier: Apache-2.0
#include "progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "terminal.h"

namespace masudi::cli {
namespace {

constexpr auto kPatience = std::chrono::milliseconds(800);
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr int kBarWidth = 30;

std::string bar(double share) {
  std::string out;
  for (int i = 0; i < kBarWidth; ++i) out += i < share * kBarWidth ? "━" : "─";
  return out;
}

}  // namespace

Progress::Progress(std::uint64_t total_bytes, bool output_on_terminal)
    : enabled_(is_terminal(stderr) && !output_on_terminal),
      total_bytes_(total_bytes),
      next_(Clock::now() + kPatience) {}

void Progress::update(std::uint64_t bytes, std::uint64_t documents) { draw(bytes, total_bytes_, documents); }
void Progress::update_share(std::uint64_t documents, std::uint64_t all) { draw(documents, all, documents); }

void Progress::draw(std::uint64_t done, std::uint64_t all, std::uint64_t documents) {
  if (!enabled_ || Clock::now() < next_) return;
  next_ = Clock::now() + kInterval;
  std::string line = fmt::format("{} documents", documents);
  if (all > 0) {
    const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(all));
    line = fmt::format("{} {:3.0f} %  {}", bar(share), share * 100, line);
  }
  fmt::print(stderr, "\r\x1b[K{}", line);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  fmt::print(stderr, "\r\x1b[K");
  drawn_ = false;
}

}  // namespace masudi::cli
