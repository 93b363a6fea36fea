// SPDX-License-Identifier: Apache-2.0
#include "query/incident_cards.h"

#include <algorithm>

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

}  // namespace

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
