// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace masudi {

// An answer in rows and columns. A cell that holds nothing is not known.
struct Sheet {
  using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as `columns`
};

// An answer in nodes and edges. The first column of `nodes` is their id; the first two of `edges` are the ids of the
// nodes that they lead from and to. Every id that an edge has is a node's, and no two nodes have the same.
struct Graph {
  Sheet nodes;
  Sheet edges;
};

// These columns alone, in this order; those that the sheet lacks are left out.
Sheet columns_of(const Sheet& sheet, const std::vector<std::string>& names);

}  // namespace masudi
