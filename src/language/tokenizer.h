// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/analysis.h"
#include "language/chunks.h"
#include "language/sentence_features.h"
#include "language/split_features.h"

namespace masudi::language {

// Parts paragraphs into tokens. Immutable.
class Tokenizer {
 public:
  Tokenizer() = default;
  Tokenizer(LinearModel<kSplitClasses> splits, WordClasses known) : splits_(splits), known_(known) {}

  struct Scratch {
    std::vector<Atom> atoms;
    std::vector<Word> words;  // of the last paragraph, one a token
    std::vector<Split> decisions;
    Features features;
  };

  // Appends the tokens of the paragraph that begins at or after byte `at`, and leaves its words in `scratch`. Gives the
  // byte where to go on. A paragraph without words is the end of the text.
  std::size_t paragraph(std::string_view text, std::size_t at, Scratch& scratch, Tokens& out) const;

 private:
  void decide(const ChunkView& chunk, Scratch& scratch) const;

  LinearModel<kSplitClasses> splits_;
  WordClasses known_;
};

}  // namespace masudi::language
