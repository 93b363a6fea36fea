// SPDX-License-Identifier: Apache-2.0
#include "interrupt.h"

#include <csignal>
#include <ctime>

namespace masudi::cli {
namespace {

sigset_t signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

Interrupt::Interrupt() {
  const sigset_t set = signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  watcher_ = std::jthread([this, set](const std::stop_token& over) {
    constexpr timespec kMoment{0, 100'000'000};
    while (!over.stop_requested()) {
      if (sigtimedwait(&set, nullptr, &kMoment) < 0) continue;
      wish_.request_stop();
      pthread_sigmask(SIG_UNBLOCK, &set, nullptr);  // this thread takes the next one, and the program ends by it
    }
  });
}

Interrupt::~Interrupt() {
  watcher_.request_stop();
  watcher_.join();
  const sigset_t set = signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace masudi::cli
