// SPDX-License-Identifier: Apache-2.0
#include "query/incidents.h"

#include <fmt/format.h>

#include "query/condition.h"
#include "query/sheets.h"

namespace masudi::query {
namespace {

constexpr std::string_view kParties =
    "(SELECT group_concat(CASE WHEN name <> '' THEN name WHEN code <> '' THEN trim(code || ' ' || sector) "
    "ELSE words END, '; ') FROM (SELECT * FROM incident_party p WHERE p.incident_id = i.incident_id AND role = '{}' "
    "ORDER BY position)) AS {}";
constexpr std::string_view kFigure =
    "(SELECT best_{} FROM incident_figure f WHERE f.incident_id = i.incident_id AND measure = '{}') AS {}";
constexpr std::string_view kOrigins =
    "(SELECT group_concat(by, '; ') FROM (SELECT by FROM incident_statement s WHERE s.incident_id = i.incident_id "
    "AND field = 'origin' ORDER BY position)) AS origin_names";

std::string columns() {
  return "i.id, i.date, i.enddate, i.type, " + fmt::format(fmt::runtime(kParties), "actor", "actors") + ", " +
         fmt::format(fmt::runtime(kParties), "recipient", "recipients") +
         ", i.place, i.country, i.lat, i.lon, i.precision, " +
         fmt::format(fmt::runtime(kFigure), "low", "dead", "dead_low") + ", " +
         fmt::format(fmt::runtime(kFigure), "high", "dead", "dead_high") +
         ", i.verdict, i.mentions, i.reports, i.origins, " + std::string(kOrigins) +
         ", i.first_report, i.first_published, i.last_published, i.reasoning";
}

// `select` of the incidents `i` of which an event passes the filter, by day; `limit` 0: all.
Result<store::Statement> chosen(const store::Store& store, const Filter& filter, std::uint64_t limit,
                                std::string_view with, std::string_view select) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto statement = store.connection().prepare(fmt::format(
      "WITH chosen AS MATERIALIZED (SELECT i.* FROM incident i WHERE i.incident_id IN (SELECT m.incident_id "
      "FROM incident_mention m JOIN event e USING (event_id) WHERE {}) "
      "ORDER BY i.date, i.first_published, i.id LIMIT ?){} {}",
      condition->sql, with, select));
  if (!statement) return statement;
  const int last = condition->bind(*statement);
  statement->bind(last, limit > 0 ? static_cast<std::int64_t>(limit) : std::int64_t{-1});
  return statement;
}

constexpr std::string_view kInOrder = "ORDER BY i.date, i.first_published, i.id";

Result<Sheet> sheet_by_id(const store::Store& store, const std::string& sql, const std::string& id) {
  auto statement = store.connection().prepare(sql);
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(id);
  return sheet_of(*statement);
}

Result<std::vector<FoundEvent>> mentions_of(const store::Store& store, const std::string& id) {
  auto statement = store.connection().prepare(
      "SELECT event_id, e.document_id FROM incident i JOIN incident_mention m USING (incident_id) "
      "JOIN event e USING (event_id) WHERE i.id = ? ORDER BY m.position");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(id);
  std::vector<FoundEvent> found;
  auto done = statement->each([&] { found.push_back({statement->integer(0), statement->integer(1)}); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return found;
}

Result<IncidentMentions> mentions_by(Result<store::Statement> statement) {
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  IncidentMentions out;
  auto done = statement->each([&] {
    out.incidents.push_back(statement->string(0));
    out.found.push_back({statement->integer(1), statement->integer(2)});
  });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return out;
}

}  // namespace

Result<Sheet> incidents(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  auto statement = chosen(store, filter, limit, "", fmt::format("SELECT {} FROM chosen i {}", columns(), kInOrder));
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  return sheet_of(*statement);
}

Result<Sheet> incidents(const store::Store& store, std::span<const std::int64_t> numbers) {
  auto statement = store.connection().prepare("SELECT " + columns() + " FROM incident i WHERE i.incident_id = ?");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  Sheet out;
  for (int c = 0; c < statement->columns(); ++c) out.columns.emplace_back(statement->column_name(c));
  for (const std::int64_t number : numbers) {
    statement->bind_all(number);
    auto one = sheet_of(*statement);
    if (!one) return one;
    out.rows.insert(out.rows.end(), one->rows.begin(), one->rows.end());
  }
  return out;
}

Result<Graph> incident_graph(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  constexpr std::string_view kSides =
      ", side AS MATERIALIZED (SELECT p.*, trim(code || ' ' || sector) AS coded, CASE WHEN name <> '' THEN name WHEN "
      "code <> '' OR sector <> '' THEN trim(code || ' ' || sector) ELSE words END AS node "
      "FROM chosen JOIN incident_party p USING (incident_id))";
  auto nodes = chosen(store, filter, limit, kSides,
                      "SELECT node AS id, nullif(min(coded), '') AS code, nullif(min(name), '') AS name FROM side "
                      "WHERE role IN ('actor', 'recipient') GROUP BY node ORDER BY node");
  if (!nodes) return tl::make_unexpected(std::move(nodes.error()));
  auto edges =
      chosen(store, filter, limit, kSides,
             fmt::format("SELECT a.node AS source, r.node AS target, i.id AS incident, i.date, i.type AS event, "
                         "i.verdict, i.mentions, i.reports, i.origins, i.place, i.country, i.lat, i.lon "
                         "FROM chosen i JOIN side a USING (incident_id) JOIN side r USING (incident_id) "
                         "WHERE a.role = 'actor' AND r.role = 'recipient' {}, a.position, r.position",
                         kInOrder));
  if (!edges) return tl::make_unexpected(std::move(edges.error()));
  auto node_sheet = sheet_of(*nodes);
  if (!node_sheet) return tl::make_unexpected(std::move(node_sheet.error()));
  return sheet_of(*edges).map([&](Sheet sheet) { return Graph{std::move(*node_sheet), std::move(sheet)}; });
}

Result<IncidentMentions> incident_mentions(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  return mentions_by(chosen(store, filter, limit, "",
                            fmt::format("SELECT i.id, e.event_id, e.document_id FROM chosen i JOIN incident_mention m "
                                        "USING (incident_id) JOIN event e USING (event_id) {}, m.position",
                                        kInOrder)));
}

Result<IncidentMentions> incident_heads(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  return mentions_by(chosen(store, filter, limit, "",
                            fmt::format("SELECT id, event_id, document_id FROM (SELECT i.*, e.event_id, e.document_id, "
                                        "row_number() OVER (PARTITION BY i.incident_id ORDER BY e.type <> i.type, "
                                        "m.position) AS place_in_line FROM chosen i JOIN incident_mention m USING "
                                        "(incident_id) JOIN event e USING (event_id)) i WHERE place_in_line = 1 {}",
                                        kInOrder)));
}

Result<std::optional<IncidentView>> incident(const store::Store& store, const std::string& id) {
  constexpr std::string_view kStatements =
      "SELECT field, value, by, (SELECT group_concat(d.id, '; ') FROM incident_statement_report r "
      "JOIN document d USING (document_id) WHERE r.incident_id = s.incident_id AND r.position = s.position) AS reports "
      "FROM incident i JOIN incident_statement s USING (incident_id) WHERE i.id = ? ORDER BY s.position";
  constexpr std::string_view kCitations =
      "SELECT citing, cited, kind, is_circular, d.id AS report FROM incident i JOIN citation c USING (incident_id) "
      "LEFT JOIN document d USING (document_id) WHERE i.id = ? ORDER BY position";
  auto head = sheet_by_id(store, "SELECT " + columns() + " FROM incident i WHERE i.id = ?", id);
  if (!head) return tl::make_unexpected(std::move(head.error()));
  if (head->rows.empty()) return std::optional<IncidentView>();
  auto statements = sheet_by_id(store, std::string(kStatements), id);
  if (!statements) return tl::make_unexpected(std::move(statements.error()));
  auto citations = sheet_by_id(store, std::string(kCitations), id);
  if (!citations) return tl::make_unexpected(std::move(citations.error()));
  auto mentions = mentions_of(store, id);
  if (!mentions) return tl::make_unexpected(std::move(mentions.error()));
  return IncidentView{std::move(*head), std::move(*statements), std::move(*citations), std::move(*mentions)};
}

Result<std::vector<std::string>> incidents_of_document(const store::Store& store, std::int64_t document) {
  auto statement = store.connection().prepare(
      "SELECT DISTINCT i.id FROM event e JOIN incident_mention m USING (event_id) JOIN incident i USING (incident_id) "
      "WHERE e.document_id = ? ORDER BY i.date, i.id");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(document);
  std::vector<std::string> ids;
  auto done = statement->each([&] { ids.push_back(statement->string(0)); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return ids;
}

}  // namespace masudi::query
