// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "coding/draft.h"
#include "coding/times.h"

namespace masudi::coding {

// How a story goes on from day to day: whether what is told without a day of its own happened where the story stands.

// "The war", "the fighting": what a reader takes to go on.
bool goes_on(std::string_view lemma);

// The word by which somebody says what is told at the draft; kNoToken if nobody does.
TokenIndex cue_of(const Drafting& drafting, const Draft& draft);

// Whether somebody who acts in the draft acted or spoke in the sentences from that of `day` on: who comes in only now
// says what he says when the report is made.
bool acted_since(const Drafting& drafting, const std::vector<Draft>& drafts, const Draft& draft,
                 const TimeMention& day);

// Whether it is a deed told in the past tense, in a story of other days than that of the report, after the day at which
// the story stood is over: it lies somewhere before.
bool lies_before(const Context& context, const Times& times, const Speech& speech, const Draft& draft);

// "The attack", and no more: the reader knows which.
bool is_known_to_readers(const Tree& tree, const Draft& draft);

}  // namespace masudi::coding
