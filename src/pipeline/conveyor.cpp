// SPDX-License-Identifier: Apache-2.0
#include "pipeline/conveyor.h"

namespace masudi::pipeline {

namespace {

std::size_t size_of(const read::Record& record) { return record.document ? record.document->text.size() : 0; }

}  // namespace

void Conveyor::take(std::vector<Job>& jobs) {
  jobs.clear();
  const std::lock_guard one_reader(reading_);
  if (!wait_for_room()) return;
  std::size_t bytes = 0;
  for (auto record = source_.next(); record; record = source_.next_at_hand()) {
    bytes += size_of(*record);
    if (!number(std::move(*record), jobs) || jobs.size() == kMostTogether || bytes >= kFewBytes) return;
  }
  if (!jobs.empty()) return;
  const std::lock_guard lock(mutex_);
  ended_ = true;
  room_.notify_all();
}

// False: it has ended.
bool Conveyor::wait_for_room() {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return ended_ || taken_ - delivered_ < parked_.size(); });
  return !ended_;
}

// False: there is room for no other.
bool Conveyor::number(read::Record record, std::vector<Job>& jobs) {
  const std::lock_guard lock(mutex_);
  jobs.push_back({taken_++, std::move(record)});
  return !ended_ && taken_ - delivered_ < parked_.size();
}

void Conveyor::give(std::uint64_t number, Product product) {
  const std::lock_guard lock(mutex_);
  parked_[number % parked_.size()] = std::move(product);
  for (;;) {
    auto& next = parked_[delivered_ % parked_.size()];
    if (!next) break;
    deliver(std::move(*next));
    next.reset();
    ++delivered_;
  }
  room_.notify_all();
}

void Conveyor::deliver(Product product) {
  if (product.error.empty()) {
    ++totals_.documents;
  } else {
    ++totals_.failed;
  }
  totals_.sentences += product.sentences;
  totals_.events += product.events;
  if (!sink_.take(std::move(product))) ended_ = true;
}

}  // namespace masudi::pipeline
