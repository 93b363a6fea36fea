// SPDX-License-Identifier: Apache-2.0
#include "evaluate/scores.h"

#include <gtest/gtest.h>

#include "evaluate/names.h"

namespace masudi::evaluate {
namespace {

using Documents = std::vector<treebank::Document>;

Documents parse(const std::string& text) {
  auto documents = treebank::parse_conllu(text);
  EXPECT_TRUE(documents) << documents.error().message;
  return documents ? *documents : Documents{};
}

std::string line(int id, const char* form, const char* lemma, const char* upos, const char* feats, int head,
                 const char* relation, const char* misc = "_") {
  return std::to_string(id) + '\t' + form + '\t' + lemma + '\t' + upos + "\t_\t" + feats + '\t' + std::to_string(head) +
         '\t' + relation + "\t_\t" + misc + '\n';
}

std::string range(const char* id, const char* form) {
  return std::string(id) + '\t' + form + "\t_\t_\t_\t_\t_\t_\t_\t_\n";
}

double f1(const Scores& scores, Metric metric) { return scores[static_cast<std::size_t>(metric)].f1(); }

std::string gold_text() {
  return line(1, "Rebels", "rebel", "NOUN", "Number=Plur", 2, "nsubj") +
         line(2, "left", "leave", "VERB", "Mood=Ind|ExtPos=ADV", 0, "root", "SpaceAfter=No") +
         line(3, ".", ".", "PUNCT", "_", 2, "punct") + "\n" + range("1-2", "Don't") +
         line(1, "Do", "do", "AUX", "_", 3, "aux") + line(2, "n't", "not", "PART", "_", 3, "advmod:neg") +
         line(3, "go", "go", "VERB", "_", 0, "root") + "\n";
}

TEST(Scores, GoldAgainstItselfIsPerfect) {
  const auto gold = parse(gold_text());
  const auto scores = score(gold, gold);
  ASSERT_TRUE(scores) << scores.error().message;
  for (const Score& s : *scores) EXPECT_DOUBLE_EQ(s.f1(), 100);
  EXPECT_EQ((*scores)[static_cast<std::size_t>(Metric::tokens)].gold, 5u);
  EXPECT_EQ((*scores)[static_cast<std::size_t>(Metric::words)].gold, 6u);
}

TEST(Scores, SubtypesAndFeaturesOfALanguageDoNotCount) {
  const auto system =
      parse(line(1, "Rebels", "rebel", "NOUN", "Number=Plur", 2, "nsubj:pass") +
            line(2, "left", "left", "VERB", "Mood=Ind", 0, "root") + line(3, ".", ".", "PUNCT", "_", 1, "punct") +
            "\n" + range("1-2", "Don't") + line(1, "Do", "do", "VERB", "_", 3, "aux") +
            line(2, "n't", "not", "PART", "_", 3, "advmod") + line(3, "go", "go", "VERB", "_", 0, "root") + "\n");
  const auto scores = score(parse(gold_text()), system);
  ASSERT_TRUE(scores);
  EXPECT_DOUBLE_EQ(f1(*scores, Metric::ufeats), 100);
  EXPECT_NEAR(f1(*scores, Metric::las), 100 * 5.0 / 6, 1e-9);
  EXPECT_NEAR(f1(*scores, Metric::uas), 100 * 5.0 / 6, 1e-9);
  EXPECT_NEAR(f1(*scores, Metric::lemmas), 100 * 5.0 / 6, 1e-9);
  EXPECT_NEAR(f1(*scores, Metric::upos), 100 * 5.0 / 6, 1e-9);
}

TEST(Scores, OtherTokensAndSentences) {
  // One sentence; the full stop stays on its word; don't is two plain tokens.
  const auto system =
      parse(line(1, "Rebels", "rebel", "NOUN", "_", 2, "nsubj") + line(2, "left.", "leave", "VERB", "_", 0, "root") +
            line(3, "Do", "do", "AUX", "_", 5, "aux", "SpaceAfter=No") +
            line(4, "n't", "not", "PART", "_", 5, "advmod") + line(5, "go", "go", "VERB", "_", 2, "conj") + "\n");
  const auto scores = score(parse(gold_text()), system);
  ASSERT_TRUE(scores) << scores.error().message;
  const Score tokens = (*scores)[static_cast<std::size_t>(Metric::tokens)];
  EXPECT_EQ(tokens.correct, 2u);  // Rebels, go
  EXPECT_EQ(tokens.system, 5u);
  EXPECT_EQ((*scores)[static_cast<std::size_t>(Metric::sentences)].correct, 0u);
  // By the forms inside the multiword token, its words are found.
  EXPECT_EQ((*scores)[static_cast<std::size_t>(Metric::words)].correct, 4u);
  EXPECT_EQ((*scores)[static_cast<std::size_t>(Metric::uas)].correct, 2u);  // Do and n't below go
}

TEST(Scores, RefusesAnotherText) {
  const auto scores =
      score(parse(line(1, "one", "_", "X", "_", 0, "root")), parse(line(1, "two", "_", "X", "_", 0, "root")));
  ASSERT_FALSE(scores);
  EXPECT_NE(scores.error().message.find("differ after 0 bytes"), std::string::npos);
}

TEST(Scores, NamesCountByExactSpanAndClass) {
  const std::vector<NameSpan> gold = {{0, {0, 5}, "PER"}, {0, {10, 15}, "LOC"}, {1, {0, 5}, "ORG"}};
  const std::vector<NameSpan> system = {
      {0, {0, 5}, "PER"}, {0, {10, 15}, "ORG"}, {1, {0, 6}, "ORG"}, {1, {0, 5}, "ORG"}};
  const auto scores = score_names(gold, system);
  EXPECT_EQ(scores.back().correct, 2u);
  EXPECT_EQ(scores.back().system, 4u);
  EXPECT_DOUBLE_EQ(scores[0].f1(), 100);
  EXPECT_DOUBLE_EQ(scores[1].f1(), 0);
  EXPECT_EQ(scores[2].system, 3u);
}

}  // namespace
}  // namespace masudi::evaluate
