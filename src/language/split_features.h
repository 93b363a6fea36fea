// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "language/atoms.h"
#include "language/linear_model.h"

namespace masudi::language {

// What the segmenter may decide between two atoms.
enum class Split : std::uint8_t { none, split, join };  // one token; two; two that are one orthographic word (do|n't)
constexpr std::size_t kSplitClasses = 3;

// What is seen of a whole chunk (the atoms between two blanks) and of what follows it.
struct ChunkView {
  std::span<const Atom> atoms;
  std::uint8_t shape = 0;  // bits: link, mail, handle, topic, slash, digits
  std::uint8_t next = 0;   // kind of the first character after the blanks: 0 end of paragraph, else CharClass + 1
};

ChunkView view_chunk(std::string_view text, std::size_t end, std::span<const Atom> atoms);

// The features of the point between atoms[left] and atoms[left + 1]. `before` is what was decided one point earlier.
void split_features(const ChunkView& chunk, std::size_t left, Split before, Features& out);

}  // namespace masudi::language
