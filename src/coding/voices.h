// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "coding/context.h"
#include "coding/parties.h"
#include "coding/speech.h"
#include "document/event.h"

namespace masudi::coding {

// Who answers for what a document says (codebook part 6).
class Voices {
 public:
  void read(const Context& context, const Speech& speech, const Parties& parties);

  // Appends the chain of voices behind what is told at `trigger`, outermost first, without the document's own outlet.
  void of_event(TokenIndex trigger, std::vector<Voice>& out) const;
  // Who the document says stands behind it as a whole: "The Associated Press contributed to this story."
  const std::vector<Voice>& provenance() const { return provenance_; }

 private:
  struct Scope {
    Voice voice;
    Saying saying;
  };
  std::vector<Scope> scopes_;
  std::vector<Voice> provenance_;
};

}  // namespace masudi::coding
