// SPDX-License-Identifier: Apache-2.0
#include "document/tagset.h"

#include <gtest/gtest.h>

namespace masudi {
namespace {

TEST(Tagset, NamesAndNumbersAgree) {
  for (int i = 0; i < kUposCount; ++i) EXPECT_EQ(upos_named(name(static_cast<Upos>(i))), static_cast<Upos>(i));
  for (int i = 0; i < kXposCount; ++i) EXPECT_EQ(xpos_named(name(static_cast<Xpos>(i))), static_cast<Xpos>(i));
  for (int i = 0; i < kRelationCount; ++i) {
    EXPECT_EQ(relation_named(name(static_cast<Relation>(i))), static_cast<Relation>(i));
  }
}

TEST(Tagset, SpotChecks) {
  EXPECT_EQ(name(Upos::propn), "PROPN");
  EXPECT_EQ(name(Xpos::prp_poss), "PRP$");
  EXPECT_EQ(name(Xpos::comma), ",");
  EXPECT_EQ(name(Xpos::vbz), "VBZ");
  EXPECT_EQ(name(Relation::nsubj_pass), "nsubj:pass");
  EXPECT_EQ(name(Relation::obl_unmarked), "obl:unmarked");
  EXPECT_EQ(name(Relation::xcomp), "xcomp");
  EXPECT_FALSE(relation_named("nsubj:nowhere"));
}

}  // namespace
}  // namespace masudi
