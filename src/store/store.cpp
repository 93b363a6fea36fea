// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <filesystem>

#include "store/schema.h"

namespace masudi::store {
namespace {

// A commit is on the disk when it is reported (synchronous = FULL). The log is folded into the file at 32 MB.
constexpr const char* kToWrite =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000;"
    "PRAGMA wal_autocheckpoint = 8000; PRAGMA temp_store = MEMORY";
constexpr const char* kToRead = "PRAGMA query_only = ON; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY";

Result<void> prepare_to_read(Connection& connection) {
  return connection.run(kToRead).and_then([&] { return check_schema(connection); });
}

}  // namespace

Result<Store> Store::open_to_write(const std::string& path) {
  auto connection = Connection::open(path, Connection::Mode::create);
  if (!connection) return tl::make_unexpected(std::move(connection.error()));
  auto ready = check_owner(**connection).and_then([&] { return (*connection)->run(kToWrite); }).and_then([&] {
    return migrate(**connection);
  });
  if (!ready) return tl::make_unexpected(std::move(ready.error()));
  return Store(std::move(*connection));
}

Result<Store> Store::open_to_read(const std::string& path) {
  auto connection = Connection::open(path, Connection::Mode::read);
  if (!connection) return tl::make_unexpected(std::move(connection.error()));
  auto ready = prepare_to_read(**connection);
  // A file that nobody writes to can be read even where SQLite may not make its own files beside it.
  std::error_code ignored;
  if (!ready && !std::filesystem::exists(path + "-wal", ignored)) {
    auto frozen = Connection::open_frozen(path);
    if (frozen && prepare_to_read(**frozen)) return Store(std::move(*frozen));
  }
  if (!ready) return tl::make_unexpected(std::move(ready.error()));
  return Store(std::move(*connection));
}

}  // namespace masudi::store
