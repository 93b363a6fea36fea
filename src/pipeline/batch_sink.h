// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "pipeline/run.h"
#include "store/store.h"

namespace masudi::pipeline {

// Writes products into a store on a thread of its own, in transactions of many: a transaction ends when it holds
// kMostInBatch products, when nothing has come for a moment, and at the end. What was not committed when the program
// ends is not in the store; nothing is there by halves.
class BatchSink final : public Sink {
 public:
  static constexpr int kMostInBatch = 1000;

  struct Steps {
    std::function<Result<void>()> begun;          // once, in the first transaction
    std::function<Result<void>(Product&)> write;  // inside a transaction
    std::function<void()> committed;              // what was written since the last call is safe now
  };
  // The functions are called by the sink's thread alone. `store` is used by no other thread until finish() is done.
  BatchSink(store::Store& store, Steps steps);
  ~BatchSink() override;

  bool take(Product product) override;  // waits while too many are queued; false after a failure
  // Writes and commits what is left.
  Result<void> finish();

 private:
  static constexpr std::size_t kMostQueued = 256;

  void run();
  std::optional<Product> next();  // none: nothing came for a moment, or all is written
  Result<void> write(Product& product);
  Result<void> commit();
  bool is_over();

  store::Store& store_;
  Steps steps_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Product> queue_;
  bool closed_ = false;
  bool failed_ = false;
  bool has_begun_ = false;  // the thread's own, as the two below
  int in_batch_ = 0;
  Result<void> status_;
  std::thread thread_;
};

}  // namespace masudi::pipeline
