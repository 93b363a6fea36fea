// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/sheet.h"

namespace masudi::format {

// A graph as GraphML, directed. The columns beyond the ids are data of nodes and edges, numbers as such; what is not
// known has no data element. `id` names the graph.
std::string write_graphml(const Graph& graph, std::string_view id);

}  // namespace masudi::format
