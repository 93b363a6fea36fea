// SPDX-License-Identifier: Apache-2.0
#include "pipeline/batch_sink.h"

#include <chrono>

namespace masudi::pipeline {
namespace {

constexpr auto kMoment = std::chrono::milliseconds(200);

}  // namespace

BatchSink::BatchSink(store::Store& store, Steps steps)
    : store_(store), steps_(std::move(steps)), thread_([this] { run(); }) {}

BatchSink::~BatchSink() {
  if (thread_.joinable()) static_cast<void>(finish());
}

bool BatchSink::take(Product product) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failed_ || queue_.size() < kMostQueued; });
  if (failed_) return false;
  queue_.push_back(std::move(product));
  changed_.notify_all();
  return true;
}

Result<void> BatchSink::finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  thread_.join();
  return status_;
}

void BatchSink::run() {
  while (status_ && !is_over()) {
    auto product = next();
    if (product) status_ = write(*product);
    const bool is_full = in_batch_ >= kMostInBatch;
    if (status_ && in_batch_ > 0 && (!product || is_full)) status_ = commit();
  }
  if (status_ && in_batch_ > 0) status_ = commit();
  if (status_) return;
  store_.connection().roll_back();
  const std::lock_guard lock(mutex_);
  failed_ = true;
  changed_.notify_all();
}

bool BatchSink::is_over() {
  const std::lock_guard lock(mutex_);
  return closed_ && queue_.empty();
}

std::optional<Product> BatchSink::next() {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, kMoment, [&] { return closed_ || !queue_.empty(); });
  if (queue_.empty()) return std::nullopt;
  Product product = std::move(queue_.front());
  queue_.pop_front();
  changed_.notify_all();
  return product;
}

Result<void> BatchSink::write(Product& product) {
  if (in_batch_ == 0) {
    if (auto begun = store_.connection().begin(); !begun) return begun;
  }
  ++in_batch_;
  if (!has_begun_) {
    has_begun_ = true;
    if (auto begun = steps_.begun(); !begun) return begun;
  }
  return steps_.write(product);
}

Result<void> BatchSink::commit() {
  in_batch_ = 0;
  return store_.connection().commit().map([&] { steps_.committed(); });
}

}  // namespace masudi::pipeline
