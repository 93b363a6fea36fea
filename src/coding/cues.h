// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "coding/tree.h"
#include "knowledge/knowledge.h"

namespace masudi::coding {

// A reporting cue that stands in the text: tokens [first, last).
struct CueMatch {
  TokenIndex first;
  TokenIndex last;
  knowledge::CueKind kind;
  knowledge::SpeakerSlot speaker;
};

// The reporting cues of the knowledge by their first word. Made once (a few microseconds), then only read; views into
// the knowledge, which must outlive it.
class Cues {
 public:
  explicit Cues(const knowledge::Knowledge& knowledge);

  // Appends the cues that begin at the token, the longest of each kind only: verbs and nouns by lemma and part of
  // speech, prepositions and adverbs as they stand.
  void at(const Tree& tree, TokenIndex t, TokenIndex end, std::vector<CueMatch>& out) const;
  // Whether the lemma is that of a verb whose subject speaks.
  bool is_verb_of_saying(std::string_view lemma) const;

 private:
  struct Entry {
    std::uint64_t hash;     // of the first word
    std::string_view rest;  // the other words, parted by one blank
    knowledge::CueKind kind;
    knowledge::SpeakerSlot speaker;
  };
  void add(const Tree& tree, TokenIndex t, TokenIndex end, std::uint64_t hash, bool by_lemma,
           std::vector<CueMatch>& out) const;

  std::vector<Entry> entries_;        // by hash
  std::vector<std::uint32_t> slots_;  // open addressing, power of two: 1 + index of the first entry with the hash
};

}  // namespace masudi::coding
