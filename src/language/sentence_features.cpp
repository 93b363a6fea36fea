// SPDX-License-Identifier: Apache-2.0
#include "language/sentence_features.h"

#include <algorithm>

#include "language/atoms.h"

namespace masudi::language {
namespace {

bool starts_small(const Word& w) { return w.first >= kind::kLower1 && w.first <= kind::kLower; }

bool is_stop(std::uint8_t k) { return k == '.' || k == '?' || k == '!' || k == kind::kEllipsis; }

bool is_capital(std::uint8_t k) { return k >= kind::kUpper1 && k <= kind::kTitle; }

// Lengths grow coarse.
std::uint64_t bucket(std::uint32_t n) {
  if (n < 6) return n;
  if (n < 10) return 6;
  if (n < 20) return 7;
  return n < 40 ? 8 : 9;
}

// Case of a paragraph by its first words.
std::uint8_t letters_of(std::span<const Word> words) {
  std::size_t small = 0, capital = 0, all_capital = 0;
  for (const Word& w : words.first(std::min<std::size_t>(words.size(), 200))) {
    small += starts_small(w);
    capital += is_capital(w.first);
    all_capital += w.first == kind::kUpper || w.first == kind::kUpper3;
  }
  if (capital == 0 && small > 0) return 1;
  return all_capital > 2 && small == 0 ? 2 : 0;
}

}  // namespace

bool may_end(std::span<const Word> words, std::size_t at) {
  if (at + 1 >= words.size()) return false;
  const Word& here = words[at];
  const Word& next = words[at + 1];
  if ((here.after & kLine) != 0) return true;
  if ((here.abbreviation == kLinkWord || next.abbreviation == kLinkWord) && here.after != 0) return true;
  if (is_stop(here.last)) return true;
  if ((here.after & kBlank) == 0) return kind::is_mark(here.last) && here.last != '-' && !starts_small(next);
  return kind::is_mark(here.last) ? here.last != ',' || !starts_small(next) : !starts_small(next) && next.first != ',';
}

void SentenceState::start_paragraph(std::span<const Word> words) {
  *this = SentenceState{};
  letters = letters_of(words);
}

void SentenceState::before(std::span<const Word> words, std::size_t at) {
  const Word& word = words[at];
  next_stop = std::max(next_stop, at + 1);
  while (next_stop < words.size() && !is_stop(words[next_stop].last)) ++next_stop;
  if (length == 0) first = word;
  ++length, ++since_mark;
  switch (word.last) {
    case '(':
    case '[': ++brackets; break;
    case ')':
    case ']': brackets = std::max(0, brackets - 1); break;
    case '"': quoted = !quoted; break;
    case kind::kOpenDouble: quoted = true; break;
    case kind::kCloseDouble: quoted = false; break;
    default: break;
  }
}

void SentenceState::after(const Word& word, bool ends) {
  if (ends) length = 0, brackets = 0;
  if (ends || kind::is_mark(word.last)) since_mark = 0;
}

void sentence_features(std::span<const Word> words, std::size_t at, const SentenceState& s, Features& f) {
  constexpr Word kOutside{};
  const auto word = [&](std::ptrdiff_t i) -> const Word& {
    const std::ptrdiff_t where = static_cast<std::ptrdiff_t>(at) + i;
    return where < 0 || where >= static_cast<std::ptrdiff_t>(words.size()) ? kOutside : words[where];
  };
  const auto shape = [](const Word& w) -> std::uint64_t { return w.first | w.last << 8; };
  const Word &a = word(-2), &b = word(-1), &c = word(0), &d = word(1), &e = word(2), &g = word(3);
  const std::uint64_t sa = shape(a), sb = shape(b), sc = shape(c), sd = shape(d), se = shape(e), sg = shape(g);
  const std::uint64_t after = c.after;
  const std::uint64_t gap = sc << 8 | after;
  const std::uint64_t length = bucket(s.length);
  const std::uint64_t state = static_cast<std::uint64_t>(s.quoted) | (s.brackets > 0 ? 2 : 0) | s.letters << 2;

  f.clear();
  f.add(1, after);
  f.add(2, gap, sd);
  f.add(3, gap, sd, sb);
  f.add(4, gap, sd, se);
  f.add(5, gap, sd, se << 16 | sg);
  f.add(6, gap, sd, sa << 16 | sb);
  f.add(7, c.hash, sd, after);
  f.add(8, c.hash, d.hash);
  f.add(9, gap, d.hash);
  f.add(10, gap, d.hash, se);
  f.add(11, b.hash, sc, sd);
  f.add(12, b.hash, c.hash, sd);
  f.add(13, b.hash, c.hash, d.hash);
  f.add(14, gap, sd, length);
  f.add(15, gap, sd, state);
  f.add(16, gap, sd << 8 | state, length);
  f.add(17, c.abbreviation, sc, sd);
  f.add(18, c.abbreviation, d.hash, after);
  f.add(19, gap, d.hash, e.hash);
  f.add(20, gap, e.hash, sd);
  f.add(21, a.hash, sb, sc << 16 | sd);
  f.add(22, shape(s.first), gap, sd << 8 | length);
  f.add(23, s.first.hash, gap, length);
  f.add(24, d.hash, s.letters, sc);
  f.add(25, gap, bucket(s.since_mark), sd);
  f.add(26, sb << 16 | sc, sd, se);
  f.add(27, c.hash, after, length);
  f.add(28, b.hash, c.hash, after);
  f.add(29, d.hash, e.hash);
  f.add(30, g.hash, sd << 16 | se, sc);
  f.add(31, gap << 8 | state, sd, sb);
  const auto usual = [](const Word& w) { return static_cast<std::uint64_t>(w.known.usual()); };
  const std::uint64_t cases = usual(b) << 6 | usual(c) << 4 | usual(d) << 2 | usual(e);
  f.add(32, gap, sd, usual(d));
  f.add(33, gap, sd << 8 | cases, se);
  f.add(34, gap, sd << 8 | cases, sb);
  f.add(35, gap << 8 | usual(d), sd, se << 16 | sg);
  f.add(36, gap << 8 | usual(d), sd << 8 | state, length);
  f.add(37, c.hash, sd, usual(d));
  const auto part = [](const Word& w) -> std::uint64_t { return w.known.part_of_speech(); };
  const std::uint64_t pb = part(b), pc = part(c), pd = part(d), pe = part(e), pg = part(g);
  f.add(42, gap, sd, pc << 16 | pd << 8 | usual(d));
  f.add(43, gap, sd, pb << 16 | pc << 8 | pd);
  f.add(44, gap, sd, pc << 16 | pd << 8 | pe);
  f.add(45, gap, sd, pd << 16 | pe << 8 | pg);
  f.add(46, gap, pb << 24 | pc << 16 | pd << 8 | pe, usual(d));
  const std::uint64_t to_stop = bucket(static_cast<std::uint32_t>(std::min<std::size_t>(s.next_stop - at, 99)));
  const std::uint64_t to_end = bucket(static_cast<std::uint32_t>(std::min<std::size_t>(words.size() - at, 99)));
  const std::uint64_t last = words.back().last;
  f.add(38, gap, sd, to_stop << 8 | usual(d));
  f.add(39, gap, sd, to_end << 8 | last);
  f.add(40, gap, sd, to_end << 8 | to_stop << 4 | length);
  f.add(41, gap, sd << 8 | last, length << 8 | usual(d));
}

}  // namespace masudi::language
