// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/incident_card.h"
#include "query/filter.h"
#include "query/page.h"
#include "store/store.h"

namespace masudi::query {

// Incidents by their numbers in the store.
struct IncidentPage {
  std::vector<std::int64_t> numbers;
  std::string cursor;  // where the next page begins; empty where there is none
};

// The incidents of which an event passes the filter, by day, first publication and id. Fails for a cursor that no page
// gave.
Result<IncidentPage> find_incidents(const store::Store& store, const Filter& filter, const Page& page);
// Whether a page could have given it.
bool is_incident_cursor(const std::string& cursor);

// What stands on the cards of these incidents; the number of one that is not there is passed over.
Result<std::vector<IncidentCard>> incident_cards(const store::Store& store, std::span<const std::int64_t> numbers);
// None for an id that is no incident's.
Result<std::optional<IncidentCard>> incident_card(const store::Store& store, const std::string& id);

}  // namespace masudi::query
