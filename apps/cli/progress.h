// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

namespace masudi::cli {

// A bar on standard error for inputs that take longer than a moment. Silent where standard error is no terminal, or
// where the output goes to the same terminal.
class Progress {
 public:
  // `total_bytes` 0: unknown, only the count is shown.
  Progress(std::uint64_t total_bytes, bool output_on_terminal);
  ~Progress() { clear(); }

  void update(std::uint64_t bytes, std::uint64_t documents);
  // For work whose size is known as a number of documents.
  void update_share(std::uint64_t documents, std::uint64_t all);
  // Takes the bar off the screen, before something else is written there.
  void clear();

 private:
  void draw(std::uint64_t done, std::uint64_t all, std::uint64_t documents);

  using Clock = std::chrono::steady_clock;

  bool enabled_;
  bool drawn_ = false;
  std::uint64_t total_bytes_;
  Clock::time_point next_;
};

}  // namespace masudi::cli
