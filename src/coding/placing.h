// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "coding/draft.h"
#include "coding/places.h"

namespace masudi::coding {

// Gives every draft its places (codebook part 7): those that its sentence says of it; for a second mention those of the
// other; for deeds the nearest phrase of place, else where the story was in the sentences before. A place that is not
// known by name lies in the country of the others, if they all lie in one.
void place_drafts(const Drafting& drafting, const Places& places, std::vector<Draft>& drafts);

}  // namespace masudi::coding
