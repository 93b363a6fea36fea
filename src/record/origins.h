// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "record/book.h"
#include "record/incident.h"

namespace masudi::record {

struct Grounds {
  std::vector<Origin> origins;      // sorted by name
  std::vector<Citation> citations;  // sorted
};

// Follows every telling of a happening back to where it comes from. A graph: texts that are copies of each other are
// one node; it points to the voices that it names, else to the agency of its byline, else to whoever contributed, else
// to its outlet; an outlet points to its own texts, a voice to the one behind it in the chain. Strongly connected
// components that point nowhere are the independent origins. `mentions`: those that say it happened (no denials, no
// retractions), ascending.
Grounds trace(const Book& book, std::span<const std::uint32_t> mentions);

}  // namespace masudi::record
