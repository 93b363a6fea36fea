// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace masudi::serve {

// A few open stores that are lent to one thread at a time, so that memory and the number of questions that run at once
// are bounded whatever the number of connections. Share it between threads.
class StorePool {
 public:
  static Result<StorePool> open(const std::string& path, std::size_t count);

  // A store on loan: sees one state of the file, and gives up after so many steps. Goes back when the object goes.
  class Loan {
   public:
    Loan(StorePool& pool, store::Store store) : pool_(&pool), store_(std::move(store)) {}
    Loan(Loan&& other) noexcept : pool_(std::exchange(other.pool_, nullptr)), store_(std::move(other.store_)) {}
    Loan& operator=(Loan&&) = delete;
    ~Loan();
    store::Store& store() { return *store_; }
    // Whether the question was given up, as it took too many steps.
    bool gave_up() const { return store_->connection().gave_up(); }

   private:
    StorePool* pool_;
    std::optional<store::Store> store_;
  };
  // Waits a while for one; none where all stay out. `patience`: million steps of SQLite's machine.
  std::optional<Loan> lend(int patience);

  StorePool(StorePool&& other) noexcept : free_(std::move(other.free_)) {}

 private:
  StorePool() = default;
  void give_back(store::Store store);

  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<store::Store> free_;
};

}  // namespace masudi::serve
