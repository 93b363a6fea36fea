// SPDX-License-Identifier: Apache-2.0
#include "query/sheets.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "query/condition.h"

namespace masudi::query {
namespace {

Sheet::Cell cell_of(const store::Statement& row, int column) {
  if (row.is_null(column)) return std::monostate{};
  if (row.is_integer(column)) return row.integer(column);
  if (row.is_number(column)) return row.real(column);
  return row.string(column);
}

// Runs `select`, which reads the events that pass the filter as `chosen` and ends in LIMIT ?.
Result<Sheet> count_events(const store::Store& store, const Filter& filter, std::string_view select,
                           std::uint64_t limit) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto statement = store.connection().prepare(
      fmt::format("WITH chosen AS MATERIALIZED (SELECT e.event_id, e.document_id, e.quad_code, e.event_scale, "
                  "coalesce(e.date, e.published) AS day FROM event e WHERE {}) {}",
                  condition->sql, select));
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  const int last = condition->bind(*statement);
  statement->bind(last, limit > 0 ? static_cast<std::int64_t>(limit) : std::int64_t{-1});
  return sheet_of(*statement);
}

}  // namespace

Result<Sheet> sheet_of(store::Statement& statement, std::uint64_t limit) {
  Sheet sheet;
  for (int c = 0; c < statement.columns(); ++c) sheet.columns.emplace_back(statement.column_name(c));
  while (limit == 0 || sheet.rows.size() < limit) {
    auto row = statement.step();
    if (!row) return tl::make_unexpected(std::move(row.error()));
    if (!*row) break;
    auto& cells = sheet.rows.emplace_back();
    for (int c = 0; c < statement.columns(); ++c) cells.push_back(cell_of(statement, c));
  }
  statement.reset();
  return sheet;
}

Result<Sheet> actors(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  return count_events(
      store, filter,
      "SELECT p.code, a.name, count(*) FILTER (WHERE role = 'actor') AS as_actor, "
      "count(*) FILTER (WHERE role = 'recipient') AS as_recipient, "
      "count(*) FILTER (WHERE quad_code <= 2) AS cooperation, count(*) FILTER (WHERE quad_code >= 3) AS conflict, "
      "avg(event_scale) AS mean_scale, min(day) AS first, max(day) AS last "
      "FROM chosen JOIN party p USING (event_id) LEFT JOIN actor a USING (actor_id) "
      "WHERE role IN ('actor', 'recipient') AND (p.code <> '' OR p.actor_id IS NOT NULL) "
      "GROUP BY p.code, p.actor_id ORDER BY count(*) DESC, p.code, a.name LIMIT ?",
      limit);
}

Result<Sheet> sources(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  return count_events(store, filter,
                      "SELECT d.source, count(DISTINCT d.document_id) AS documents, count(*) AS events, "
                      "count(*) FILTER (WHERE quad_code <= 2) AS cooperation, "
                      "count(*) FILTER (WHERE quad_code >= 3) AS conflict, avg(event_scale) AS mean_scale, "
                      "min(d.date) AS first_report, max(d.date) AS last_report "
                      "FROM chosen JOIN document d USING (document_id) "
                      "GROUP BY d.source ORDER BY events DESC, d.source LIMIT ?",
                      limit);
}

Result<Sheet> ask(store::Store& store, const std::string& sql, std::uint64_t limit, int patience) {
  store::Connection& connection = store.connection();
  sqlite3_limit(connection.handle(), SQLITE_LIMIT_ATTACHED, 0);  // other files are none of the question's business
  auto statement = connection.prepare(sql);
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  if (statement->is_empty()) return fail("the SQL is empty; write a SELECT");
  if (!statement->is_read_only())
    return fail("only questions can be asked (SELECT); a store is changed by ingest alone");
  if (statement->columns() == 0) return fail("the SQL holds no question; write a SELECT");
  connection.limit_steps(patience);
  auto sheet = sheet_of(*statement, limit);
  connection.limit_steps(0);
  return sheet;
}

}  // namespace masudi::query
