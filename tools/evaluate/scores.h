// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "treebank/conllu.h"

namespace masudi::evaluate {

// Precision, recall and their harmonic mean, in per cent; 0 where nothing is counted.
struct Score {
  std::size_t gold = 0;
  std::size_t system = 0;
  std::size_t correct = 0;

  double precision() const {
    return system == 0 ? 0 : 100.0 * static_cast<double>(correct) / static_cast<double>(system);
  }
  double recall() const { return gold == 0 ? 0 : 100.0 * static_cast<double>(correct) / static_cast<double>(gold); }
  double f1() const {
    return gold + system == 0 ? 0 : 200.0 * static_cast<double>(correct) / static_cast<double>(gold + system);
  }
};

enum class Metric { tokens, sentences, words, upos, xpos, ufeats, lemmas, uas, las };
constexpr std::array<std::string_view, 9> kMetricNames = {"Tokens", "Sentences", "Words", "UPOS", "XPOS",
                                                          "UFeats", "Lemmas",    "UAS",   "LAS"};
using Scores = std::array<Score, kMetricNames.size()>;

// As the scorer of the CoNLL 2018 shared task counts: UFeats compares the universal features only, LAS the relation
// without its subtype; a gold lemma "_" fits any lemma. The error says where the texts differ.
// Source: Zeman et al., CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal Dependencies.
Result<Scores> score(const std::vector<treebank::Document>& gold, const std::vector<treebank::Document>& system);

}  // namespace masudi::evaluate
