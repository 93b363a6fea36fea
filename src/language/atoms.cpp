// SPDX-License-Identifier: Apache-2.0
#include "language/atoms.h"

#include <algorithm>

#include "language/characters.h"

namespace masudi::language {
namespace {

struct Letters {
  std::uint32_t count = 0;
  std::uint32_t uppers = 0;
  bool first_upper = false;
  bool uncased = false;
};

std::uint8_t kind_of(const Letters& w) {
  if (w.uncased) return kind::kOther;
  if (w.uppers == 0) return w.count == 1 ? kind::kLower1 : w.count <= 3 ? kind::kLower3 : kind::kLower;
  if (w.uppers == w.count) return w.count == 1 ? kind::kUpper1 : w.count <= 3 ? kind::kUpper3 : kind::kUpper;
  if (w.first_upper && w.uppers == 1) return w.count <= 3 ? kind::kTitle3 : kind::kTitle;
  return kind::kMixed;
}

std::uint8_t kind_of_mark(const Char& c) {
  if (c.code_point < 128) return static_cast<std::uint8_t>(c.code_point);
  switch (c.code_point) {
    case 0x201C:
    case 0x201E: return kind::kOpenDouble;
    case 0x201D: return kind::kCloseDouble;
    case 0x2018:
    case 0x201A: return kind::kOpenSingle;
    case 0x2019: return kind::kCloseSingle;
    case 0x2010:
    case 0x2011: return '-';
    case 0x2012:
    case 0x2013: return kind::kEnDash;
    case 0x2014:
    case 0x2015: return kind::kEmDash;
    case 0x2026: return kind::kEllipsis;
    case 0xB7:
    case 0x2022:
    case 0x2023:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6: return kind::kBullet;
    case 0xA3:
    case 0xA5:
    case 0x20AC: return kind::kMoney;
    case 0xB0: return kind::kDegree;
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A: return kind::kGuillemet;
    default: break;
  }
  if (c.code_point >= 0x1F000 || (c.code_point >= 0x2600 && c.code_point < 0x2800)) return kind::kPicture;
  return c.kind == CharClass::punct ? kind::kPunct : kind::kSymbol;
}

// Cuts one atom after the other from a text.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  Atom cut(std::size_t at, bool after_word) const {
    const Char c = char_at(text_, at);
    if (is_letter(c.kind)) return letters(at);
    if (c.kind == CharClass::digit) return digits(at);
    if (after_word && (c.code_point == '\'' || c.code_point == 0x2019)) {
      if (const std::size_t end = clitic_end(at + c.size); end != 0) return fixed(at, end, kind::kClitic);
    }
    return marks(at, c);
  }

 private:
  Atom fixed(std::size_t begin, std::size_t end, std::uint8_t k) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
            spelling_hash(text_.substr(begin, end - begin)), k, 1};
  }

  Atom letters(std::size_t begin) const {
    Letters w;
    std::uint32_t hash = kSpellingSeed;
    std::size_t at = begin;
    while (at < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte < 128) {
        const CharClass k = kAsciiClass[byte];
        if (k != CharClass::lower && k != CharClass::upper) break;
        if (k == CharClass::upper) count_upper(w);
        hash = spelling_step(hash, byte);
        ++at, ++w.count;
        continue;
      }
      const Char c = char_at(text_, at);
      if (!is_letter(c.kind)) break;
      if (c.kind == CharClass::upper) count_upper(w);
      w.uncased |= c.kind == CharClass::letter;
      for (std::size_t end = at + c.size; at < end; ++at)
        hash = spelling_step(hash, static_cast<unsigned char>(text_[at]));
      ++w.count;
    }
    // do|n't: the n belongs to the clitic.
    if (const std::size_t n = at - 1; w.count > 1 && (text_[n] | 32) == 'n' && is_not(at)) return without_n(begin, n);
    if (w.count == 1 && (text_[begin] | 32) == 'n' && is_not(at)) {
      const Char mark = char_at(text_, at);
      return fixed(begin, at + mark.size + 1, kind::kNot);
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), spelling_end(hash), kind_of(w), 1};
  }

  static void count_upper(Letters& w) {
    w.first_upper |= w.count == 0;
    ++w.uppers;
  }

  Atom without_n(std::size_t begin, std::size_t end) const { return Cutter(text_.substr(0, end)).letters(begin); }

  // Whether 't stands at `at` with no letter after it.
  bool is_not(std::size_t at) const {
    if (at >= text_.size()) return false;
    const Char mark = char_at(text_, at);
    if (mark.code_point != '\'' && mark.code_point != 0x2019) return false;
    const std::size_t t = at + mark.size;
    return t < text_.size() && (text_[t] | 32) == 't' && !goes_on(t + 1);
  }

  bool goes_on(std::size_t at) const {
    if (at >= text_.size()) return false;
    const CharClass k = char_at(text_, at).kind;
    return is_letter(k) || k == CharClass::digit;
  }

  // After an apostrophe: the end of s, m, d, re, ve, ll; 0 for anything else.
  std::size_t clitic_end(std::size_t at) const {
    for (const std::string_view tail : {"s", "m", "d", "re", "ve", "ll"}) {
      if (text_.size() - at < tail.size() || goes_on(at + tail.size())) continue;
      if (std::equal(tail.begin(), tail.end(), text_.begin() + static_cast<std::ptrdiff_t>(at),
                     [](char a, char b) { return a == (b | 32); })) {
        return at + tail.size();
      }
    }
    return 0;
  }

  Atom digits(std::size_t begin) const {
    std::size_t at = begin;
    std::uint32_t count = 0;
    while (at < text_.size()) {
      const Char c = char_at(text_, at);
      if (c.kind != CharClass::digit) break;
      at += c.size, ++count;
    }
    const auto k = static_cast<std::uint8_t>(kind::kDigit1 + std::min(count, 5u) - 1);
    return fixed(begin, at, k);
  }

  // Quotes and brackets stand alone; other marks stay with their equals ("...", "--", "!!!").
  Atom marks(std::size_t begin, const Char& first) const {
    std::size_t at = begin + first.size;
    std::uint32_t count = 1;
    const bool alone = first.code_point == '"' || first.code_point == '(' || first.code_point == ')' ||
                       first.code_point == '[' || first.code_point == ']' || first.kind == CharClass::symbol;
    while (!alone && at < text_.size() && text_.compare(at, first.size, text_, begin, first.size) == 0) {
      at += first.size, ++count;
    }
    // Long rules are hashed by their first bytes alone.
    Atom a = fixed(begin, std::min(at, begin + 16), kind_of_mark(first));
    a.end = static_cast<std::uint32_t>(at);
    a.repeats = static_cast<std::uint8_t>(std::min(count, 4u));
    return a;
  }

  std::string_view text_;
};

}  // namespace

std::size_t cut_chunk(std::string_view text, std::size_t begin, std::size_t limit, std::vector<Atom>& out) {
  const Cutter cutter(text);
  const std::size_t first = out.size();
  std::size_t at = begin;
  while (at < text.size() && out.size() - first < limit) {
    if (char_at(text, at).kind == CharClass::blank) break;
    const bool after_word = out.size() > first && !kind::is_mark(out.back().kind);
    out.push_back(cutter.cut(at, after_word));
    at = out.back().end;
  }
  return at;
}

}  // namespace masudi::language
