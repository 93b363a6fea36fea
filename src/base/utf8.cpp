// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace masudi::utf8 {
namespace {

// Length of a sequence by its first byte and the allowed range of its second (Unicode 15, table 3-7).
struct Lead {
  std::uint32_t size;
  unsigned char low;
  unsigned char high;
};

Lead lead_of(unsigned char c) {
  if (c >= 0xC2 && c <= 0xDF) return {2, 0x80, 0xBF};
  if (c == 0xE0) return {3, 0xA0, 0xBF};
  if (c == 0xED) return {3, 0x80, 0x9F};
  if (c >= 0xE1 && c <= 0xEF) return {3, 0x80, 0xBF};
  if (c == 0xF0) return {4, 0x90, 0xBF};
  if (c >= 0xF1 && c <= 0xF3) return {4, 0x80, 0xBF};
  if (c == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

constexpr std::size_t kStride = 64;

// How far a text is ASCII without NUL, by eights: a byte less one has its highest bit where it was NUL, one of the
// others where it was no ASCII; nothing is borrowed from the next before that.
std::size_t plain_start(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL, kHigh = 0x8080808080808080ULL;
  std::size_t at = 0;
  for (std::uint64_t eight; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    if ((((eight - kOnes) | eight) & kHigh) != 0) break;
  }
  return at;
}

}  // namespace

Decoded decode_long(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const Lead lead = lead_of(first);
  if (lead.size == 0) return {kReplacement, 1, false};
  char32_t value = first & (0xFFu >> (lead.size + 1));
  for (std::uint32_t i = 1; i < lead.size; ++i) {
    if (at + i >= text.size()) return {kReplacement, i, false};
    const auto byte = static_cast<unsigned char>(text[at + i]);
    const bool fits = i == 1 ? byte >= lead.low && byte <= lead.high : is_continuation(text[at + i]);
    if (!fits) return {kReplacement, i, false};
    value = value << 6 | (byte & 0x3F);
  }
  return {value, lead.size, true};
}

void append(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t sanitize(std::string& text) {
  std::size_t at = plain_start(text);
  while (at < text.size() && text[at] != '\0') {
    const Decoded d = decode(text, at);
    if (!d.valid) break;
    at += d.size;
  }
  if (at == text.size()) return 0;

  std::size_t replaced = 0;
  std::string clean = text.substr(0, at);
  while (at < text.size()) {
    const Decoded d = decode(text, at);
    if (text[at] == '\0') {
      clean += ' ';
      ++replaced;
    } else if (d.valid) {
      clean.append(text, at, d.size);
    } else {
      append(clean, kReplacement);
      ++replaced;
    }
    at += d.size;
  }
  text = std::move(clean);
  return replaced;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  counts_.reserve(text.size() / kStride + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += kStride) {
    counts_.push_back(static_cast<std::uint32_t>(count));
    count += count_code_points(text.substr(at, kStride));
  }
  counts_.push_back(static_cast<std::uint32_t>(count));
}

std::uint32_t CodePointIndex::code_points_before(std::uint32_t byte) const {
  const std::size_t block = byte / kStride;
  const std::size_t start = block * kStride;
  if (start >= text_.size()) return counts_.back();
  return counts_[block] + static_cast<std::uint32_t>(count_code_points(text_.substr(start, byte - start)));
}

}  // namespace masudi::utf8
