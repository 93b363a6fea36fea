// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace masudi::language {

// What the segmenter and the lemmatizer need to know of a character. Coarser than Unicode's general categories, and
// the same on every machine.
enum class CharClass : std::uint8_t { blank, lower, upper, letter, digit, punct, symbol };

struct Char {
  char32_t code_point;
  std::uint32_t size;  // bytes, at least 1
  CharClass kind;
};

// Classes of ASCII by table; control characters are blanks.
extern const CharClass kAsciiClass[128];

CharClass class_of(char32_t code_point);

// The character at `at` < text.size(). Ill-formed bytes come as symbols.
Char char_at(std::string_view text, std::size_t at);

// Simple lower case of Latin, Greek and Cyrillic letters; others as they are.
char32_t to_lower(char32_t code_point);

inline bool is_letter(CharClass c) { return c == CharClass::lower || c == CharClass::upper || c == CharClass::letter; }

}  // namespace masudi::language
