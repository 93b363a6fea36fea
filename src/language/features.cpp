// SPDX-License-Identifier: Apache-2.0
#include "language/features.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"

namespace masudi::language {
namespace {

constexpr std::size_t kHalf = 20;  // of a long word, this many code points at each end count
constexpr std::size_t kMost = 2 * kHalf;

enum class Letter : std::uint8_t { other, digit, lower, upper };

constexpr char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7 ? c + 32 : c;
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1;
  if (c >= 0x139 && c <= 0x148) return (c & 1) != 0 ? c + 1 : c;
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

constexpr Letter letter_of(char32_t c) {
  if (c >= '0' && c <= '9') return Letter::digit;
  if (to_lower(c) != c) return Letter::upper;
  if ((c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7)) return Letter::lower;
  return Letter::other;
}

// As a word is folded: digits alike, letters small.
constexpr char32_t folded(char32_t c) { return c >= '0' && c <= '9' ? U'0' : to_lower(c); }

// The same of ASCII, which nearly all characters are.
struct Ascii {
  char folded;
  Letter letter;
};
constexpr auto kAscii = [] {
  std::array<Ascii, 128> out{};
  for (char32_t c = 0; c < 128; ++c) out[c] = {static_cast<char>(folded(c)), letter_of(c)};
  return out;
}();

// Typographic marks as ASCII.
char32_t plain(char32_t c) {
  if (c < 0x80) return c == '`' ? '\'' : c;
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0xB4: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return '-';
    case 0x2026: return '.';
    case 0xA0: return ' ';
    default: return c;
  }
}

// Writes a code point as UTF-8; returns how many bytes. (utf8::append is for strings.)
std::size_t encode(char32_t c, char* to) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) return to[0] = byte(c), 1;
  if (c < 0x800) return to[0] = byte(0xC0 | (c >> 6)), to[1] = byte(0x80 | (c & 0x3F)), 2;
  const std::size_t size = c < 0x10000 ? 3 : 4;
  to[0] = size == 3 ? byte(0xE0 | (c >> 12)) : byte(0xF0 | (c >> 18));
  if (size == 4) to[1] = byte(0x80 | ((c >> 12) & 0x3F));
  to[size - 2] = byte(0x80 | ((c >> 6) & 0x3F));
  to[size - 1] = byte(0x80 | (c & 0x3F));
  return size;
}

// The code points of a word, and its folded form in UTF-8.
struct Word {
  std::array<char32_t, kMost> points;
  std::array<Letter, kMost> letters;
  std::size_t count = 0;
  std::array<char, 4 * kMost> folded_form;
  std::array<std::uint8_t, kMost + 1> starts;  // where each code point begins in it

  explicit Word(std::string_view form) {
    std::size_t at = 0;
    while (at < form.size() && count < kMost) take(form, at);
    if (at < form.size()) take_end(form);
    fold();
  }

  // The folded form of code points [first, last).
  std::string_view part(std::size_t first, std::size_t last) const {
    return {folded_form.data() + starts[first], static_cast<std::size_t>(starts[last] - starts[first])};
  }
  std::string_view prefix(std::size_t n) const { return part(0, std::min(n, count)); }
  std::string_view suffix(std::size_t n) const { return part(count - std::min(n, count), count); }

 private:
  void take(std::string_view form, std::size_t& at) {
    const auto decoded = utf8::decode(form, at);
    points[count++] = plain(decoded.code_point);
    at += decoded.size;
  }

  void take_end(std::string_view form) {
    std::size_t at = form.size();
    for (std::size_t n = 0; n < kHalf && at > 0; ++n) {
      --at;
      while (at > 0 && (static_cast<unsigned char>(form[at]) & 0xC0) == 0x80) --at;
    }
    count = kHalf;
    while (at < form.size() && count < kMost) take(form, at);
  }

