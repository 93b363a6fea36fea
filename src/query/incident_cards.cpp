// SPDX-License-Identifier: Apache-2.0
#include "query/incident_cards.h"

#include <fmt/format.h>

#include <algorithm>

#include "query/condition.h"

namespace masudi::query {
namespace {

// What stands on a card. Asks a few short questions for each.
class Cards {
 public:
  static Result<Cards> over(const store::Store& store) {
    Cards cards;
    const std::pair<store::Statement*, std::string_view> all[] = {
        {&cards.head_,
         "SELECT id, date, enddate, type, verdict, place, country, admin1, lat, lon, precision, mentions, reports, "
         "origins, first_published, last_published, reasoning FROM incident WHERE incident_id = ?"},
        {&cards.parties_,
         "SELECT role, code, sector, name, words FROM incident_party WHERE incident_id = ? ORDER BY role, position"},
        {&cards.origins_,
         "SELECT by FROM incident_statement WHERE incident_id = ? AND field = 'origin' ORDER BY position"},
        {&cards.words_,
         "SELECT status, (SELECT mode FROM event_mode WHERE event_id = m.event_id ORDER BY position LIMIT 1) "
         "FROM incident_mention m JOIN event e USING (event_id) WHERE m.incident_id = ? ORDER BY m.event_id"},
        {&cards.first_,
         "SELECT d.id, d.title, d.source, d.url, substr(d.text, e.sentence_start + 1, e.sentence_end - "
         "e.sentence_start) FROM incident_mention m JOIN event e USING (event_id) JOIN document d USING (document_id) "
         "WHERE m.incident_id = ? ORDER BY m.position LIMIT 1"},
    };
    for (const auto& [statement, sql] : all) {
      auto prepared = store.connection().prepare(sql);
      if (!prepared) return tl::make_unexpected(std::move(prepared.error()));
      *statement = std::move(*prepared);
    }
    return cards;
  }

  Result<IncidentCard> card(std::int64_t number) {
    IncidentCard card;
    card.number = number;
    return rows(head_, number, [&] { head(card); })
        .and_then([&] { return rows(parties_, number, [&] { party(card); }); })
        .and_then([&] { return rows(origins_, number, [&] { card.origin_names.push_back(origins_.string(0)); }); })
        .and_then([&] { return words(card); })
        .and_then([&] { return rows(first_, number, [&] { first(card); }); })
        .map([&] { return std::move(card); });
  }

 private:
  template <class Look>
  static Result<void> rows(store::Statement& statement, std::int64_t number, Look look) {
    statement.bind_all(number);
    return statement.each(look);
  }

  void head(IncidentCard& card) const {
    const auto& s = head_;
    card.id = s.string(0), card.date = s.string(1), card.enddate = s.string(2), card.type = s.string(3);
    card.verdict = s.string(4);
    if (!s.is_null(5)) {
      card.place = IncidentCard::Spot{s.string(5), s.string(6), s.string(7), {}, s.string(10)};
      if (!s.is_null(8) && !s.is_null(9)) card.place->position = {s.real(8), s.real(9)};
    }
    card.mentions = s.integer(11), card.reports = s.integer(12), card.origins = s.integer(13);
    card.first_published = s.string(14), card.last_published = s.string(15), card.reasoning = s.string(16);
  }

  void party(IncidentCard& card) const {
    const auto& s = parties_;
    auto& side = s.text(0) == "actor" ? card.actors : s.text(0) == "recipient" ? card.recipients : card.via;
    side.push_back({s.string(1), s.string(2), s.string(3), s.string(4)});
  }

  Result<void> words(IncidentCard& card) {
    std::vector<std::pair<std::string, int>> votes;
    auto done = rows(words_, card.number, [&] {
      if (card.mode.empty()) card.mode = words_.string(1);
      const auto same = [&](const auto& vote) { return vote.first == words_.text(0); };
      const auto at = std::find_if(votes.begin(), votes.end(), same);
      if (at == votes.end()) {
        votes.emplace_back(words_.string(0), 1);
      } else {
        ++at->second;
      }
    });
    const auto most =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != votes.end()) card.status = most->first;
    return done;
  }

  void first(IncidentCard& card) const {
    card.first = {first_.string(0), first_.string(1), first_.string(2), first_.string(3), first_.string(4)};
  }

  store::Statement head_, parties_, origins_, words_, first_;
};

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
  const bool is_broad = f.actors.empty() && f.recipients.empty() && f.countries.empty() && !f.near && f.text.empty() &&
                        f.sources.empty() && f.min_origins.value_or(0) <= 1 && !f.from && !f.to;
  const bool is_empty =
      is_broad && f.types.empty() && f.statuses.empty() && !f.min_confidence && !f.min_origins;
  if (is_empty) return Plan::all;
  return is_broad && page.limit > 0 ? Plan::walk : Plan::gather;
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
    sql += " AND EXISTS (SELECT 1 FROM incident_mention m CROSS JOIN event e USING (event_id) WHERE m.incident_id = "
           "i.incident_id AND " + condition.sql + ")";
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

Result<std::vector<IncidentCard>> incident_cards(const store::Store& store, std::span<const std::int64_t> numbers) {
  auto cards = Cards::over(store);
  if (!cards) return tl::make_unexpected(std::move(cards.error()));
  std::vector<IncidentCard> out;
  for (const std::int64_t number : numbers) {
    auto card = cards->card(number);
    if (!card) return tl::make_unexpected(std::move(card.error()));
    if (!card->id.empty()) out.push_back(std::move(*card));
  }
  return out;
}

Result<std::optional<IncidentCard>> incident_card(const store::Store& store, const std::string& id) {
  auto find = store.connection().prepare("SELECT incident_id FROM incident WHERE id = ?");
  if (!find) return tl::make_unexpected(std::move(find.error()));
  find->bind_all(id);
  auto row = find->step();
  if (!row) return tl::make_unexpected(std::move(row.error()));
  if (!*row) return std::optional<IncidentCard>();
  auto cards = Cards::over(store);
  if (!cards) return tl::make_unexpected(std::move(cards.error()));
  return cards->card(find->integer(0)).map([](IncidentCard card) { return std::optional(std::move(card)); });
}

}  // namespace masudi::query
