// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/alert.h"
#include "query/alert_rule.h"
#include "store/store.h"

namespace masudi::query {

// What a rule finds on a day.
struct AlertFinding {
  bool holds = false;                   // there is something to tell
  Alert alert;                          // what, but for its id and the name of the search
  std::vector<std::int64_t> incidents;  // all that are behind it, by incident_id
};

// Looks at what the store knows with the last day `day`; no clock is asked. `search`: the saved search whose told
// incidents are not new any more (0: all that pass are new). A quantity of a window is
//   value = its sum over the events of the `within` days up to `day`
//   usual = the sum over the 7 × against_weeks days before, divided by their number and multiplied by `within`
// and the rule holds if value ≥ at_least, value ≥ factor × usual, and the store has documents from all these days'
// start. Conflict and cooperation are numbers of events, intensity is that of the escalation index; as there, only
// events with status actual count unless the filter names statuses.
Result<AlertFinding> find_alert(const store::Store& store, const AlertSearch& search, std::int64_t number, Date day);

// The day of the store's newest document; none where it has no documents.
Result<std::optional<Date>> last_day(const store::Store& store);

}  // namespace masudi::query
