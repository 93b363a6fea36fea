// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "query/record_digest.h"
#include "store/store.h"

namespace masudi::serve {

// What came into the record of incidents.
struct Change {
  std::uint64_t number = 0;            // counts the changes since the start
  std::string revision;                // of the record from now on
  std::vector<std::string> incidents;  // ids of new and altered ones, at most kMostIds
  bool is_whole = true;                // false: there were more
  static constexpr std::size_t kMostIds = 1000;
};

// Looks a few times a second whether another program has written to the store. Share it between threads.
class Watcher {
 public:
  struct State {
    std::uint64_t commits = 1;  // counts what was seen written since the start; answers are kept by it
    std::string revision;       // of the record of incidents; tells states of its content apart
    std::uint64_t change = 0;   // number of the last change of the record
  };

  static Result<std::unique_ptr<Watcher>> open(const std::string& path);
  ~Watcher() { stop(); }

  State state() const;
  // The next change after that number, when it comes; none when the time is over or at the end of the program. One that
  // is long past comes without ids, as incomplete.
  std::optional<Change> next(std::uint64_t after, std::chrono::milliseconds longest);
  bool is_stopped() const;
  void stop();

 private:
  explicit Watcher(store::Store store) : store_(std::move(store)) {}
  void watch();
  // Looks again. After a failure, which is the next question's to tell, it is tried again the next time.
  Result<void> look();

  store::Store store_;             // of the watching thread alone
  std::int64_t data_version_ = 0;  // the same
  query::RecordDigest digest_;     // the same

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  State state_;
  std::deque<Change> changes_;  // the last few
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace masudi::serve
