// SPDX-License-Identifier: Apache-2.0
#include "language/false_names.h"

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

}  // namespace

void FalseNames::read_words(std::string_view text, const Analysis& analysis) {
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

void FalseNames::drop(std::string_view text, Analysis& a) {
  bool read = false;
  auto sentence = a.sentences.begin();
  // "Iodine is …", also behind the marks that open a quotation.
  const auto is_common_word = [&](const Name& name) {
    const std::string_view word = a.tokens.span[name.first].in(text);
    while (sentence->last <= name.first) ++sentence;
    if (!is_title(word) || name.first > sentence->first + 1) return false;
    if (name.first > sentence->first && a.tokens.upos[sentence->first] != Upos::punct) return false;
    if (!read) read_words(text, a), read = true;
    const std::uint32_t hash = spelling_hash(word);
    const auto capitals = std::ranges::equal_range(raised_, hash).size();
    return capitals == (name.first > sentence->first ? 1U : 0U) && std::ranges::binary_search(small_, hash);
  };
  std::size_t kept = 0;
  for (const Name& name : a.names) {
    const Name* before = kept > 0 ? &a.names[kept - 1] : nullptr;
    const bool single = name.last - name.first == 1;
    if (single && (is_of_era(text, a.tokens, name.first) || is_behind_person(text, a.tokens, name.first, before) ||
                   is_common_word(name)))
      continue;
    a.names[kept++] = name;
  }
  a.names.resize(kept);
}

}  // namespace masudi::language
