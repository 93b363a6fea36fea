// SPDX-License-Identifier: Apache-2.0
#include "language/mend_names.h"

#include <gtest/gtest.h>

#include <string>

namespace masudi::language {
namespace {

// The names that are left of single words marked with "*" in sentences parted by "|"; "**" marks a person.
std::string left_of(std::string_view marked) {
  std::string text;
  Analysis a;
  TokenIndex first = 0;
  const auto end_sentence = [&] {
    a.sentences.push_back({first, a.tokens.size(), {}});
    first = a.tokens.size();
  };
  while (!marked.empty()) {
    const auto end = std::min(marked.find(' '), marked.size());
    std::string_view word = marked.substr(0, end);
    marked.remove_prefix(std::min(end + 1, marked.size()));
    if (word == "|") {
      end_sentence();
      continue;
    }
    const auto stars = std::min(word.find_first_not_of('*'), word.size());
    word.remove_prefix(stars);
    const TokenIndex at = a.tokens.size();
    if (stars > 0) a.names.push_back({at, at + 1, stars > 1 ? NameKind::person : NameKind::place});
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += word;
    a.tokens.span.push_back({begin, static_cast<std::uint32_t>(text.size())});
    a.tokens.upos.push_back(word == "\"" ? Upos::punct : Upos::noun);
    text += ' ';
  }
  end_sentence();
  NameMender().mend(text, a);
  std::string out;
  for (const Name& name : a.names)
    out += std::string(cover(a.tokens.span[name.first], a.tokens.span[name.last - 1]).in(text)) + ' ';
  return out;
}

TEST(NameMender, ErasBesideYears) {
  EXPECT_EQ(left_of("built in 3000 *BC near *Athens"), "Athens ");
  EXPECT_EQ(left_of("by the 7th century *BC"), "");
  EXPECT_EQ(left_of("towns of *BC and *Alberta"), "BC Alberta ");
}

TEST(NameMender, LettersBehindPersons) {
  EXPECT_EQ(left_of("said **Hale , *QC , of *Leeds"), "Hale Leeds ");
  EXPECT_EQ(left_of("in *Leeds , *MD , and *Kent"), "Leeds MD Kent ");
}

TEST(NameMender, WordsThatAreAlsoWrittenSmall) {
  EXPECT_EQ(left_of("*Iodine is rare | people lack iodine"), "");
  EXPECT_EQ(left_of("\" *Iodine is rare | people lack iodine"), "");
  EXPECT_EQ(left_of("*Bush spoke | they saw Bush in the bush"), "Bush ");
  EXPECT_EQ(left_of("*Cairo is large | they left"), "Cairo ");
  EXPECT_EQ(left_of("*WHO warned | those who fell ill"), "WHO ");
}

TEST(NameMender, NumbersOfRulers) {
  EXPECT_EQ(left_of("said **Napoleon III of France"), "Napoleon III ");
  EXPECT_EQ(left_of("said **Pius *II of Rome"), "Pius II ");
  EXPECT_EQ(left_of("called **Norton I , emperor"), "Norton I ");
  EXPECT_EQ(left_of("with **Norton I agree"), "Norton ");
}

TEST(NameMender, TitlesOfPersons) {
  EXPECT_EQ(left_of("asked Senator *Hatfield II of *Leeds"), "Hatfield II Leeds ");  // a person's number
  EXPECT_EQ(left_of("asked *Hatfield II of *Leeds"), "Hatfield Leeds ");
}

TEST(NameMender, WordsWithoutACapital) {
  EXPECT_EQ(left_of("Voters of *Leeds lack a *voice"), "Leeds ");
  EXPECT_EQ(left_of("voters of *leeds lack a say"), "leeds ");
}

}  // namespace
}  // namespace masudi::language
