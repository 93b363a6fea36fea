// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace masudi::language {

// How a word is usually written inside a sentence.
enum class Usual : std::uint8_t { unknown, lower, either, capital };

// What is known of a word wherever it stands.
struct WordClass {
  std::uint8_t bits = 0;

  constexpr Usual usual() const { return static_cast<Usual>(bits & 3); }
  // The commonest UPOS, counted from 1; 0 for an unknown word.
  constexpr std::uint8_t part_of_speech() const { return bits >> 2; }
  static constexpr WordClass of(Usual usual, std::uint8_t part_of_speech) {
    return {static_cast<std::uint8_t>(static_cast<unsigned>(usual) | static_cast<unsigned>(part_of_speech) << 2)};
  }
};

// Classes of words by their hash. Words that fall on one place share it. A view; the bytes outlive it.
class WordClasses {
 public:
  WordClasses() = default;
  // 2^bits values; bits is 1 to 24.
  WordClasses(std::span<const std::uint8_t> values, std::uint32_t bits) : values_(values), shift_(32 - bits) {}

  WordClass of(std::uint32_t hash) const { return {values_.empty() ? std::uint8_t{0} : values_[hash >> shift_]}; }

 private:
  std::span<const std::uint8_t> values_;
  std::uint32_t shift_ = 31;
};

}  // namespace masudi::language
