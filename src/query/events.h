// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/event.h"
#include "query/filter.h"
#include "query/page.h"
#include "store/loader.h"
#include "store/store.h"

namespace masudi::query {

// An event of the store and the document that it stands in.
struct FoundEvent {
  std::int64_t event;
  std::int64_t document;
};

// The events that pass the filter, by day, then in the order in which they were stored; at most `limit` (0: all).
Result<std::vector<FoundEvent>> find_events(const store::Store& store, const Filter& filter, std::uint64_t limit = 0);

// A page of them; `cursor` is where the next one begins, empty where there is none. Fails for a cursor that no page
// gave.
struct EventPage {
  std::vector<FoundEvent> found;
  std::string cursor;
};
Result<EventPage> find_events(const store::Store& store, const Filter& filter, const Page& page);
// Whether a page could have given it.
bool is_event_cursor(const std::string& cursor);

// The event of that id, or all events of the document of that id; in its current version if it has one there, else in
// the newest that has it.
Result<std::vector<FoundEvent>> events_of(const store::Store& store, const std::string& id);

// The event of that id alone; none where there is no such event.
Result<std::optional<FoundEvent>> event_of(const store::Store& store, const std::string& id);
// The number in the store of the current version of that document; none where there is no such document.
Result<std::optional<std::int64_t>> document_number(const store::Store& store, const std::string& id);

// Gets what is given to it: a document, and those of its events that were found, in order.
class EventVisitor {
 public:
  virtual ~EventVisitor() = default;
  // False: enough.
  virtual bool visit(const store::StoredDocument& document, std::span<const Event> events) = 0;
};

// Loads found events, one document after the other; neighbours of one document come together.
Result<void> visit_events(const store::Store& store, std::span<const FoundEvent> found, EventVisitor& visitor);

}  // namespace masudi::query
