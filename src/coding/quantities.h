// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "coding/context.h"
#include "document/event.h"

namespace masudi::coding {

// The number that counts a nominal ("at least 12 soldiers", "20 to 30 people", "dozens of", "two"), summed over its
// joined members where each is counted ("two children and a woman": 3). None: not counted. A single person is not
// counted here.
std::optional<Range> count_of(const Context& context, TokenIndex nominal);
// The same without joined members.
std::optional<Range> count_of_one(const Context& context, TokenIndex nominal);

// Fills sizes (dead, injured, arrested, displaced, participants) and forces of an event from the phrases around its
// trigger in the tree, as the codebook has them (part 8). What the event has already is kept: call it for each trigger
// of one happening.
void measure(const Context& context, TokenIndex trigger, Event& event);

// measure_people.cpp and measure_forces.cpp, the two halves of measure().
void measure_people(const Context& context, TokenIndex trigger, Event& event);
void measure_forces(const Context& context, TokenIndex trigger, Event& event);

}  // namespace masudi::coding
