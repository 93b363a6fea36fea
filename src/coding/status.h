// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "coding/context.h"
#include "document/event.h"

namespace masudi::coding {

// What is done in words: whoever comes to say it has said it, and the day on which it was said is its day.
bool is_done_in_words(EventType type);

// Whether something happened, by grammar: tense, modals, negation, conditions, and the verbs that it hangs on.
struct Reality {
  Status status = Status::actual;
  std::string_view why;     // in words that a person can check; empty for actual
  bool background = false;  // told in the past perfect or with "since": likely before the story
};

// Of what is told at `trigger`, an event of `type` (its verb, or the light verb of a noun if it has one: pass that as
// `verb`). `words` are all words of the trigger, ascending: a modal or a negation among them is what it says, not what
// is said of it
// ("must go", "no confidence in").
Reality reality_of(const Context& context, EventType type, TokenIndex trigger, TokenIndex verb,
                   std::span<const TokenIndex> words);

}  // namespace masudi::coding
