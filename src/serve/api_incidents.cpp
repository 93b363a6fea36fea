// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "format/atom.h"
#include "format/board.h"
#include "format/cards.h"
#include "format/dossier.h"
#include "query/board.h"
#include "query/incident_cards.h"
#include "query/incident_pages.h"
#include "query/incidents.h"
#include "serve/api_tools.h"

namespace masudi::serve::api {
namespace {

class AddMentions final : public query::EventVisitor {
 public:
  explicit AddMentions(format::Dossier& dossier) : dossier_(dossier) {}
  bool visit(const store::StoredDocument& document, std::span<const Event> events) override {
    dossier_.add(document.coded.document, events);
    return true;
  }

 private:
  format::Dossier& dossier_;
};

// Cards of a page.
tl::expected<std::pair<std::vector<IncidentCard>, std::string>, Failure> cards_of(const Asked& asked,
                                                                                  const query::Filter& filter,
                                                                                  const query::Page& page) {
  auto found = query::find_incidents(asked.store, filter, page);
  if (!found) return broken(asked, std::move(found.error()));
  auto cards = query::incident_cards(asked.store, found->numbers);
  if (!cards) return broken(asked, std::move(cards.error()));
  return std::pair(std::move(*cards), std::move(found->cursor));
}

// The rows of the board that pass the filter.
tl::expected<std::vector<std::uint32_t>, Failure> rows_of(const Asked& asked, const query::Filter& filter,
                                                          const Board& board) {
  const auto numbers = query::incident_numbers(asked.store, filter);
  if (!numbers) return broken(asked, numbers.error());
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < board.rows.size(); ++row) {
    if (std::binary_search(numbers->begin(), numbers->end(), board.rows[row].number)) rows.push_back(row);
  }
  return rows;
}

}  // namespace

Outcome board(const Asked& asked) {
  const auto filter = filter_with(asked, {});
  if (!filter) return tl::unexpected<Failure>(filter.error());
  auto state = asked.boards.at(asked.revision, asked.store);
  if (!state) return broken(asked, std::move(state.error()));
  const bool is_filtered = std::any_of(filter_names().begin(), filter_names().end(),
                                       [&](std::string_view name) { return !asked.parameters.one(name).empty(); });
  if (!is_filtered) return state->whole;
  const auto rows = rows_of(asked, *filter, *state->board);
  if (!rows) return tl::unexpected<Failure>(rows.error());
  return json(format::board_json(cut(*state->board, *rows), asked.countries, asked.revision));
}

Outcome board_rows(const Asked& asked) {
  const auto filter = filter_with(asked, {});
  if (!filter) return tl::unexpected<Failure>(filter.error());
  auto state = asked.boards.at(asked.revision, asked.store);
  if (!state) return broken(asked, std::move(state.error()));
  const auto rows = rows_of(asked, *filter, *state->board);
  if (!rows) return tl::unexpected<Failure>(rows.error());
  return json(format::board_rows_json(*rows, asked.revision));
}

Outcome incidents(const Asked& asked) {
  const auto filter = filter_with(asked, {"limit", "cursor", "order"});
  if (!filter) return tl::unexpected<Failure>(filter.error());
  const auto page = page_of(asked, query::is_incident_cursor);
  if (!page) return tl::unexpected<Failure>(page.error());
  const auto cards = cards_of(asked, *filter, *page);
  if (!cards) return tl::unexpected<Failure>(cards.error());
  return json(format::cards_json(cards->first, cards->second));
}

Outcome incident(const Asked& asked) {
  const std::string id(asked.name);
  auto card = query::incident_card(asked.store, id);
  if (!card) return broken(asked, std::move(card.error()));
  if (!*card) return refuse(fmt::format("there is no incident \"{}\"", id), 404);
  auto view = query::incident(asked.store, id);
  if (!view) return broken(asked, std::move(view.error()));
  if (!*view) return refuse(fmt::format("there is no incident \"{}\"", id), 404);
  format::Dossier dossier(**card, (*view)->statements, (*view)->citations);
  AddMentions visitor(dossier);
  if (auto done = query::visit_events(asked.store, (*view)->mentions, visitor); !done)
    return broken(asked, done.error());
  return json(dossier.json());
}

Outcome incidents_atom(const Asked& asked) {
  const auto filter = filter_with(asked, {"limit"});
  if (!filter) return tl::unexpected<Failure>(filter.error());
  const auto limit = limit_of(asked);
  if (!limit) return tl::unexpected<Failure>(limit.error());
  const auto cards = cards_of(asked, *filter, {*limit, "", true});
  if (!cards) return tl::unexpected<Failure>(cards.error());
  format::AtomFeed feed{std::string(asked.self), "masudi: incidents", std::string(asked.self), {}};
  for (const IncidentCard& card : cards->first) feed.entries.push_back(format::atom_entry(card, asked.base));
  return std::make_shared<const Kept>("application/atom+xml; charset=utf-8", format::write_atom(feed));
}

}  // namespace masudi::serve::api
