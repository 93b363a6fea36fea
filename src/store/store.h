// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "store/sqlite.h"

namespace masudi::store {

// A store on disk: one SQLite file with the schema of docs/store.md. Many may read it while one writes. One thread at a
// time; open it once more for another thread.
class Store {
 public:
  // Makes the file where there is none, and brings an older one to today's schema.
  static Result<Store> open_to_write(const std::string& path);
  // Never changes anything, and works on read-only media too.
  static Result<Store> open_to_read(const std::string& path);

  Connection& connection() { return *connection_; }
  const Connection& connection() const { return *connection_; }

 private:
  explicit Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

  std::unique_ptr<Connection> connection_;
};

}  // namespace masudi::store
