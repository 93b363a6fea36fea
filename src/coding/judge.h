// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coding/draft.h"
#include "knowledge/feature.h"

namespace masudi::coding {

using knowledge::FeatureWord;

// What is true of a draft, as sparse features: "type=ASSAULT", "entry=kill", "actor=described" … A feature is known by
// the hash of its words; the words are kept only where somebody wants to read them (training, explanation).
class Features {
 public:
  explicit Features(bool keep_words = false) : keep_words_(keep_words) {}

  void clear() { hashes_.clear(), words_.clear(); }
  // Adds "name=value", or "name=value+second".
  void add(const FeatureWord& name, const FeatureWord& value, const FeatureWord& second = {}) {
    hashes_.push_back(knowledge::feature_key(name, value, second));
    if (keep_words_) keep(name.text, value.text, second.text);
  }

  const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  const std::vector<std::string>& words() const { return words_; }

 private:
  void keep(std::string_view name, std::string_view value, std::string_view second);

  bool keep_words_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::string> words_;
};

// Describes a draft whose parties have been cast. `others`: all drafts of the document.
void describe(const Drafting& drafting, const Draft& draft, const std::vector<Draft>& others, Features& out);

// How sure it is who a party is, as a word of a feature: "named", "generic".
std::string_view word_of(Grade grade);

// The first sector of a party; "none" where it has none.
std::string_view sector_of(const PartyMention& party);

// The probability that goes with the logarithm of odds.
double logistic(double log_odds);

// The probability, 0..1, that the draft is an event of its type: a logistic model over its features, whose weights were
// learnt from hand-coded stories (knowledge/events/weights.txt says which and how). 0.5 where no weight is known.
double likelihood(const knowledge::Knowledge& knowledge, const Features& features);

}  // namespace masudi::coding
