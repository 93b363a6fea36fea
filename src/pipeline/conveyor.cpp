// SPDX-License-Identifier: Apache-2.0
#include "pipeline/conveyor.h"

namespace masudi::pipeline {

std::optional<Conveyor::Job> Conveyor::take() {
  const std::lock_guard one_reader(reading_);
  {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return ended_ || taken_ - delivered_ < parked_.size(); });
    if (ended_) return std::nullopt;
  }
  auto record = source_.next();
  const std::lock_guard lock(mutex_);
  if (record) return Job{taken_++, std::move(*record)};
  ended_ = true;
  room_.notify_all();
  return std::nullopt;
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
