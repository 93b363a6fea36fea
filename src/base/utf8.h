// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace masudi::utf8 {

constexpr char32_t kReplacement = 0xFFFD;

// Whether the byte is one of a code point, but not its first.
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

struct Decoded {
  char32_t code_point;
  std::uint32_t size;  // bytes taken, at least 1
  bool valid;          // false: not UTF-8 here; code_point is U+FFFD and size what the Unicode standard would replace
};

// The same as decode() for what does not begin with a byte of ASCII.
Decoded decode_long(std::string_view text, std::size_t at);

// Decodes at `at`, which must be inside `text`. Never reads past the end.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first < 0x80 ? Decoded{first, 1, true} : decode_long(text, at);
}

// Appends the encoding of a code point (U+FFFD for surrogates and values out of range).
void append(std::string& out, char32_t code_point);

// Replaces every ill-formed sequence by U+FFFD ("maximal subpart", Unicode 3.9) and NUL by a blank.
// Returns how many replacements were made. Well-formed text is left untouched, without a copy.
std::size_t sanitize(std::string& text);

std::size_t count_code_points(std::string_view text);

// Turns byte offsets into code-point offsets. Cheap for text that is mostly ASCII: one stored count every 64 bytes.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  // `byte` may be text.size().
  std::uint32_t code_points_before(std::uint32_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace masudi::utf8
