// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "document/analysis.h"
#include "language/tokenizer.h"

namespace masudi::language {

// Parts text into sentences and syntactic words as UD English has them (do|n't, Korea|'s, all|-|girl). Immutable.
// Text is cut into atoms by hand-written rules; a linear model decides between which of them tokens and sentences end.
class Segmenter {
 public:
  // Sentences are cut at this many tokens, so that later steps may rely on it.
  static constexpr std::uint32_t kMostTokens = 4000;

  // Over the model's section "segmenter", which must outlive the object. Its bytes: SegmenterHeader, then the weights
  // of the splits, of the sentence ends, and the classes of words, each aligned to 64.
  static Result<Segmenter> over(std::span<const std::byte> section);

  // Memory kept from text to text.
  using Scratch = Tokenizer::Scratch;

  // Fills out.tokens.span, out.tokens.joined and out.sentences (all cleared before). Blank lines end sentences. Any
  // bytes will do; text beyond 4 GiB is left out. Linear in the length of the text.
  void segment(std::string_view text, Scratch& scratch, Analysis& out) const;

 private:
  void split_sentences(TokenIndex first, Scratch& scratch, Analysis& out) const;

  Tokenizer tokenizer_;
  LinearModel<1> ends_;
  std::int32_t threshold_ = 0;
};

struct SegmenterHeader {
  std::uint32_t format;      // kSegmenterFormat
  std::uint32_t split_bits;  // rows of the split weights: 2^split_bits, each of kSplitClasses numbers
  std::uint32_t end_bits;    // rows of the weights of sentence ends: 2^end_bits
  std::uint32_t class_bits;  // places of WordClasses: 2^class_bits
  std::int32_t threshold;    // a sentence ends where the score is above
};
// Changes with the features, so that weights are never read with others than they were learnt with.
constexpr std::uint32_t kSegmenterFormat = 2;

}  // namespace masudi::language
