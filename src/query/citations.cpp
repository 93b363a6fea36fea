// SPDX-License-Identifier: Apache-2.0
#include "query/citations.h"

#include <fmt/format.h>

#include <map>

#include "query/condition.h"
#include "query/sheets.h"

namespace masudi::query {
namespace {

// Runs `select`, which reads the incidents that pass the filter as `chosen` and ends in LIMIT ?.
Result<Sheet> count_incidents(const store::Store& store, const Filter& filter, std::string_view select,
                              const std::string& value, std::uint64_t limit) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto statement = store.connection().prepare(
      fmt::format("WITH chosen AS MATERIALIZED (SELECT DISTINCT m.incident_id FROM incident_mention m JOIN event e "
                  "USING (event_id) WHERE {}) {}",
                  condition->sql, select));
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  int at = condition->bind(*statement);
  if (!value.empty()) statement->bind(at++, value);
  statement->bind(at, limit > 0 ? static_cast<std::int64_t>(limit) : std::int64_t{-1});
  return sheet_of(*statement);
}

}  // namespace

Result<Sheet> citations(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  return count_incidents(store, filter,
                         "SELECT citing, cited, kind, count(DISTINCT c.incident_id) AS incidents, "
                         "count(DISTINCT c.document_id) AS reports, "
                         "count(DISTINCT c.incident_id) FILTER (WHERE is_circular) AS circular, "
                         "min(d.date) AS first, max(d.date) AS last "
                         "FROM chosen JOIN citation c USING (incident_id) LEFT JOIN document d USING (document_id) "
                         "GROUP BY citing, cited, kind ORDER BY incidents DESC, citing, cited, kind LIMIT ?",
                         "", limit);
}

Result<Sheet> origins(const store::Store& store, const Filter& filter, const std::string& kind, std::uint64_t limit) {
  const std::string select = fmt::format(
      ", o AS MATERIALIZED (SELECT i.incident_id, i.id, i.origins, i.date, s.by, s.value, s.position FROM chosen JOIN "
      "incident_statement s USING (incident_id) JOIN incident i USING (incident_id) WHERE s.field = 'origin'{} "
      "ORDER BY i.date, i.id), "
      "r AS (SELECT by, value, count(DISTINCT document_id) AS reports, count(DISTINCT nullif(d.source, '')) AS outlets "
      "FROM o JOIN incident_statement_report USING (incident_id, position) JOIN document d USING (document_id) "
      "GROUP BY by, value) "
      "SELECT o.by AS origin, o.value AS kind, count(*) AS incidents, count(*) FILTER (WHERE origins = 1) AS alone, "
      "r.reports, r.outlets, min(date) AS first, max(date) AS last, group_concat(id, ' ') AS behind "
      "FROM o LEFT JOIN r USING (by, value) GROUP BY o.by, o.value ORDER BY incidents DESC, origin, kind LIMIT ?",
      kind.empty() ? "" : " AND s.value = ?");
  return count_incidents(store, filter, select, kind, limit);
}

Result<Graph> citation_graph(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  auto edges = citations(store, filter, limit);
  if (!edges) return tl::make_unexpected(std::move(edges.error()));
  auto ends = origins(store, filter, "", 0);
  if (!ends) return tl::make_unexpected(std::move(ends.error()));
  constexpr std::size_t kKind = 1, kIncidents = 2, kAlone = 3;
  std::map<std::string, std::vector<Sheet::Cell>> nodes;
  for (const auto& row : edges->rows) {
    for (const std::size_t end : {0, 1}) nodes[std::get<std::string>(row[end])].assign(kAlone, std::monostate{});
  }
  for (const auto& row : ends->rows) {
    const auto node = nodes.find(std::get<std::string>(row[0]));
    if (node == nodes.end() || node->second[0].index() != 0) continue;  // the kind that it most often is comes first
    node->second = {row[kKind], row[kIncidents], row[kAlone]};
  }
  Graph graph{{{"id", "kind", "origin_of", "alone"}, {}}, std::move(*edges)};
  for (auto& [name, cells] : nodes) {
    cells.insert(cells.begin(), name);
    graph.nodes.rows.push_back(std::move(cells));
  }
  return graph;
}

}  // namespace masudi::query