  void fold() {
    std::size_t size = 0;
    for (std::size_t i = 0; i < count; ++i) {
      starts[i] = static_cast<std::uint8_t>(size);
      const char32_t c = points[i];
      letters[i] = c < 0x80 ? kAscii[c].letter : letter_of(c);
      if (c < 0x80) {
        folded_form[size++] = kAscii[c].folded;
      } else {
        size += encode(folded(c), folded_form.data() + size);
      }
    }
    starts[count] = static_cast<std::uint8_t>(size);
  }
};

template <FeatureGroup kGroup>
std::uint32_t bucket(std::string_view bytes) {
  constexpr auto kIndex = static_cast<std::size_t>(kGroup);
  constexpr char kByte = static_cast<char>(kIndex);
  constexpr std::uint64_t kSeed = hash_bytes(std::string_view(&kByte, 1));
  const std::uint64_t hash = hash_bytes(bytes, kSeed);
  return static_cast<std::uint32_t>((hash ^ (hash >> 32)) % kGroupRows[kIndex]);
}

// Classes of the characters, runs cut to two, at most eight; as bytes of UTF-8.
std::uint32_t shape_bucket(const Word& word) {
  std::array<char32_t, 8> marks{};
  std::size_t n = 0;
  for (std::size_t i = 0; i < word.count; ++i) {
    const Letter letter = word.letters[i];
    const char32_t mark = letter == Letter::other ? word.points[i] : static_cast<char32_t>(letter);
    if (n >= 2 && marks[n - 1] == mark && marks[n - 2] == mark) continue;
    if (n == marks.size()) break;
    marks[n++] = mark;
  }
  std::array<char, 32> bytes{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < n; ++i) size += encode(marks[i] > 3 ? marks[i] : U'A' + marks[i], bytes.data() + size);
  return bucket<FeatureGroup::shape>({bytes.data(), size});
}

Capital capital_of(std::size_t upper, std::size_t lower, bool first_upper) {
  if (upper + lower == 0) return Capital::none;
  if (upper == 0) return Capital::lower;
  if (lower == 0) return upper == 1 ? Capital::single : Capital::all;
  return upper == 1 && first_upper ? Capital::initial : Capital::mixed;
}

// 0 as usual, 1 no capitals at all, 2 Title Case, 3 ALL CAPS.
std::uint32_t sentence_case(std::span<const WordFeatures> words) {
  std::size_t lettered = 0, raised = 0;
  bool has_lower = false;
  for (const WordFeatures& w : words) {
    has_lower = has_lower || w.has_lower;
    lettered += w.capital != Capital::none;
    raised += w.capital != Capital::none && w.capital != Capital::lower;
  }
  if (lettered >= 2 && raised == lettered && !has_lower) return 3;
  if (raised == 0) return 1;
  return lettered >= 4 && raised * 10 >= lettered * 7 ? 2 : 0;
}

// "IS" in capitals among words that are not is the Islamic State, unless it stresses the verb ("this IS so"). The trees
// have little of it and much of the verb: the network sees the name of it that nothing else is called by.
bool is_islamic_state(std::string_view form) { return form == "IS" || form == "ISIS"; }
constexpr std::string_view kItsClearName = "ISIL";
bool is_stressed_verb(std::string_view before) {
  constexpr std::array<std::string_view, 14> kSubjects = {
      "it", "that", "this", "there", "he", "she", "what", "who", "how", "which", "where", "here", "he's", "everything"};
  return std::ranges::any_of(kSubjects, [&](std::string_view subject) {
    return std::ranges::equal(before, subject, [](char a, char b) { return (a | 32) == b; });
  });
}

struct Offsets {
  std::array<std::uint32_t, kFeatures> at;
  std::uint32_t end;

  explicit Offsets(std::uint32_t vocabulary) {
    end = 0;
    for (std::size_t g = 0; g < at.size(); ++g) {
      at[g] = end;
      end += kGroupRows[g] + (g == 0 ? vocabulary : 0);
    }
  }
};

}  // namespace

