// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <charconv>

#include "query/condition.h"
#include "query/events.h"

namespace masudi::query {
namespace {

// Where a page ended: the values that the list is sorted by.
struct Place {
  std::string day;
  std::int64_t event = 0;
};

Result<Place> read_cursor(const std::string& cursor) {
  constexpr std::size_t kDay = 10;
  Place place;
  if (cursor.size() > kDay + 1 && cursor[kDay] == '~' && parse_date(cursor.substr(0, kDay))) {
    place.day = cursor.substr(0, kDay);
    const char* const end = cursor.data() + cursor.size();
    const auto [rest, error] = std::from_chars(cursor.data() + kDay + 1, end, place.event);
    if (error == std::errc() && rest == end) return place;
  }
  return fail(fmt::format("cursor: \"{}\" is not what a page gave as its next one", cursor));
}

}  // namespace

bool is_event_cursor(const std::string& cursor) { return read_cursor(cursor).has_value(); }

Result<EventPage> find_events(const store::Store& store, const Filter& filter, const Page& page) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto place = page.cursor.empty() ? Place() : read_cursor(page.cursor);
  if (!place) return tl::make_unexpected(std::move(place.error()));
  std::string sql =
      "SELECT e.event_id, e.document_id, coalesce(e.date, e.published) FROM event e WHERE " + condition->sql;
  if (!page.cursor.empty()) {
    sql += fmt::format(
        " AND coalesce(e.date, e.published) {0}= ? AND (coalesce(e.date, e.published), e.event_id) {0} (?, ?)",
        page.newest_first ? '<' : '>');
  }
  sql +=
      fmt::format(" ORDER BY {}coalesce(e.date, e.published) {}, e.event_id {} LIMIT ?", is_narrow(filter) ? "+" : "",
                  page.newest_first ? "DESC" : "ASC", page.newest_first ? "DESC" : "ASC");
  auto statement = store.connection().prepare(sql);
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  int next = condition->bind(*statement);
  if (!page.cursor.empty()) {
    statement->bind(next++, place->day), statement->bind(next++, place->day), statement->bind(next++, place->event);
  }
  statement->bind(next, page.limit > 0 ? static_cast<std::int64_t>(page.limit + 1) : std::int64_t{-1});
  EventPage out;
  std::string day;
  auto done = statement->each([&] {
    if (page.limit > 0 && out.found.size() == page.limit) {
      out.cursor = fmt::format("{}~{}", day, out.found.back().event);
      return;
    }
    out.found.push_back({statement->integer(0), statement->integer(1)});
    day = statement->string(2);
  });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return out;
}

}  // namespace masudi::query
