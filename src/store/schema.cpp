// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include <fmt/format.h>

#include <array>

#include "store/alert_scripts.h"
#include "store/schema_scripts.h"

namespace masudi::store {
namespace {

constexpr std::array<std::string_view, 4> kMigrations = {kDocumentsAndEvents, kStoriesAndIncidents, kFeeds,
                                                         kSearchesAndAlerts};

struct Stamp {
  std::int64_t application;
  std::int64_t version;
  std::int64_t tables;
};

Result<Stamp> stamp_of(const Connection& connection) {
  Stamp stamp{};
  const auto read = [&](std::string_view sql, std::int64_t& into) -> Result<void> {
    return connection.integer(sql).map([&](std::int64_t value) { into = value; });
  };
  auto done = read("PRAGMA application_id", stamp.application)
                  .and_then([&] { return read("PRAGMA user_version", stamp.version); })
                  .and_then([&] { return read("SELECT count(*) FROM sqlite_schema", stamp.tables); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return stamp;
}

Result<Stamp> checked_stamp(const Connection& connection) {
  auto stamp = stamp_of(connection);
  if (!stamp) return stamp;
  const bool is_empty = stamp->application == 0 && stamp->version == 0 && stamp->tables == 0;
  if (stamp->application != kApplicationId && !is_empty) {
    return fail(fmt::format("{}: this is a SQLite file, but no store of masudi; name another file with --store",
                            connection.path()));
  }
  if (stamp->version > schema_version()) {
    return fail(
        fmt::format("{}: the store has schema {}, and this masudi knows schemas up to {}; use the masudi that made it, "
                    "or a newer one",
                    connection.path(), stamp->version, schema_version()));
  }
  return stamp;
}

}  // namespace

std::span<const std::string_view> migrations() { return kMigrations; }
int schema_version() { return static_cast<int>(kMigrations.size()); }

Result<void> check_owner(const Connection& connection) {
  return checked_stamp(connection).map([](const Stamp&) {});
}

Result<void> migrate(Connection& connection) {
  auto stamp = checked_stamp(connection);
  if (!stamp) return tl::make_unexpected(std::move(stamp.error()));
  if (stamp->version == schema_version()) return {};
  if (auto begun = connection.begin(); !begun) return begun;
  stamp = checked_stamp(connection);  // another program may have been faster
  if (!stamp) return tl::make_unexpected(std::move(stamp.error()));
  for (auto at = static_cast<std::size_t>(stamp->version); at < kMigrations.size(); ++at) {
    if (auto done = connection.run(std::string(kMigrations[at])); !done) {
      connection.roll_back();
      return done;
    }
  }
  auto marked = connection.run(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT", kApplicationId, schema_version()));
  if (!marked) connection.roll_back();
  return marked;
}

Result<void> check_schema(const Connection& connection) {
  auto stamp = checked_stamp(connection);
  if (!stamp) return tl::make_unexpected(std::move(stamp.error()));
  if (stamp->version == schema_version()) return {};
  return fail(fmt::format("{}: the store has schema {} and must be brought to {}; masudi ingest --store {} does it",
                          connection.path(), stamp->version, schema_version(), connection.path()));
}

}  // namespace masudi::store
