// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "coding/draft.h"

namespace masudi::coding {

// How what is told without a time of its own stands to the report.
enum class Ground : std::uint8_t {
  story,    // it is what the report tells: its day is that of the report or of the story
  undated,  // it lies before what is told, nobody says when: the deed of a charge, "recent attacks"
  past,     // told as what was before the story: "had been tortured", "the jailed leader", "previously threatened"
};

// Of a draft, by the grammar around its trigger and by what else its sentence tells.
Ground ground_of(const Drafting& drafting, const std::vector<Draft>& drafts, const Draft& d);

}  // namespace masudi::coding
