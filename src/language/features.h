// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/span.h"

namespace masudi::language {

// What the network sees of a word: one row of its table from each group. tools/train/features.py computes the same; the
// two change together, with the version of the section "network".
constexpr int kFeatures = 10;
enum class FeatureGroup { form, prefix2, prefix3, suffix1, suffix2, suffix3, suffix4, shape, place, spacing };

// Rows of each group; forms have those of the vocabulary before theirs, which are for unknown words.
constexpr std::array<std::uint32_t, kFeatures> kGroupRows = {4096, 1024, 3072, 256, 1024, 4096, 6144, 512, 48, 8};

using FeatureRows = std::array<std::uint32_t, kFeatures>;

// Which forms of words have rows of their own: an open-addressing table over 64-bit hashes, read in place.
struct Vocabulary {
  struct Slot {
    std::uint32_t tag;  // upper half of the key
    std::uint32_t row;  // kEmpty for none
  };
  static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;

  std::span<const Slot> slots;  // a power of two of them
  std::uint32_t size = 0;

  // kEmpty when the form has none.
  std::uint32_t row(std::uint64_t key) const;
};

// How the letters of a word are cased.
enum class Capital : std::uint8_t { none, lower, initial, all, single, mixed };

// What a word alone tells; place and spacing need the sentence.
struct WordFeatures {
  FeatureRows rows;
  Capital capital;
  bool has_lower;
};
WordFeatures word_features(std::string_view form, const Vocabulary& vocabulary);

// Fills `out` for the words of one sentence, whose spans point into `text`.
void sentence_features(std::string_view text, std::span<const Span> words, const Vocabulary& vocabulary,
                       std::span<FeatureRows> out, std::span<WordFeatures> scratch);

// Rows of the whole table.
std::uint32_t feature_rows(std::uint32_t vocabulary_size);

}  // namespace masudi::language
