// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "language/linear_model.h"
#include "language/word_classes.h"

namespace masudi::language {

// What the end of a sentence is decided by: one a token.
struct Word {
  std::uint32_t hash;         // of the form in lower case
  std::uint8_t first;         // kind of its first atom
  std::uint8_t last;          // kind of its last atom
  std::uint8_t abbreviation;  // language::Abbreviation, or kLinkWord
  std::uint8_t after;         // bits kBlank, kLine, kHardLine
  WordClass known;
};

// What stands between a word and the next. A line is hard when the next word would have fitted on it, so that somebody
// broke it on purpose.
constexpr std::uint8_t kBlank = 1, kLine = 2, kHardLine = 4;

// In the place of an abbreviation: the token is an address of the web or of mail.
constexpr std::uint8_t kLinkWord = 15;

// Whether a sentence may end after words[at]; most points are ruled out without a look at the model.
bool may_end(std::span<const Word> words, std::size_t at);

// How the sentence has gone so far, and how far the next full stop is. For each word of a paragraph: before(), the
// decision, after().
struct SentenceState {
  void start_paragraph(std::span<const Word> words);
  void before(std::span<const Word> words, std::size_t at);
  void after(const Word& word, bool ends);

  std::uint32_t length = 0;      // words since the sentence began, this one included
  std::uint32_t since_mark = 0;  // words since the last mark before this one
  std::size_t next_stop = 0;     // the first word after this one that ends in . ? ! or …; the number of words if none
  std::int32_t brackets = 0;     // open ones
  bool quoted = false;
  std::uint8_t letters = 0;  // the paragraph: 0 usual, 1 no capitals, 2 nothing but capitals
  Word first{};              // of the sentence
};

// The features of the point after words[at] of a paragraph.
void sentence_features(std::span<const Word> words, std::size_t at, const SentenceState& state, Features& out);

}  // namespace masudi::language
