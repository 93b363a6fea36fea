// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/incident_card.h"
#include "store/store.h"

namespace masudi::query {

// What stands on the cards of these incidents; the number of one that is not there is passed over.
Result<std::vector<IncidentCard>> incident_cards(const store::Store& store, std::span<const std::int64_t> numbers);
// None for an id that is no incident's.
Result<std::optional<IncidentCard>> incident_card(const store::Store& store, const std::string& id);

}  // namespace masudi::query
