// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/alert.h"
#include "query/alert_rule.h"
#include "store/alerts.h"
#include "store/searches.h"
#include "store/store.h"

namespace masudi::alert {

// Keeps a search under a name; incidents that pass it now count as told, if its rule is for new ones. In one
// transaction. Fails for options that mean nothing, for a name that is taken, and for one that is no name (letters,
// digits, '-', '_' and '.', at most 64).
Result<void> add_search(store::Store& store, const std::string& name, query::SearchOptions options);

// Where the alerts of a search go, besides staying in the store.
std::vector<store::Destination> destinations_of(const store::SavedSearch& search);

// Looks whether the conditions of all saved searches hold on the day (none: that of the newest document), and keeps an
// alert for each that came to hold, or that has new incidents, with its deliveries; each in a transaction of its own,
// together with what makes sure that it is not given twice. To be called after each ingestion; an alert is given
//   by a rule for new incidents, for those of which no mention was told before
//   by the other rules, when they hold and did not when they were last checked
// Gives the alerts. A search whose options are not understood is an error, after all others were checked.
Result<std::vector<Alert>> check_searches(store::Store& store, std::optional<Date> day);

}  // namespace masudi::alert
