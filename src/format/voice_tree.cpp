// SPDX-License-Identifier: Apache-2.0
#include "format/voice_tree.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "format/sheet.h"

namespace masudi::format {
namespace {

struct Edge {
  std::string citing, cited, kind, report;
  bool is_circular = false;
};

class Tree {
 public:
  explicit Tree(const Sheet& citations) {
    for (const auto& row : citations.rows) {
      if (row.size() < 5) continue;
      Edge edge{cell_text(row[0]), cell_text(row[1]), cell_text(row[2]), cell_text(row[4]), cell_text(row[3]) == "1"};
      add_source(edge.cited), add_source(edge.citing);
      below_[edge.cited].push_back(edges_.size());
      relies_.insert(edge.citing);
      edges_.push_back(std::move(edge));
    }
  }

  Json drawn() {
    Json out = Json::array();
    for (const std::string& source : sources_) {
      if (!relies_.contains(source)) out.push_back(root(source));
    }
    // Only circles are left: whoever comes first leads.
    for (const std::string& source : sources_) {
      if (!seen_.contains(source)) out.push_back(root(source));
    }
    return out;
  }

 private:
  static constexpr int kDeepest = 20;

  void add_source(const std::string& source) {
    if (std::find(sources_.begin(), sources_.end(), source) == sources_.end()) sources_.push_back(source);
  }

  Json root(const std::string& source) {
    drawn_.clear(), drawn_.insert(source), seen_.insert(source);
    return {{"name", source}, {"children", children(source, {source})}};
  }

  Json children(const std::string& source, std::vector<std::string> way) {
    Json out = Json::array();
    if (way.size() > kDeepest) return out;
    for (const std::size_t number : below_[source]) {
      const Edge& edge = edges_[number];
      const bool is_back = std::find(way.begin(), way.end(), edge.citing) != way.end();
      if (!is_back && !drawn_.insert(edge.citing).second) continue;
      seen_.insert(edge.citing);
      Json child = {{"name", edge.citing}, {"kind", edge.kind}, {"circular", is_back || edge.is_circular}};
      set_known(child, "report", edge.report);
      if (is_back) {
        child["children"] = Json::array();
      } else {
        way.push_back(edge.citing);
        child["children"] = children(edge.citing, way);
        way.pop_back();
      }
      out.push_back(std::move(child));
    }
    return out;
  }

  std::vector<std::string> sources_;  // in the order in which they are met
  std::vector<Edge> edges_;
  std::map<std::string, std::vector<std::size_t>> below_;
  std::set<std::string> relies_;  // that rely on somebody
  std::set<std::string> drawn_;   // below the origin that is being drawn
  std::set<std::string> seen_;
};

}  // namespace

Json voice_tree(const Sheet& citations) { return Tree(citations).drawn(); }

}  // namespace masudi::format
