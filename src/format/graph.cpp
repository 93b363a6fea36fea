// SPDX-License-Identifier: Apache-2.0
#include "format/graph.h"

#include <fmt/format.h>

#include <algorithm>

#include "format/sheet.h"
#include "format/xml.h"

namespace masudi::format {
namespace {

constexpr std::string_view kOpen =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";

// Of the first cell of the column that is known; a column holds cells of one type.
std::string_view type_of(const Sheet& sheet, std::size_t column) {
  const auto at =
      std::find_if(sheet.rows.begin(), sheet.rows.end(), [&](const auto& row) { return row[column].index() != 0; });
  if (at == sheet.rows.end()) return "string";
  constexpr std::size_t kInteger = 1, kReal = 2;
  const std::size_t index = (*at)[column].index();
  return index == kInteger ? "long" : index == kReal ? "double" : "string";
}

// Nodes and edges may have columns of one name: their keys begin with an n and an e.
void keys(const Sheet& sheet, std::size_t first, std::string_view kind, std::string& out) {
  for (std::size_t c = first; c < sheet.columns.size(); ++c) {
    out += fmt::format("<key id=\"{}{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", kind[0], c, kind,
                       xml_escaped(sheet.columns[c]), type_of(sheet, c));
  }
}

void data(const std::vector<Sheet::Cell>& cells, std::size_t first, char kind, std::string& out) {
  for (std::size_t c = first; c < cells.size(); ++c) {
    const std::string value = cell_text(cells[c]);
    if (!value.empty()) out += fmt::format("<data key=\"{}{}\">{}</data>", kind, c, xml_escaped(value));
  }
}

}  // namespace

std::string write_graphml(const Graph& graph, std::string_view id) {
  std::string out(kOpen);
  keys(graph.nodes, 1, "node", out);
  keys(graph.edges, 2, "edge", out);
  out += fmt::format("<graph id=\"{}\" edgedefault=\"directed\">\n", xml_escaped(id));
  for (const auto& node : graph.nodes.rows) {
    out += fmt::format("<node id=\"{}\">", xml_escaped(cell_text(node[0])));
    data(node, 1, 'n', out);
    out += "</node>\n";
  }
  for (const auto& edge : graph.edges.rows) {
    out += fmt::format("<edge source=\"{}\" target=\"{}\">", xml_escaped(cell_text(edge[0])),
                       xml_escaped(cell_text(edge[1])));
    data(edge, 2, 'e', out);
    out += "</edge>\n";
  }
  return out + "</graph>\n</graphml>\n";
}

}  // namespace masudi::format
