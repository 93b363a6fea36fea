// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "treebank/conllu.h"

namespace masudi::evaluate {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct FlatWord {
  const treebank::Word* word;
  Span span;           // in Flat::characters; words of a multiword token have the span of the whole
  bool multiword;      // belongs to a multiword token
  std::uint32_t head;  // index of the head in Flat::words; kNone for the root
};

// A treebank as the scorer sees it: its characters without blanks, and spans over them. Points into the documents.
struct Flat {
  std::string characters;
  std::vector<Span> tokens;
  std::vector<Span> sentences;
  std::vector<FlatWord> words;
};
// The error names the sentence whose heads are out of range.
Result<Flat> flatten(const std::vector<treebank::Document>& documents);

// Pairs of words (gold, system) that are the same word of the text. Plain words are the same when their spans are;
// around multiword tokens, the longest common subsequence of the forms counts.
// Source: the scorer of the CoNLL 2018 shared task, Zeman et al. 2018, section 5.
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
Pairs align(const Flat& gold, const Flat& system);

}  // namespace masudi::evaluate
