// SPDX-License-Identifier: Apache-2.0
#include "query/events.h"

namespace masudi::query {

Result<std::vector<FoundEvent>> find_events(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  return find_events(store, filter, Page{limit, "", false}).map([](EventPage page) { return std::move(page.found); });
}

Result<std::optional<FoundEvent>> event_of(const store::Store& store, const std::string& id) {
  auto statement = store.connection().prepare(
      "SELECT event_id, document_id FROM event WHERE id = ? ORDER BY is_current DESC, event_id DESC LIMIT 1");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(id);
  std::optional<FoundEvent> found;
  auto done = statement->each([&] { found = FoundEvent{statement->integer(0), statement->integer(1)}; });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return found;
}

Result<std::optional<std::int64_t>> document_number(const store::Store& store, const std::string& id) {
  auto statement = store.connection().prepare("SELECT document_id FROM document WHERE id = ? AND is_current");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(id);
  std::optional<std::int64_t> found;
  auto done = statement->each([&] { found = statement->integer(0); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return found;
}

Result<std::vector<FoundEvent>> events_of(const store::Store& store, const std::string& id) {
  auto event = event_of(store, id);
  if (!event) return tl::make_unexpected(std::move(event.error()));
  if (*event) return std::vector{**event};
  const auto document = document_number(store, id);
  if (!document) return tl::make_unexpected(document.error());
  std::vector<FoundEvent> found;
  if (!*document) return found;
  auto statement = store.connection().prepare("SELECT event_id FROM event WHERE document_id = ? ORDER BY position");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(**document);
  auto done = statement->each([&] { found.push_back({statement->integer(0), **document}); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
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
