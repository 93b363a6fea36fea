// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

}  // namespace masudi::query
