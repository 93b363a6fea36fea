// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <thread>

namespace masudi::cli {

// Turns the first Ctrl-C or SIGTERM into a wish to stop; the second ends the program at once. To be made before other
// threads are.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token() const { return wish_.get_token(); }

 private:
  std::stop_source wish_;
  std::jthread watcher_;
};

}  // namespace masudi::cli
