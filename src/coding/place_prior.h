// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "coding/place_finder.h"

namespace masudi::coding {

// The records that a candidate stands for: of a country, of any other place.
const knowledge::CountryRecord& country_of(const Context& context, const PlaceCandidate& candidate);
const knowledge::PlaceRecord& place_of(const Context& context, const PlaceCandidate& candidate);
// The country's code as its offset among the strings of the knowledge, where equal strings stand once; 0: none.
std::uint32_t country_code(const Context& context, const PlaceCandidate& candidate);

// Great-circle distance, by the haversine formula; degrees.
float kilometres(float latitude1, float longitude1, float latitude2, float longitude2);

// How often a place is meant by its name where nothing else is known, on a scale where a town gains 1.3 with every
// factor of ten in its people. The weights were set by hand on GeoVirus (see tools/evaluate/places.py).
float prior(const Context& context, const PlaceCandidate& candidate);

}  // namespace masudi::coding
