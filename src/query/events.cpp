// SPDX-License-Identifier: Apache-2.0
#include "query/events.h"

#include "query/condition.h"

namespace masudi::query {
namespace {

// Whether the filter leaves few events, so that finding these and then sorting beats going through all in order.
bool is_narrow(const Filter& f) {
  return !f.actors.empty() || !f.recipients.empty() || !f.countries.empty() || f.near || !f.text.empty() ||
         f.min_origins.value_or(0) > 1;
}

}  // namespace

Result<std::vector<FoundEvent>> find_events(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  // "+" keeps SQLite from walking the index over days (https://www.sqlite.org/optoverview.html).
  const std::string order = is_narrow(filter) ? " ORDER BY +coalesce(" : " ORDER BY coalesce(";
  auto statement = store.connection().prepare("SELECT e.event_id, e.document_id FROM event e WHERE " + condition->sql +
                                              order + "e.date, e.published), e.event_id LIMIT ?");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  const int last = condition->bind(*statement);
  statement->bind(last, limit > 0 ? static_cast<std::int64_t>(limit) : std::int64_t{-1});
  std::vector<FoundEvent> found;
  auto done = statement->each([&] { found.push_back({statement->integer(0), statement->integer(1)}); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return found;
}

Result<std::vector<FoundEvent>> events_of(const store::Store& store, const std::string& id) {
  constexpr std::string_view kById =
      "SELECT event_id, document_id FROM event WHERE id = ? ORDER BY is_current DESC, event_id DESC LIMIT 1";
  constexpr std::string_view kByDocument =
      "SELECT event_id, document_id FROM event WHERE document_id = "
      "(SELECT document_id FROM document WHERE id = ? AND is_current) ORDER BY position";
  std::vector<FoundEvent> found;
  for (const std::string_view sql : {kById, kByDocument}) {
    if (!found.empty()) break;
    auto statement = store.connection().prepare(sql);
    if (!statement) return tl::make_unexpected(std::move(statement.error()));
    statement->bind_all(id);
    auto done = statement->each([&] { found.push_back({statement->integer(0), statement->integer(1)}); });
    if (!done) return tl::make_unexpected(std::move(done.error()));
  }
  return found;
}

Result<void> visit_events(const store::Store& store, std::span<const FoundEvent> found, EventVisitor& visitor) {
  auto loader = store::Loader::over(store);
  if (!loader) return tl::make_unexpected(std::move(loader.error()));
  for (std::size_t at = 0; at < found.size();) {
    auto document = loader->document(found[at].document);
    if (!document) return tl::make_unexpected(std::move(document.error()));
    const store::Offsets offsets(document->coded.document.text);
    std::vector<Event> events;
    for (; at < found.size() && found[at].document == document->document; ++at) {
      auto event = loader->event(found[at].event, offsets);
      if (!event) return tl::make_unexpected(std::move(event.error()));
      events.push_back(std::move(*event));
    }
    if (!visitor.visit(*document, events)) return {};
  }
  return {};
}

}  // namespace masudi::query
