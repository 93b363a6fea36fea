// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "coding/context.h"
#include "coding/cues.h"
#include "coding/quotations.h"
#include "coding/speech.h"

namespace masudi::coding {

// Finds the sayings of one sentence by its tree, and by the order of words where the tree is of no help. A view.
class SpeechReader {
 public:
  // `scratch` is memory that is used again.
  SpeechReader(const Context& context, const Quotations& quotations, const Sentence& sentence,
               std::vector<std::uint8_t>& scratch, std::vector<Saying>& out)
      : tree_(context.tree), quotations_(quotations), sentence_(sentence), scratch_(scratch), out_(out) {}

  void read(const CueMatch& cue);
  void accusation(TokenIndex verb);
  // Whether a noun that is the lemma of a verb of saying is that verb, taken for a noun by the tagger; then it is read
  // as one.
  bool disguised_verb(TokenIndex noun);

 private:
  struct Stretch {
    TokenIndex first = kNoToken;
    TokenIndex last = 0;
    bool empty() const { return first >= last; }
    void add(Stretch other) { first = std::min(first, other.first), last = std::max(last, other.last); }
  };

  bool behind_quotation(TokenIndex verb);
  void verb(const CueMatch& cue);
  void passive(const CueMatch& cue);
  void source_verb(const CueMatch& cue);
  void preposition(const CueMatch& cue);
  void adverb(const CueMatch& cue);
  void noun(const CueMatch& cue);

  TokenIndex nominal_beside(TokenIndex verb, Stretch& frame) const;
  bool has_determiner_between(TokenIndex noun) const;
  Stretch told_of(TokenIndex verb) const;
  TokenIndex speaker_of(TokenIndex verb) const;
  TokenIndex owner_of(TokenIndex noun) const;
  Stretch all_below(TokenIndex t) const;
  // What the verb says, by its clauses; empty if it has none.
  Stretch content_of(TokenIndex verb) const;
  // The words of the saying: those around the verb that hang on it and are not said.
  Stretch frame_of(TokenIndex verb);
  bool is_at_end(Stretch frame) const;
  bool stands_after_comma(TokenIndex t) const;
  // The clause that a phrase like "according to X" speaks of.
  Stretch scope_of_phrase(TokenIndex attached, Stretch phrase) const;
  void put(Saying saying, Stretch said, Stretch frame);

  const Tree& tree_;
  const Quotations& quotations_;
  const Sentence& sentence_;
  std::vector<std::uint8_t>& scratch_;
  std::vector<Saying>& out_;
};

}  // namespace masudi::coding
