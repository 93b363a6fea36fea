// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "train/transition/arc_hybrid.h"
#include "train/transition/hashed_features.h"

namespace masudi::train::transition {

// What the parser sees of a word: hashes of the form with small letters and all digits alike, and of its end; its two
// tags as one number.
struct ParsedWord {
  std::uint32_t form = 0;
  std::uint32_t ending = 0;
  std::uint16_t tag = 0;
};

// The words by their places in a State, the root and nothing with them.
std::vector<ParsedWord> parsed_words(std::span<const std::string> forms, std::span<const Tags> tags);

// Which move: words and tags of the stack's top and of the next words, alone, in pairs and threes; their distance,
// numbers of children, relations to them and sets of these. After Zhang and Nivre 2011,
// https://aclanthology.org/P11-2033/, with the second word of the stack in place of the head that arc-eager parsing
// knows.
void move_features(const State& state, std::span<const ParsedWord> words, HashedFeatures& out);
// Which relation, for the top of the stack below `head`.
void relation_features(const State& state, std::span<const ParsedWord> words, std::uint16_t head, HashedFeatures& out);

}  // namespace masudi::train::transition
