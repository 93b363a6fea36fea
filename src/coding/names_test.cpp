// SPDX-License-Identifier: Apache-2.0
#include "coding/names.h"

#include <gtest/gtest.h>

#include "coding/testing/example.h"

namespace masudi::coding {
namespace {

using knowledge::NameKind;
using testing::Example;

std::string_view matched(const Example& e, TokenIndex t) {
  const NameMatch* m = e.names.at(t);
  if (m == nullptr) return {};
  const Span first = e.tree.span(m->first), last = e.tree.span(m->last - 1);
  return cover(first, last).in(e.document.text);
}

TEST(Names, TakesTheLongestPhrase) {
  const Example e(
      "Iranian Iranian ADJ JJ 3 amod\nforeign foreign ADJ JJ 3 amod\nminister minister NOUN NN 4 nsubj\n"
      "visited visit VERB VBD 0 root\nUnited United PROPN NNP 6 compound\nStates States PROPN NNPS 4 obj\n");
  EXPECT_EQ(matched(e, 0), "Iranian");
  EXPECT_EQ(matched(e, 1), "foreign minister");
  EXPECT_EQ(matched(e, 3), "");
  EXPECT_EQ(matched(e, 5), "United States");
  EXPECT_NE(e.names.meaning(*e.names.at(0), NameKind::adjective), nullptr);
  EXPECT_NE(e.names.meaning(*e.names.at(1), NameKind::role), nullptr);
  EXPECT_NE(e.names.meaning(*e.names.at(4), NameKind::country), nullptr);
}

TEST(Names, HeedsCaseAndFullStops) {
  const Example e(
      "They they PRON PRP 2 nsubj\ntold tell VERB VBD 0 root\nus we PRON PRP 2 iobj\n\n"
      "U.S.+ U.S. PROPN NNP 3 compound\n- - PUNCT HYPH 3 punct\nled lead VERB VBN 0 root\n\nUS US PROPN NNP 0 root\n");
  EXPECT_EQ(matched(e, 2), "");
  EXPECT_NE(e.names.meaning(*e.names.at(e.token("US")), NameKind::country), nullptr);
}

TEST(Names, RiskyNamesNeedTheFullName) {
  const Example alone("AFF AFF PROPN NNP 0 root\n");
  EXPECT_EQ(matched(alone, 0), "");
  const Example both(
      "AFF AFF PROPN NNP 0 root\n\nAfghanistan Afghanistan PROPN NNP 3 compound\nFreedom Freedom PROPN NNP 3 compound\n"
      "Front Front PROPN NNP 0 root\n");
  EXPECT_EQ(matched(both, 0), "AFF");
  EXPECT_EQ(matched(both, 1), "Afghanistan Freedom Front");
}

TEST(Names, ALongerNameBehindTheArticleGoesFirst) {
  const Example gulf(
      "the the DET DT 2 det\nGulf Gulf PROPN NNP 0 root\nof of ADP IN 4 case\nGuinea Guinea PROPN NNP 2 nmod\n");
  EXPECT_EQ(matched(gulf, 1), "Gulf of Guinea");
  const Example alone("the the DET DT 2 det\nGulf Gulf PROPN NNP 0 root\n");
  EXPECT_EQ(matched(alone, 0), "the Gulf");
}

TEST(Names, DoNotCrossCommasOrSentences) {
  const Example e(
      "Saudi Saudi PROPN NNP 0 root\n, , PUNCT , 1 punct\nArabia Arabia PROPN NNP 1 appos\n\nSaudi Saudi PROPN NNP 0 "
      "root\n\n"
      "Arabia Arabia PROPN NNP 0 root\n");
  EXPECT_NE(matched(e, 0), "Saudi , Arabia");
  EXPECT_NE(matched(e, e.token("Saudi", 3)), "Saudi Arabia");
}

}  // namespace
}  // namespace masudi::coding
