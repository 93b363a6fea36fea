// SPDX-License-Identifier: Apache-2.0
#include "serve/store_pool.h"

namespace masudi::serve {

Result<StorePool> StorePool::open(const std::string& path, std::size_t count) {
  StorePool pool;
  for (std::size_t i = 0; i < count; ++i) {
    auto store = store::Store::open_to_read(path);
    if (!store) return tl::make_unexpected(std::move(store.error()));
    pool.free_.push_back(std::move(*store));
  }
  return pool;
}

std::optional<StorePool::Loan> StorePool::lend(int patience) {
  constexpr std::chrono::seconds kLongest{10};
  std::unique_lock lock(mutex_);
  if (!returned_.wait_for(lock, kLongest, [&] { return !free_.empty(); })) return std::nullopt;
  store::Store store = std::move(free_.back());
  free_.pop_back();
  lock.unlock();
  // What is read on one loan is read from one state of the file.
  (void)store.connection().run("BEGIN");
  store.connection().limit_steps(patience);
  return Loan(*this, std::move(store));
}

StorePool::Loan::~Loan() {
  if (pool_ == nullptr) return;
  store_->connection().limit_steps(0);
  store_->connection().roll_back();
  pool_->give_back(std::move(*store_));
}

void StorePool::give_back(store::Store store) {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(store));
  }
  returned_.notify_one();
}

}  // namespace masudi::serve
