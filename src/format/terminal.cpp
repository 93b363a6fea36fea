// SPDX-License-Identifier: Apache-2.0
#include "format/terminal.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace masudi::format {
namespace {

struct Block {
  char32_t first, last;
};

// The East Asian blocks and pictures that terminals draw over two columns (after Unicode TR 11, by whole blocks).
constexpr Block kWide[] = {{0x1100, 0x115F}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
                           {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
constexpr Block kNone[] = {{0x300, 0x36F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}, {0xFE00, 0xFE0F}};

template <std::size_t N>
bool within(const Block (&blocks)[N], char32_t c) {
  for (const Block& block : blocks) {
    if (block.first <= c && c <= block.last) return true;
  }
  return false;
}

int width_of(char32_t c) { return within(kNone, c) ? 0 : within(kWide, c) ? 2 : 1; }

// C0, DEL, C1, and the marks that turn the direction of writing.
bool steers(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::plain: return "";
    case Tone::strong: return "1";
    case Tone::faint: return "2";
    case Tone::good: return "36";
    case Tone::better: return "32";
    case Tone::tense: return "33";
    case Tone::bad: return "31";
  }
  return "";
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (!steers(d.code_point) && d.code_point != ' ') {
      out.append(text, at, d.size);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    at += d.size;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    width += width_of(d.code_point);
    at += d.size;
  }
  return width;
}

std::string fit(std::string_view text, int width) {
  const int needed = display_width(text);
  std::string out;
  int used = 0;
  if (needed <= width) {
    out = text;
    used = needed;
  } else {
    for (std::size_t at = 0; at < text.size();) {
      const utf8::Decoded d = utf8::decode(text, at);
      if (used + width_of(d.code_point) > width - 1) break;
      out.append(text, at, d.size);
      used += width_of(d.code_point);
      at += d.size;
    }
    if (width > 0) out += "…", ++used;
  }
  if (used < width) out.append(static_cast<std::size_t>(width - used), ' ');
  return out;
}

std::string paint(std::string_view text, Tone tone, const Style& style) {
  if (!style.colour || tone == Tone::plain) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code_of(tone), text);
}

Tone tone_of(const Event& event) {
  constexpr Tone kByQuad[] = {Tone::plain, Tone::good, Tone::better, Tone::tense, Tone::bad};
  return kByQuad[quad_code(event.type)];
}

}  // namespace masudi::format
