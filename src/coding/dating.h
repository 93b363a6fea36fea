// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "coding/draft.h"
#include "coding/times.h"

namespace masudi::coding {

// Gives every draft its days (codebook part 7): those said of it; else those of another mention of the same happening;
// else the day at which the story stands; else that of the report, for what is actual and not mere background. Makes
// history of what ended long before the report (part 5). Says in the evidence where a day was taken from that the
// sentence does not say.
void date_drafts(const Drafting& drafting, const Times& times, std::vector<Draft>& drafts);

}  // namespace masudi::coding
