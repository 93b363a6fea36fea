// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/incident_card.h"

namespace masudi::format {

// {"incidents": [a card each], "next": the cursor of the next page or null}.
std::string cards_json(std::span<const IncidentCard> cards, std::string_view cursor);
// One card a line.
std::string cards_jsonl(std::span<const IncidentCard> cards);
// Members of a FeatureCollection of RFC 7946, parted by commas: a point for each incident that has one, a null geometry
// for the others.
std::string features_geojson(std::span<const IncidentCard> cards);
// What stands before and after them.
constexpr std::string_view kGeoJsonHead = "{\"type\":\"FeatureCollection\",\"features\":[\n";
constexpr std::string_view kGeoJsonTail = "\n]}\n";

}  // namespace masudi::format
