// SPDX-License-Identifier: Apache-2.0
#include "language/name_vote.h"

#include <gtest/gtest.h>

namespace masudi::language {
namespace {

using Row = std::array<float, kNameTags>;

// Scores that speak for one kind, whatever the part of the name.
Row leaning(NameKind kind, float by) {
  Row row{};
  for (int part = 0; part < 4; ++part) row[1 + 4 * static_cast<int>(kind) + part] = by;
  return row;
}

TEST(NameVote, ASurePersonOutvotesADoubtfulPlace) {
  const std::string_view text = "Mary Chaworth Chaworth Harrow";
  const std::vector<Span> words = {{0, 4}, {5, 13}, {14, 22}, {23, 29}};
  std::vector<Name> names = {{0, 2, NameKind::person}, {2, 3, NameKind::place}, {3, 4, NameKind::place}};
  const std::vector<Row> rows = {leaning(NameKind::person, 5), leaning(NameKind::person, 5),
                                 leaning(NameKind::place, 1), leaning(NameKind::place, 1)};
  NameVote vote;
  for (int round = 0; round < 2; ++round) {  // nothing is left over from the document before
    vote.clear();
    for (const Name& name : names) vote.add(rows[name.first].data(), name.last - name.first, kNameTags);
    vote.settle(text, words, names);
    EXPECT_EQ(names[0].kind, NameKind::person);
    EXPECT_EQ(names[1].kind, NameKind::person);
    EXPECT_EQ(names[2].kind, NameKind::place);
  }
}

TEST(NameVote, AWholeNameSpeaksForItsFirstAndItsLastWord) {
  const std::string_view text = "Florence Norton Norton Norton Florence";
  const std::vector<Span> words = {{0, 8}, {9, 15}, {16, 22}, {23, 29}, {30, 38}};
  std::vector<Name> names = {
      {0, 2, NameKind::person}, {2, 3, NameKind::place}, {3, 4, NameKind::place}, {4, 5, NameKind::place}};
  const Row person = leaning(NameKind::person, 5), place = leaning(NameKind::place, 3);
  const std::vector<Row> rows = {person, person, place, place, place};
  NameVote vote;
  for (const Name& name : names) vote.add(rows[name.first].data(), name.last - name.first, kNameTags);
  vote.settle(text, words, names);
  for (const Name& name : names) EXPECT_EQ(name.kind, NameKind::person) << name.first;
}

TEST(NameVote, TheFirstMentionWeighsMost) {
  const std::string_view text = "Gloria Gloria Gloria Gloria";
  const std::vector<Span> words = {{0, 6}, {7, 13}, {14, 20}, {21, 27}};
  std::vector<Name> names;
  for (TokenIndex i = 0; i < 4; ++i) names.push_back({i, i + 1, NameKind::place});
  const Row person = leaning(NameKind::person, 4), place = leaning(NameKind::place, 2);
  const std::vector<Row> rows = {person, place, place, place};
  NameVote vote;
  for (const Name& name : names) vote.add(rows[name.first].data(), 1, kNameTags);
  vote.settle(text, words, names);
  EXPECT_EQ(names[3].kind, NameKind::person);  // 4 against 2 (1/2 + 1/3 + 1/4)
}

TEST(NameVote, NoNamesNoVotes) {
  NameVote vote;
  vote.settle("", {}, {});
}

}  // namespace
}  // namespace masudi::language
