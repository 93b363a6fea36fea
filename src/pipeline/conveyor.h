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

// Hands records out to the workers one by one and puts their products back in order. No more than `window` records are
// between source and sink; a worker that is too far ahead waits. Safe to use from many threads.
class Conveyor {
 public:
  Conveyor(read::Source& source, Sink& sink, std::size_t window) : source_(source), sink_(sink), parked_(window) {}

  struct Job {
    std::uint64_t number;
    read::Record record;
  };
  // None when the source has ended or the sink is full.
  std::optional<Job> take();
  void give(std::uint64_t number, Product product);

  // Once all workers are done.
  const format::Totals& totals() const { return totals_; }

 private:
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
