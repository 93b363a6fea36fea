// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "coding/context.h"
#include "document/event.h"

namespace masudi::coding {

// The number that counts a nominal ("at least 12 soldiers", "20 to 30 people", "dozens of", "two"). None: not counted.
std::optional<Range> count_of(const Context& context, TokenIndex nominal);

// Fills sizes (dead, injured, arrested, displaced, participants) and forces of an event from the phrases around its
// trigger in the tree, as the codebook has them (part 8).
void measure(const Context& context, TokenIndex trigger, Event& event);

}  // namespace masudi::coding
