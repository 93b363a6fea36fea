// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "document/sheet.h"
#include "query/filter.h"
#include "store/store.h"

namespace masudi::query {

// Questions that are answered by counting the events that pass a filter. All are pure reads; `limit` 0 means all rows.

// Who acts and who is acted upon, the busiest first: a row for every named party, and for every code with unnamed ones.
Result<Sheet> actors(const store::Store& store, const Filter& filter, std::uint64_t limit);

// What each outlet reports, the busiest first.
Result<Sheet> sources(const store::Store& store, const Filter& filter, std::uint64_t limit);

// Any one SELECT. Fails for statements that would change something and for those that take more than `patience` million
// steps of SQLite's machine (a thousand million: some ten seconds). Of the rows beyond
// `limit` nothing is read.
Result<Sheet> ask(store::Store& store, const std::string& sql, std::uint64_t limit, int patience);

// Runs a prepared statement to its end: columns by their names, rows as they come.
Result<Sheet> sheet_of(store::Statement& statement, std::uint64_t limit = 0);

}  // namespace masudi::query
