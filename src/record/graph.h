// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace masudi::record {

// The strongly connected components of a directed graph, by R. Tarjan's method (Depth-first search and linear graph
// algorithms, 1972). `next[n]` are the nodes that node n points to. Gives each node's component; a component has a
// higher number than every one that can be reached from it. Linear.
std::vector<std::uint32_t> components(const std::vector<std::vector<std::uint32_t>>& next);

}  // namespace masudi::record
