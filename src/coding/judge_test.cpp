// SPDX-License-Identifier: Apache-2.0
#include "coding/judge.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "coding/coder.h"
#include "coding/testing/example.h"

namespace masudi::coding {
namespace {

using testing::Example;

bool saw(const Observation& o, std::string_view feature) {
  return std::ranges::find(o.features, feature) != o.features.end();
}

TEST(Judge, SeesWhatADraftHangsOn) {
  const Example e(
      "Ghana Ghana PROPN NNP 2 nsubj\ncondemned condemn VERB VBD 0 root\nPeru Peru PROPN NNP 2 obj\nafter after ADP IN "
      "6 "
      "case\nthe the DET DT 6 det\nbombing bombing NOUN NN 2 obl\nof of ADP IN 8 case\nLima Lima PROPN NNP 6 nmod\n. . "
      "PUNCT . 2 punct\n");
  Workspace workspace;
  const auto seen = Coder(testing::compiled_knowledge()).observe(e.document, e.analysis, workspace);
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_TRUE(saw(seen[0], "over=ASSAULT"));
  EXPECT_TRUE(saw(seen[0], "under=none"));
  EXPECT_TRUE(saw(seen[0], "order=0+1"));
  EXPECT_TRUE(saw(seen[1], "under-type=ACCUSE+ASSAULT"));
  EXPECT_TRUE(saw(seen[1], "under-relation=ACCUSE+obl"));
  EXPECT_TRUE(saw(seen[1], "order=1+0"));
}

}  // namespace
}  // namespace masudi::coding
