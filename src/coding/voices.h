// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "coding/context.h"
#include "coding/parties.h"
#include "coding/speech.h"
#include "document/event.h"

namespace masudi::coding {

// Who answers for what a document says (codebook part 6). Keeps its memory from document to document.
class Voices {
 public:
  void read(const Context& context, const Speech& speech, const Parties& parties);

  // Appends the chain of voices behind what is told at `trigger`, outermost first, without the document's own outlet. A
  // saying whose cue is the trigger itself gives none. The voice of a known person or organisation has its usual full
  // name; others ("witnesses", "a report") have the span of their phrase.
  void of_event(TokenIndex trigger, std::vector<Voice>& out) const;
  // Who the document says stands behind it as a whole: "The Associated Press contributed to this story."
  const std::vector<Voice>& provenance() const { return provenance_; }

 private:
  struct Scope {
    Saying saying;
    Voice voice;
    bool outlet;  // told to this medium, which passes it on: outside the speaker
    bool claims;  // "claims responsibility": holds for the cue itself (codebook part 9)
  };
  void add(const Context& context, const Speech& speech, const Parties& parties, const Saying& saying);
  void pass_sources_on(const Context& context);
  void read_provenance(const Context& context, const Parties& parties);
  bool is_own_outlet(const Context& context, const Party& party) const;
  static bool is_outside(const Scope& a, const Scope& b);

  std::vector<Scope> scopes_;      // by the beginning of what is said
  std::vector<TokenIndex> reach_;  // the furthest end of what is said up to here
  std::vector<Voice> provenance_;
  std::vector<PartyMention> mentions_;
};

// Whether the voice is an actor of the event.
bool is_actor(const Voice& voice, const Event& event);

// Takes away the voices of actors who merely speak for themselves: he warned, she announced aid (codebook parts 6 and
// 9). A deed that rests on the doer's own word ("rebels say they have seized") keeps its voice.
void drop_own_words(Event& event);

}  // namespace masudi::coding
