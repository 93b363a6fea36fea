// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "store/sqlite.h"

namespace masudi::store {

// "masd": marks a SQLite file as a store (PRAGMA application_id).
constexpr std::int64_t kApplicationId = 0x6D617364;

// The scripts that lead from an empty file to today's schema, in order: script N takes a store of version N to N + 1
// (PRAGMA user_version). A script that was released is never changed; a new one is added. docs/store.md has the
// picture.
std::span<const std::string_view> migrations();
int schema_version();

// Fails for a SQLite file that is no store of masudi, and for a store that a newer masudi made.
Result<void> check_owner(const Connection& connection);
// Brings the store to today's schema, in one transaction. Fails, and changes nothing, where check_owner() does.
Result<void> migrate(Connection& connection);
// The same checks for a store that is only read; a store with an older schema is refused.
Result<void> check_schema(const Connection& connection);

}  // namespace masudi::store
