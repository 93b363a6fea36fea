// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "coding/draft.h"
#include "coding/judge.h"

namespace masudi::coding {

enum class Side : std::uint8_t { actor, recipient };

// A party of the sentence that may be on a side of a draft where the frame has found nobody.
struct Candidate {
  TokenIndex head;
  std::vector<PartyMention> parties;
};

// Guesses who acts or is acted upon where no slot of a draft's frame is filled, mostly because the tree went astray: a
// logistic model over how the parties of the sentence stand to the trigger, learnt from hand-coded stories
// (knowledge/events/role_weights.txt). It would rather say nothing: only what is more likely than not is taken.
class Guesser {
 public:
  explicit Guesser(const Drafting& drafting) : d_(drafting) {}

  void complete(std::vector<Draft>& drafts);

  // Whether anybody is wanted on the side: its frame has slots for it, and none is filled.
  bool wants(const Draft& draft, Side side) const;
  // The parties of the draft's sentence that are not on its other side.
  void candidates(const Draft& draft, Side side, std::vector<Candidate>& out) const;
  // How candidate `i` stands to the draft.
  void describe(const Draft& draft, Side side, const std::vector<Candidate>& all, std::size_t i,
                const std::vector<Draft>& drafts, Features& out) const;

 private:
  bool speaks_of(const Draft& draft, TokenIndex t) const;
  void describe_place(const Draft& draft, std::string_view side, const std::vector<Candidate>& all, std::size_t i,
                      Features& out) const;
  void guess(Draft& draft, Side side, const std::vector<Draft>& drafts);

  const Drafting& d_;
  std::vector<Candidate> candidates_;
  Features features_;
};

}  // namespace masudi::coding
