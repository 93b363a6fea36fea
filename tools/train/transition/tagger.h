// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "train/transition/corpus.h"
#include "train/transition/perceptron.h"

namespace masudi::train::transition {

// What the tagger sees of a form, as hashes.
struct FormTraits {
  std::uint64_t exact, lower, shape;
  std::array<std::uint64_t, 4> prefixes;  // of 1 to 4 bytes of the lowered form; the whole where it is shorter
  std::array<std::uint64_t, 5> suffixes;
};
FormTraits traits_of(std::string_view form);

// Detailed tags from left to right, each with the two found before it, then the tags, with all detailed ones known.
// While it learns, the tags before are those it found. Templates after Ratnaparkhi 1996 and Toutanova et al. 2003.
class Tagger {
 public:
  Tagger(const LabelSets& labels, std::uint32_t bits);

  // `passes` over the sentences in an order drawn from a fixed seed, against their gold tags; then averages.
  void learn(std::span<const Sentence* const> sentences, int passes);
  void tag(std::span<const std::string> forms, std::vector<Tags>& out) const;
  std::uint64_t checksum() const { return xpos_.checksum() ^ upos_.checksum(); }

 private:
  void learn(const Sentence& sentence);

  Perceptron xpos_;
  Perceptron upos_;
};

// Gives the sentences the tags of taggers that learnt from other documents: in `folds` parts, each tagged by what was
// learnt from the rest.
void tag_across(std::span<Sentence> sentences, const LabelSets& labels, std::uint32_t bits, std::size_t folds,
                int passes);

}  // namespace masudi::train::transition
