// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "record/digest.h"

namespace masudi::record {

// The keys of the blocks that a mention stands in, and of those in which its likes may stand: the same for the days
// around. Sorted, distinct.
std::vector<std::uint64_t> own_blocks(const Mention& mention);
std::vector<std::uint64_t> blocks_to_search(const Mention& mention);

}  // namespace masudi::record
