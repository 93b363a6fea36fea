// SPDX-License-Identifier: Apache-2.0
#include "language/characters.h"

#include "base/utf8.h"

namespace masudi::language {
namespace {

constexpr auto kB = CharClass::blank, kL = CharClass::lower, kU = CharClass::upper, kD = CharClass::digit,
               kP = CharClass::punct, kS = CharClass::symbol;

struct Range {
  char32_t first;
  char32_t last;
  CharClass kind;
};

// Blocks above ASCII that are no letters, in order. Source: the Unicode Character Database, general categories Z, P, S,
// Nd, taken blockwise.
constexpr Range kRanges[] = {
    {0x80, 0xA0, kB},       {0xA1, 0xA1, kP},     {0xA2, 0xA6, kS},     {0xA7, 0xA7, kP},     {0xA8, 0xA9, kS},
    {0xAB, 0xAB, kP},       {0xAC, 0xAC, kS},     {0xAE, 0xB4, kS},     {0xB6, 0xB7, kP},     {0xB8, 0xB9, kS},
    {0xBB, 0xBB, kP},       {0xBC, 0xBE, kS},     {0xBF, 0xBF, kP},     {0xD7, 0xD7, kS},     {0xF7, 0xF7, kS},
    {0x2C2, 0x2DF, kS},     {0x37E, 0x37E, kP},   {0x387, 0x387, kP},   {0x55A, 0x55F, kP},   {0x589, 0x58A, kP},
    {0x5BE, 0x5BE, kP},     {0x5F3, 0x5F4, kP},   {0x609, 0x60D, kP},   {0x61B, 0x61F, kP},   {0x660, 0x669, kD},
    {0x66A, 0x66D, kP},     {0x6D4, 0x6D4, kP},   {0x6F0, 0x6F9, kD},   {0x964, 0x965, kP},   {0x966, 0x96F, kD},
    {0x1680, 0x1680, kB},   {0x2000, 0x200B, kB}, {0x2010, 0x2027, kP}, {0x2028, 0x2029, kB}, {0x202F, 0x202F, kB},
    {0x2030, 0x205E, kP},   {0x205F, 0x205F, kB}, {0x2070, 0x209C, kS}, {0x20A0, 0x20CF, kS}, {0x2100, 0x214F, kS},
    {0x2190, 0x2BFF, kS},   {0x2E00, 0x2E7F, kP}, {0x3000, 0x3000, kB}, {0x3001, 0x3003, kP}, {0x3008, 0x3020, kP},
    {0xE000, 0xF8FF, kS},   {0xFE10, 0xFE19, kP}, {0xFE30, 0xFE6B, kP}, {0xFEFF, 0xFEFF, kB}, {0xFF01, 0xFF0F, kP},
    {0xFF10, 0xFF19, kD},   {0xFF1A, 0xFF20, kP}, {0xFF3B, 0xFF40, kP}, {0xFF5B, 0xFF65, kP}, {0xFFE0, 0xFFFD, kS},
    {0x1F000, 0x1FAFF, kS},
};

CharClass cased(char32_t c) { return to_lower(c) != c ? CharClass::upper : CharClass::lower; }

}  // namespace

const CharClass kAsciiClass[128] = {
    kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB, kB,
    kB, kB, kB, kB, kB, kB, kB, kP, kP, kP, kS, kP, kP, kP, kP, kP, kP, kS, kP, kP, kP, kP, kD, kD, kD, kD,
    kD, kD, kD, kD, kD, kD, kP, kP, kS, kS, kS, kP, kP, kU, kU, kU, kU, kU, kU, kU, kU, kU, kU, kU, kU, kU,
    kU, kU, kU, kU, kU, kU, kU, kU, kU, kU, kU, kU, kU, kP, kP, kP, kS, kP, kS, kL, kL, kL, kL, kL, kL, kL,
    kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kL, kP, kS, kP, kS, kB,
};

CharClass class_of(char32_t c) {
  if (c < 128) return kAsciiClass[c];
  for (const Range& r : kRanges) {
    if (c < r.first) break;
    if (c <= r.last) return r.kind;
  }
  if (c < 0x530 || (c >= 0x1E00 && c < 0x2000)) return cased(c);
  return CharClass::letter;
}

Char char_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 128) return {byte, 1, kAsciiClass[byte]};
  const utf8::Decoded d = utf8::decode(text, at);
  return {d.code_point, d.size, d.valid ? class_of(d.code_point) : CharClass::symbol};
}

char32_t to_lower(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 32;
  const bool even_is_upper = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1E00 && c <= 0x1E95) ||
                             (c >= 0x1EA0 && c <= 0x1EFF) || (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) ||
                             (c >= 0x4D0 && c <= 0x52F) || (c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x21F);
  if (c == 0x130) return 'i';
  if (even_is_upper) return c % 2 == 0 ? c + 1 : c;
  const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC);
  if (odd_is_upper) return c % 2 == 1 ? c + 1 : c;
  if (c == 0x178) return 0xFF;
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

}  // namespace masudi::language
