// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "coding/draft.h"

namespace masudi::coding {

// Whether a draft that gives an event, or was joined to one that does.
bool is_told(const Draft& d);

// The drafts of one sentence; drafts stand in the order of their triggers.
std::span<const Draft> drafts_of(const Tree& tree, const std::vector<Draft>& drafts, std::uint32_t sentence);

// Whether the words of a draft point to a happening that is told elsewhere in the document: "the attack", "his
// murder"; not "an attack", "attacked".
bool points_elsewhere(const Tree& tree, const Draft& d);

// Another mention of what is told at drafts[i], in another sentence, for which `has_it` holds: of the same type, with
// parties that do not speak against it, and named by a like word; the nearest before it, else the nearest after it.
// Null where there is none, or where the words of drafts[i] neither point elsewhere nor name the same person or thing
// that it was done to.
const Draft* other_mention(const Drafting& drafting, const std::vector<Draft>& drafts, std::size_t i,
                           const std::function<bool(const Draft&)>& has_it);

}  // namespace masudi::coding
