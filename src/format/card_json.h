// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/incident_card.h"
#include "format/json.h"

namespace masudi::format {

// How a reader would call the party.
std::string card_name(const IncidentCard::Party& party);
// "Mali: bombers → market, Gao", as short as an incident can be told.
std::string card_title(const IncidentCard& card);
Json card_json(const IncidentCard& card);

}  // namespace masudi::format
