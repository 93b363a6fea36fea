// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "query/filter.h"
#include "store/sqlite.h"

namespace masudi::query {

// An SQL condition with the values of its parameters, in order.
struct Condition {
  std::string sql;
  std::vector<std::variant<std::int64_t, double, std::string>> values;

  // Binds the values from parameter `first` on; gives the number of the next free parameter.
  int bind(store::Statement& statement, int first = 1) const;
};

// The filter as a condition on a row `e` of the table event. Fails where a value means nothing (an unknown type).
Result<Condition> condition_of(const Filter& filter);

// Whether the filter most often leaves few events, so that finding these and then sorting beats going through all in
// order.
bool is_narrow(const Filter& filter);

// The words of a search as SQLite's FTS5 wants them: all must occur; "…" is a phrase, word* a beginning. Empty for
// none.
std::string match_expression(std::string_view words);

}  // namespace masudi::query
