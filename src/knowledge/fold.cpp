// SPDX-License-Identifier: Apache-2.0
#include "knowledge/fold.h"

#include <array>

#include "base/hash.h"
#include "base/utf8.h"

namespace masudi::knowledge {
namespace {

// Base letters of U+00C0..U+017F (Latin-1 Supplement, Latin Extended-A); '?' is no letter.
// Source: Unicode canonical decompositions; letters without one (æ, ø, ß, đ, ł, ı …) by the first of their usual
// transliteration.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin.size() == 192);
constexpr char32_t kLatinFirst = 0x00C0;

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BB || c == 0x02BC || c == 0x02BF || c == 0x02BE ||
         c == '`';
}

// ASCII folded: 0 for what does not count, a blank for what parts words.
constexpr auto kFolded = [] {
  std::array<char, 128> folded{};
  for (char c = 'a'; c <= 'z'; ++c) folded[static_cast<std::size_t>(c)] = folded[static_cast<std::size_t>(c - 32)] = c;
  for (char c = '0'; c <= '9'; ++c) folded[static_cast<std::size_t>(c)] = c;
  for (const char c : {'$', '%'}) folded[static_cast<std::size_t>(c)] = c;
  for (const char c : {' ', '-', '/', '\t', '\n', ',', '(', ')', '"', '&'}) folded[static_cast<std::size_t>(c)] = ' ';
  return folded;
}();

bool parts_words(char32_t c) { return c < 0x80 ? kFolded[c] == ' ' : c == 0xA0 || (c >= 0x2010 && c <= 0x2015); }

// Folds one code point. Returns false for what does not count.
bool fold_code_point(char32_t c, std::string& out) {
  if (c < 0x80) {
    const char folded = kFolded[c];
    if (folded != 0 && folded != ' ') out += folded;
    return folded != 0 && folded != ' ';
  }
  if (c >= kLatinFirst && c < kLatinFirst + 192) {
    const char base = kLatin[c - kLatinFirst];
    if (base == '?') return false;
    out += base;
    return true;
  }
  if (c == 0x0218 || c == 0x0219) return out += 's', true;
  if (c == 0x021A || c == 0x021B) return out += 't', true;
  if (c == 0x0259 || c == 0x018F) return out += 'a', true;
  if (c >= 0x01CD && c <= 0x01DC) return out += "aiouuuuu"[(c - 0x01CD) / 2], true;
  if (c >= 0x0300 && c <= 0x036F) return false;  // combining marks
  if (is_apostrophe(c)) return false;
  utf8::append(out, c);
  return true;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x100 && c <= 0x137) return c % 2 == 0;
  if (c >= 0x139 && c <= 0x148) return c % 2 == 1;
  if (c >= 0x14A && c <= 0x177) return c % 2 == 0;
  return c == 0x178 || c == 0x179 || c == 0x17B || c == 0x17D || c == 0x218 || c == 0x21A;
}

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || is_upper(c) || (c >= 0xC0 && c < 0x250) || c >= 0x370; }

struct Shape {
  int letters = 0;
  int upper = 0;
  bool first_upper = false;

  void add(char32_t c) {
    if (!is_letter(c)) return;
    if (letters == 0) first_upper = is_upper(c);
    ++letters;
    upper += is_upper(c);
  }
  Case result() const {
    if (letters == 0) return Case::none;
    if (upper == letters && letters > 1) return Case::capitals;
    // "U" of "U Thant" and "al" of "al-Sudani" alike: one letter tells nothing but its own case.
    return upper > 0 ? Case::title : Case::lower;
  }
};

}  // namespace

void fold(std::string_view word, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    fold_code_point(d.code_point, out);
    at += d.size;
  }
}

void append_atoms(std::string_view text, std::vector<Atom>& out) {
  std::uint64_t hash = kHashSeed;
  Shape shape;
  bool any = false;
  std::string letters;  // of one code point, small-string storage
  const auto finish = [&] {
    if (any) out.push_back({hash, shape.result()});
    hash = kHashSeed, shape = {}, any = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    const std::size_t next = at + d.size;
    const char folded = d.code_point < 0x80 ? kFolded[d.code_point] : '\0';
    if (folded != 0 && folded != ' ') {
      hash = hash_bytes({&folded, 1}, hash);
      any = true;
      shape.add(d.code_point);
    } else if (parts_words(d.code_point)) {
      finish();
    } else if (any && is_apostrophe(d.code_point) && next < text.size() && (text[next] == 's' || text[next] == 'S') &&
               (next + 1 == text.size() || parts_words(utf8::decode(text, next + 1).code_point))) {
      finish();
    } else {
      letters.clear();
      if (fold_code_point(d.code_point, letters)) {
        hash = hash_bytes(letters, hash);
        any = true;
        shape.add(d.code_point);
      }
    }
    at = next;
  }
  finish();
}

std::uint64_t extend(std::uint64_t hash, Atom atom) { return hash_mix(hash, atom.hash); }

}  // namespace masudi::knowledge
