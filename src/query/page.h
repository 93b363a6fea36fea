// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace masudi::query {

// A part of a long list.
struct Page {
  std::uint64_t limit = 0;  // 0: all
  std::string cursor;       // where the page before ended, as that page gave it; empty: from the beginning
  bool newest_first = false;
};

}  // namespace masudi::query
