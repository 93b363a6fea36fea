// SPDX-License-Identifier: Apache-2.0
#include "query/incident_pages.h"

#include <fmt/format.h>

#include "query/condition.h"

namespace masudi::query {
namespace {

// Where a page ended: the values that the list is sorted by.
struct Place {
  std::string date, published, id;
};

std::string cursor_of(const Place& place) { return fmt::format("{}~{}~{}", place.date, place.published, place.id); }

Result<Place> read_cursor(const std::string& cursor) {
  constexpr std::size_t kDay = 10, kId = 16;
  if (cursor.size() == 2 * kDay + 2 + kId && cursor[kDay] == '~' && cursor[2 * kDay + 1] == '~') {
    Place place{cursor.substr(0, kDay), cursor.substr(kDay + 1, kDay), cursor.substr(2 * kDay + 2)};
    const bool is_id = place.id.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (parse_date(place.date) && parse_date(place.published) && is_id) return place;
  }
  return fail(fmt::format("cursor: \"{}\" is not what a page gave as its next one", cursor));
}

// How the incidents of a page are best come by.
enum class Plan {
  all,     // every one passes
  walk,    // go through them in order and look whether one passes: many do, so that the page is soon full
  gather,  // find those that pass, then sort them: there are few
};

Plan plan_of(const Filter& f, const Page& page) {
  if (is_narrow(f) || !f.sources.empty() || f.from || f.to) return Plan::gather;
  if (f.types.empty() && f.statuses.empty() && !f.min_confidence && !f.min_origins) return Plan::all;
  return page.limit > 0 ? Plan::walk : Plan::gather;
}

std::string page_sql(const Condition& condition, Plan plan, const Page& page) {
  const char* way = page.newest_first ? "DESC" : "ASC";
  std::string sql = "SELECT i.incident_id, i.date, i.first_published, i.id FROM incident i WHERE 1";
  if (!page.cursor.empty()) {
    sql += fmt::format(" AND i.date {0}= ? AND (i.date, i.first_published, i.id) {0} (?, ?, ?)",
                       page.newest_first ? '<' : '>');
  }
  if (plan == Plan::walk) {
    // CROSS JOIN: from the few mentions to their events, never the other way (https://www.sqlite.org/optoverview.html).
    sql +=
        " AND EXISTS (SELECT 1 FROM incident_mention m CROSS JOIN event e USING (event_id) WHERE m.incident_id = "
        "i.incident_id AND " +
        condition.sql + ")";
  } else if (plan == Plan::gather) {
    sql += " AND i.incident_id IN (SELECT m.incident_id FROM event e JOIN incident_mention m USING (event_id) WHERE " +
           condition.sql + ")";
  }
  return sql + fmt::format(" ORDER BY i.date {0}, i.first_published {0}, i.id {0} LIMIT ?", way);
}

}  // namespace

bool is_incident_cursor(const std::string& cursor) { return read_cursor(cursor).has_value(); }

Result<IncidentPage> find_incidents(const store::Store& store, const Filter& filter, const Page& page) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto place = page.cursor.empty() ? Place() : read_cursor(page.cursor);
  if (!place) return tl::make_unexpected(std::move(place.error()));
  const Plan plan = plan_of(filter, page);
  auto statement = store.connection().prepare(page_sql(*condition, plan, page));
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  int next = 1;
  if (!page.cursor.empty()) {
    for (const auto* value : {&place->date, &place->date, &place->published, &place->id})
      statement->bind(next++, *value);
  }
  if (plan != Plan::all) next = condition->bind(*statement, next);
  // One more than is wanted tells whether there is a next page.
  statement->bind(next, page.limit > 0 ? static_cast<std::int64_t>(page.limit + 1) : std::int64_t{-1});
  IncidentPage out;
  Place last;
  auto done = statement->each([&] {
    if (page.limit > 0 && out.numbers.size() == page.limit) {
      out.cursor = cursor_of(last);
      return;
    }
    out.numbers.push_back(statement->integer(0));
    last = {statement->string(1), statement->string(2), statement->string(3)};
  });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return out;
}

}  // namespace masudi::query
