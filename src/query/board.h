// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "document/board.h"
#include "query/filter.h"
#include "store/store.h"

namespace masudi::query {

// All incidents of the store. Reads each table once: about a second for a hundred thousand incidents. Call it inside a
// transaction where another program may write.
Result<Board> read_board(const store::Store& store);

// The numbers of the incidents of which an event passes the filter, sorted.
Result<std::vector<std::int64_t>> incident_numbers(const store::Store& store, const Filter& filter);

}  // namespace masudi::query
