// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "query/filter.h"

namespace masudi::query {

// A filter as a person wrote it, whether as options of a command or as parameters of a request: both have the same
// names, meanings and errors.
struct FilterWords {
  std::string from, to, near, text;
  std::vector<std::string> actors, recipients, types, countries, statuses, sources;
  double min_confidence = 0;
  int min_origins = 0;
};

// Fails, in words that name the option, where one means nothing: a day that does not exist, an unknown type or status.
Result<Filter> read_filter(const FilterWords& words);

}  // namespace masudi::query
