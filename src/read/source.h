// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "read/record.h"

namespace masudi::read {

// Where documents come from. Not thread-safe: one caller at a time.
class Source {
 public:
  virtual ~Source() = default;
  // The next document in the order of the input; none at the end.
  virtual std::optional<Record> next() = 0;
  // The next document if it lies at hand; none where it would have to be waited for, or at the end.
  virtual std::optional<Record> next_at_hand() { return std::nullopt; }
};

}  // namespace masudi::read