Vocabulary::Slot Vocabulary::find(std::uint64_t key) const {
  const std::size_t mask = slots.size() - 1;
  const auto tag = static_cast<std::uint32_t>(key >> 32);
  std::size_t at = static_cast<std::size_t>(key) & mask;
  for (std::size_t tried = 0; tried <= mask; ++tried, at = (at + 1) & mask) {
    if (slots[at].row == kEmpty) break;
    if (slots[at].tag == tag) return slots[at];
  }
  return {.tag = tag, .row = kNoRow, .parts_of_speech = 0, .names = 0};
}

std::uint32_t feature_rows(std::uint32_t vocabulary_size) { return Offsets(vocabulary_size).end; }

namespace {

// All but what the vocabulary says, which is asked to come nearer meanwhile.
WordFeatures word_features(std::string_view form, const Vocabulary& vocabulary, const Offsets& offsets) {
  const Word word(form);
  WordFeatures out{};
  const std::string_view whole = word.part(0, word.count);
  out.key = hash_bytes(whole);
  vocabulary.expect(out.key);
  out.rows[0] = vocabulary.size + bucket<FeatureGroup::form>(whole);
  out.rows[1] = offsets.at[1] + bucket<FeatureGroup::prefix2>(word.prefix(2));
  out.rows[2] = offsets.at[2] + bucket<FeatureGroup::prefix3>(word.prefix(3));
  out.rows[3] = offsets.at[3] + bucket<FeatureGroup::suffix1>(word.suffix(1));
  out.rows[4] = offsets.at[4] + bucket<FeatureGroup::suffix2>(word.suffix(2));
  out.rows[5] = offsets.at[5] + bucket<FeatureGroup::suffix3>(word.suffix(3));
  out.rows[6] = offsets.at[6] + bucket<FeatureGroup::suffix4>(word.suffix(4));
  out.rows[7] = offsets.at[7] + shape_bucket(word);
  std::size_t upper = 0, lower = 0;
  for (std::size_t i = 0; i < word.count; ++i) {
    const Letter letter = word.letters[i];
    upper += letter == Letter::upper;
    lower += letter == Letter::lower;
  }
  out.capital = capital_of(upper, lower, word.count > 0 && word.letters[0] == Letter::upper);
  out.has_lower = lower > 0;
  return out;
}

void look_up(const Vocabulary& vocabulary, const Offsets& offsets, WordFeatures& word) {
  const Vocabulary::Slot known = vocabulary.find(word.key);
  if (known.row != Vocabulary::kNoRow) word.rows[0] = known.row;
  word.rows[10] = offsets.at[10] + known.parts_of_speech;
  word.rows[11] = offsets.at[11] + known.names;
}

}  // namespace

void sentence_features(std::string_view text, std::span<const Span> words, const Vocabulary& vocabulary,
                       std::span<FeatureRows> out, std::span<WordFeatures> scratch) {
  const std::size_t n = words.size();
  const Offsets offsets(vocabulary.size);
  const auto form = [&](std::size_t i) { return text.substr(words[i].begin, words[i].end - words[i].begin); };
  for (std::size_t i = 0; i < n; ++i) scratch[i] = word_features(form(i), vocabulary, offsets);
  const std::uint32_t letter_case = sentence_case(scratch.first(n));
  for (std::size_t i = 0; i < n && letter_case != 3; ++i) {
    if (is_islamic_state(form(i)) && (i == 0 || !is_stressed_verb(form(i - 1))))
      scratch[i] = word_features(kItsClearName, vocabulary, offsets);
  }
  for (std::size_t i = 0; i < n; ++i) {
    look_up(vocabulary, offsets, scratch[i]);
    const bool before = i == 0 || words[i - 1].end < words[i].begin;
    const bool after = i + 1 == n || words[i].end < words[i + 1].begin;
    out[i] = scratch[i].rows;
    out[i][8] = offsets.at[8] + (letter_case * 6 + static_cast<std::uint32_t>(scratch[i].capital)) * 2 + (i == 0);
    out[i][9] = offsets.at[9] + (static_cast<std::uint32_t>(before) * 2 + after) * 2 + (i + 1 == n);
  }
}

}  // namespace masudi::language
