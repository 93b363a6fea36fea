// SPDX-License-Identifier: Apache-2.0
#include "query/events.h"

#include "query/condition.h"

namespace masudi::query {

Result<std::vector<FoundEvent>> find_events(const store::Store& store, const Filter& filter, std::uint64_t limit) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto statement = store.connection().prepare("SELECT e.event_id, e.document_id FROM event e WHERE " + condition->sql +
                                              " ORDER BY coalesce(e.date, e.published), e.event_id LIMIT ?");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  const int last = condition->bind(*statement);
  statement->bind(last, limit > 0 ? static_cast<std::int64_t>(limit) : std::int64_t{-1});
  std::vector<FoundEvent> found;
  auto done = statement->each([&] { found.push_back({statement->integer(0), statement->integer(1)}); });
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
