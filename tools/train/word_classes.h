// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/atoms.h"
#include "language/word_classes.h"
#include "treebank/conllu.h"

namespace masudi::train {

// Counts what language::WordClasses knows of words.
class WordCounter {
 public:
  // How words are written inside the sentences of raw text: after a word in small letters.
  void add_text(std::string_view text);
  // What words are in a treebank.
  void add_tags(const treebank::Document& document);
  // The table of language::WordClasses. Where words share a place, the commonest has it.
  std::vector<std::uint8_t> table(std::uint32_t bits) const;

 private:
  struct Count {
    std::uint32_t lower = 0;
    std::uint32_t capital = 0;
    std::array<std::uint16_t, 17> upos{};
  };
  std::unordered_map<std::uint32_t, Count> counts_;  // by Atom::hash
  std::vector<language::Atom> atoms_;
};

}  // namespace masudi::train
