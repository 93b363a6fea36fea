// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "store/store.h"

namespace masudi::store {

// A search that is kept under a name, with the state of its condition.
struct SavedSearch {
  std::int64_t number = 0;  // search_id
  std::string name;
  std::vector<std::pair<std::string, std::string>> options;  // as on the command line, without the dashes
  bool is_on = false;                                        // the condition held when it was last checked
  std::optional<Date> checked;                               // the day up to which that was
};

// By name.
Result<std::vector<SavedSearch>> saved_searches(const Store& store);
// None for a name that is not kept.
Result<std::optional<SavedSearch>> saved_search(const Store& store, const std::string& name);

// The caller holds the transaction.
// Gives the number of the new search. Fails where one of that name is there.
Result<std::int64_t> save_search(Store& store, const std::string& name,
                                 std::span<const std::pair<std::string, std::string>> options);
// False where there was none. Its alerts stay.
Result<bool> remove_search(Store& store, const std::string& name);
Result<void> mark_checked(Store& store, std::int64_t search, bool is_on, Date day);
// All mentions of these incidents (by incident_id) count as told from now on.
Result<void> mark_seen(Store& store, std::int64_t search, std::span<const std::int64_t> incidents);

}  // namespace masudi::store
