// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

#include "format/writer.h"
#include "pipeline/run.h"
#include "read/source.h"

namespace masudi::pipeline {

// Hands records out to the workers and puts their products back in order. No more than `window` records are
// between source and sink; a worker that is too far ahead waits. Safe to use from many threads.
class Conveyor {
 public:
  // So many records are handed out together at most, and no more once their texts have so many bytes.
  static constexpr std::size_t kMostTogether = 16;
  static constexpr std::size_t kFewBytes = 8 * 1024;

  Conveyor(read::Source& source, Sink& sink, std::size_t window) : source_(source), sink_(sink), parked_(window) {}

  struct Job {
    std::uint64_t number;
    read::Record record;
  };
  // Puts the next record into `jobs`, and behind it a few that lie at hand, if they are short: such are read faster
  // together. None when the source has ended or the sink is full.
  void take(std::vector<Job>& jobs);
  void give(std::uint64_t number, Product product);

  // Once all workers are done.
  const format::Totals& totals() const { return totals_; }

 private:
  bool wait_for_room();
  bool number(read::Record record, std::vector<Job>& jobs);
  void deliver(Product product);

  // Reading and delivering go on side by side: a source that waits for input holds up no product.
  std::mutex reading_;  // taken before mutex_
  std::mutex mutex_;
  std::condition_variable room_;
  read::Source& source_;
  Sink& sink_;
  std::vector<std::optional<Product>> parked_;  // by number modulo the window
  std::uint64_t taken_ = 0;                     // changed under both locks
  std::uint64_t delivered_ = 0;
  bool ended_ = false;
  format::Totals totals_;
};

}  // namespace masudi::pipeline
