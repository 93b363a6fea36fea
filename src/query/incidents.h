// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "document/sheet.h"
#include "query/events.h"
#include "query/filter.h"
#include "store/store.h"

namespace masudi::query {

// The incidents of which an event passes the filter, by day; a row each.
Result<Sheet> incidents(const store::Store& store, const Filter& filter, std::uint64_t limit);
// The rows of these incidents, by their numbers in the store.
Result<Sheet> incidents(const store::Store& store, std::span<const std::int64_t> numbers);

// All that is known of one incident but its mentions.
struct IncidentView {
  Sheet head;        // one row, columns as in incidents()
  Sheet statements;  // field, value, by, reports: who says what of it
  Sheet citations;   // citing, cited, kind, circular, report
  std::vector<FoundEvent> mentions;
};
// None for an id that is no incident's.
Result<std::optional<IncidentView>> incident(const store::Store& store, const std::string& id);

// The ids of the incidents that the document (by its number in the store) tells of, in the order of their days.
Result<std::vector<std::string>> incidents_of_document(const store::Store& store, std::int64_t document);

}  // namespace masudi::query
