// SPDX-License-Identifier: Apache-2.0
#include "language/mend_names.h"

#include <algorithm>
#include <array>

#include "language/atoms.h"

namespace masudi::language {
namespace {

constexpr std::array<std::string_view, 4> kEras = {"AD", "BC", "BCE", "CE"};
// Letters that stand behind the names of barristers, members of orders and parliaments, and graduates.
constexpr std::array<std::string_view, 12> kLetters = {"CBE", "JD", "KBE", "KC",  "MBE", "MD",
                                                       "MEP", "MP", "OBE", "PhD", "QC",  "SC"};
static_assert(std::ranges::is_sorted(kEras) && std::ranges::is_sorted(kLetters));

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "Iodine", not "WHO".
bool is_title(std::string_view word) { return word.size() > 1 && is_capital(word[0]) && is_small(word[1]); }

bool is_of_era(std::string_view text, const Tokens& t, TokenIndex at) {
  if (!std::ranges::binary_search(kEras, t.span[at].in(text))) return false;
  const auto is_number = [&](TokenIndex i) {
    const std::string_view word = t.span[i].in(text);
    return is_digit(word[0]) || word == "century";
  };
  return (at > 0 && is_number(at - 1)) || (at + 1 < t.size() && is_number(at + 1));
}

bool is_behind_person(std::string_view text, const Tokens& t, TokenIndex at, const Name* before) {
  return before != nullptr && before->kind == NameKind::person && before->last + 1 == at &&
         t.span[at - 1].in(text) == "," && std::ranges::binary_search(kLetters, t.span[at].in(text));
}

// A number of a ruler or pope that goes on the name of a person which ends before `at`. "I" is one before a comma.
bool is_number_of_name(std::string_view text, const Tokens& t, TokenIndex at) {
  constexpr std::array<std::string_view, 15> kNumbers = {"II",  "III",  "IV",  "IX",  "VI", "VII", "VIII", "XI",
                                                         "XII", "XIII", "XIV", "XIX", "XV", "XVI", "XVIII"};
  static_assert(std::ranges::is_sorted(kNumbers));
  if (at >= t.size()) return false;
  const std::string_view word = t.span[at].in(text);
  if (word == "I" || word == "V" || word == "X") return at + 1 < t.size() && t.span[at + 1].in(text) == ",";
  return std::ranges::binary_search(kNumbers, word);
}

// A title that stands before the names of persons and nothing else.
bool is_title_of_person(std::string_view word) {
  constexpr std::array<std::string_view, 19> kTitles = {
      "Congressman", "Congresswoman", "Dr.",  "Judge",    "Lt.",  "Miss",    "Mr.",  "Mrs.",   "Ms.", "Prof.",
      "Professor",   "Rep.",          "Rev.", "Reverend", "Sen.", "Senator", "Sgt.", "Sheikh", "Sir"};
  static_assert(std::ranges::is_sorted(kTitles));
  return std::ranges::binary_search(kTitles, word);
}

bool is_address(std::string_view word) {
  return word.size() > 3 && (word.find("@") != std::string_view::npos || word.find("://") != std::string_view::npos);
}

bool has_capital(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return is_capital(c) || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

void NameMender::part_at_addresses(std::string_view text, Analysis& a) {
  const auto at_address = [&](TokenIndex i) { return is_address(a.tokens.span[i].in(text)); };
  parts_.clear();
  for (const Name& name : a.names) {
    TokenIndex first = name.first;
    for (TokenIndex i = name.first; i < name.last; ++i) {
      if (!at_address(i)) continue;
      if (i > first) parts_.push_back({first, i, name.kind});
      first = i + 1;
    }
    if (first < name.last) parts_.push_back({first, name.last, name.kind});
  }
  a.names.assign(parts_.begin(), parts_.end());
}

void NameMender::read_words(std::string_view text, const Analysis& analysis) {
  small_.clear(), raised_.clear();
  for (const Sentence& s : analysis.sentences) {
    for (TokenIndex i = s.first; i < s.last; ++i) {
      const std::string_view word = analysis.tokens.span[i].in(text);
      if (is_small(word[0]))
        small_.push_back(spelling_hash(word));
      else if (i > s.first && is_capital(word[0]))
        raised_.push_back(spelling_hash(word));
    }
  }
  std::ranges::sort(small_), std::ranges::sort(raised_);
}

void NameMender::mend(std::string_view text, Analysis& a) {
  part_at_addresses(text, a);
  bool read = false;
  auto sentence = a.sentences.begin();
  const auto word_at = [&](TokenIndex i) { return a.tokens.span[i].in(text); };
  // "Iodine is …", also behind the mark that opens a quotation.
  const auto is_common_word = [&](const Name& name) {
    if (!is_title(word_at(name.first)) || name.first > sentence->first + 1) return false;
    if (name.first > sentence->first && a.tokens.upos[sentence->first] != Upos::punct) return false;
    if (!read) read_words(text, a), read = true;
    const std::uint32_t hash = spelling_hash(word_at(name.first));
    const auto capitals = std::ranges::equal_range(raised_, hash).size();
    return capitals == (name.first > sentence->first ? 1U : 0U) && std::ranges::binary_search(small_, hash);
  };
  // "of the public voice", unless the sentence is written without capitals.
  const auto is_small_phrase = [&](const Name& name) {
    for (TokenIndex i = name.first; i < name.last; ++i) {
      if (has_capital(word_at(i))) return false;
    }
    for (TokenIndex i = sentence->first + 1; i < sentence->last; ++i) {
      if (word_at(i) != "I" && is_capital(word_at(i)[0])) return true;
    }
    return false;
  };
  std::size_t kept = 0;
  for (Name name : a.names) {
    while (sentence->last <= name.first) ++sentence;
    const Name* before = kept > 0 ? &a.names[kept - 1] : nullptr;
    const bool single = name.last - name.first == 1;
    if (single && (is_of_era(text, a.tokens, name.first) || is_behind_person(text, a.tokens, name.first, before) ||
                   is_common_word(name)))
      continue;
    if (is_small_phrase(name)) continue;
    if (before != nullptr && name.first < before->last) continue;  // the number behind the last one
    if (!single && is_title_of_person(word_at(name.first))) ++name.first, name.kind = NameKind::person;
    if (name.first > sentence->first && is_title_of_person(word_at(name.first - 1))) name.kind = NameKind::person;
    if (name.kind == NameKind::person && name.last < sentence->last && is_number_of_name(text, a.tokens, name.last))
      ++name.last;
    a.names[kept++] = name;
  }
  a.names.resize(kept);
}

}  // namespace masudi::language
