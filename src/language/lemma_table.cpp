// SPDX-License-Identifier: Apache-2.0
#include "language/lemma_table.h"

#include <cstring>

#include "language/characters.h"

namespace masudi::language {
namespace {

// Writes a code point that is no longer than the bytes it stands for.
std::size_t write(char32_t c, char* to) {
  if (c < 0x80) {
    to[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    to[0] = static_cast<char>(0xC0 | c >> 6);
    to[1] = static_cast<char>(0x80 | (c & 0x3F));
    return 2;
  }
  to[0] = static_cast<char>(0xE0 | c >> 12);
  to[1] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
  to[2] = static_cast<char>(0x80 | (c & 0x3F));
  return 3;
}

}  // namespace

std::size_t write_lower(std::string_view form, char* to) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < form.size();) {
    const auto byte = static_cast<unsigned char>(form[at]);
    if (byte < 128) {
      to[size++] = static_cast<char>(byte - unsigned{'A'} < 26u ? byte | 32 : byte);
      ++at;
      continue;
    }
    const Char c = char_at(form, at);
    if (c.kind == CharClass::upper) {
      size += write(to_lower(c.code_point), to + size);
    } else {
      std::memcpy(to + size, form.data() + at, c.size);
      size += c.size;
    }
    at += c.size;
  }
  return size;
}

std::size_t write_title(std::string_view form, char* to) {
  if (form.empty()) return 0;
  const std::size_t first = char_at(form, 0).size;
  std::memcpy(to, form.data(), first);
  if (form[0] >= 'a' && form[0] <= 'z') to[0] = static_cast<char>(form[0] - 32);
  return first + write_lower(form.substr(first), to + first);
}

std::size_t write_upper(std::string_view form, char* to) {
  for (std::size_t i = 0; i < form.size(); ++i)
    to[i] = static_cast<char>(form[i] >= 'a' && form[i] <= 'z' ? form[i] - 32 : form[i]);
  return form.size();
}

FormShape shape_of(std::string_view form, bool shouted) {
  std::size_t letters = 0, uppers = 0;
  bool first_upper = false;
  for (std::size_t at = 0; at < form.size() && at < kLongestForm;) {
    const Char c = char_at(form, at);
    if (is_letter(c.kind)) {
      if (c.kind == CharClass::upper) {
        first_upper |= letters == 0;
        ++uppers;
      }
      ++letters;
    }
    at += c.size;
  }
  if (letters == 0) return FormShape::no_letters;
  if (uppers == 0) return FormShape::lower;
  if (first_upper && uppers == 1) return FormShape::title;
  if (uppers != letters) return FormShape::mixed;
  if (letters <= 4) return shouted ? FormShape::short_shouted : FormShape::short_capitals;
  return shouted ? FormShape::shouted : FormShape::capitals;
}

}  // namespace masudi::language
