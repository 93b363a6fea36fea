// SPDX-License-Identifier: Apache-2.0
#include "treebank/conllu.h"

#include <gtest/gtest.h>

namespace masudi::treebank {
namespace {

constexpr std::string_view kExample =
    "# newdoc id = one\n# newpar\n# sent_id = s1\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tDo\tdo\tAUX\tVB\tMood=Imp\t3\taux\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
    "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "4\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n"
    "1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\t_\n\n"
    "# newpar\n1\tEnd\tend\tNOUN\tNN\t_\t0\troot\t_\t_\n\n"
    "# newdoc id = two\n1\tNew\tnew\tADJ\tJJ\t_\t0\troot\t_\t_\n\n";

TEST(Conllu, ReadsDocumentsWordsAndMultiwordTokens) {
  const auto documents = parse_conllu(kExample);
  ASSERT_TRUE(documents) << documents.error().message;
  ASSERT_EQ(documents->size(), 2u);
  const Sentence& first = documents->front().sentences[0];
  EXPECT_EQ(first.id, "s1");
  ASSERT_EQ(first.words.size(), 4u);
  ASSERT_EQ(first.surface.size(), 3u);
  EXPECT_EQ(first.surface[0].last, 2u);
  EXPECT_EQ(first.words[1].feats, "");
  EXPECT_EQ(first.words[0].head, 3u);
}

TEST(Conllu, RebuildsTheText) {
  const auto documents = parse_conllu(kExample);
  ASSERT_TRUE(documents);
  const RawText raw = raw_text(documents->front());
  EXPECT_EQ(raw.text, "Don't go! Stay\n\nEnd");
  EXPECT_EQ(raw.words[1].in(raw.text), "n't");
  EXPECT_EQ(raw.words[5].in(raw.text), "End");
  EXPECT_EQ(raw.joined[0], 1);
  EXPECT_EQ(raw.sentence_ends, (std::vector<std::uint32_t>{4, 5, 6}));
}

TEST(Conllu, SaysWhichLineIsWrong) {
  const auto documents = parse_conllu("1\tA\ta\n");
  ASSERT_FALSE(documents);
  EXPECT_EQ(documents.error().message, "line 1: a word has 10 columns parted by tabs");
  EXPECT_FALSE(parse_conllu("2\tA\ta\tX\tX\t_\t0\troot\t_\t_\n"));
  EXPECT_FALSE(parse_conllu("3-2\tA\t_\t_\t_\t_\t_\t_\t_\t_\n"));
}

}  // namespace
}  // namespace masudi::treebank
