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
constexpr int kFeatures = 12;
enum class FeatureGroup {
  form,
  prefix2,
  prefix3,
  suffix1,
  suffix2,
  suffix3,
  suffix4,
  shape,
  place,
  spacing,
  parts_of_speech,
  names
};

// Rows of each group; forms have those of the vocabulary before theirs, which are for unknown words.
constexpr std::array<std::uint32_t, kFeatures> kGroupRows = {4096, 1024, 3072, 256, 1024, 4096,
                                                             6144, 512,  48,   8,   512,  256};

using FeatureRows = std::array<std::uint32_t, kFeatures>;

// Which forms of words have rows of their own, and what dictionaries say of forms: an open-addressing table over 64-bit
// hashes, read in place.
struct Vocabulary {
  struct Slot {
    std::uint32_t tag;              // upper half of the key
    std::uint32_t row;              // kEmpty: nothing in this slot; kNoRow: known to dictionaries only
    std::uint16_t parts_of_speech;  // that it can be, a bit each: tools/train/dictionary.py
    std::uint16_t names;            // kinds of names it is found in, a bit each
  };
  static constexpr std::uint32_t kEmpty = 0xFFFFFFFF, kNoRow = 0xFFFFFFFE;

  std::span<const Slot> slots;  // a power of two of them
  std::uint32_t size = 0;       // forms with rows

  // The slot of a form; one with kNoRow and no bits where there is none.
  Slot find(std::uint64_t key) const;
  // Says that find() will soon be asked, so that the slot is on its way from memory.
  void expect(std::uint64_t key) const { __builtin_prefetch(&slots[key & (slots.size() - 1)]); }
};

// How the letters of a word are cased.
enum class Capital : std::uint8_t { none, lower, initial, all, single, mixed };

// What a word alone tells; place and spacing need the sentence, and the form the vocabulary.
struct WordFeatures {
  FeatureRows rows;
  std::uint64_t key;  // of its form in the vocabulary
  Capital capital;
  bool has_lower;
};

// Fills `out` for the words of one sentence, whose spans point into `text`.
void sentence_features(std::string_view text, std::span<const Span> words, const Vocabulary& vocabulary,
                       std::span<FeatureRows> out, std::span<WordFeatures> scratch);

// Rows of the whole table.
std::uint32_t feature_rows(std::uint32_t vocabulary_size);

}  // namespace masudi::language
