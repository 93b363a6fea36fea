// SPDX-License-Identifier: Apache-2.0
#include "record/shingles.h"

#include <gtest/gtest.h>

#include <string>

#include "record/copies.h"
#include "record/words.h"

namespace masudi::record {
namespace {

std::string numbered_words(int from, int to) {
  std::string out;
  for (int i = from; i < to; ++i) out += "word" + std::to_string(i) + ' ';
  return out;
}

TEST(Words, AreFolded) { EXPECT_EQ(folded("The U.S. Army’s  convoy -- hit!"), "the us army convoy hit"); }

TEST(Words, OfPlainEmptinessAreNone) { EXPECT_TRUE(telling_words("The police said on Monday that").size() == 1); }

TEST(Shingles, OfLikeTextsAreAlike) {
  const Overlap same = overlap(sketch("Rebels seized the town of Goma."), sketch("rebels seized the TOWN of Goma"));
  EXPECT_DOUBLE_EQ(same.resemblance, 1.0);
  EXPECT_EQ(overlap(sketch("Rebels seized the town."), sketch("Ministers met in Geneva today.")).shared, 0u);
  EXPECT_EQ(overlap(sketch(""), sketch("")).resemblance, 0.0);
}

TEST(Shingles, OfLongTextsAreSampledAndStillCompared) {
  const Sketch whole = sketch(numbered_words(0, 8000));
  EXPECT_LE(whole.shingles.size(), kSketchLimit);
  EXPECT_GT(whole.level, 0);
  const Overlap half = overlap(whole, sketch(numbered_words(0, 4000)));
  EXPECT_NEAR(half.second_in_first, 1.0, 1e-9);
  EXPECT_NEAR(half.first_in_second, 0.5, 0.1);
}

TEST(Copies, AreToldFromRewritesAndParts) {
  const Sketch text = sketch(numbered_words(0, 100));
  EXPECT_EQ(compare(text, text)->kind, CopyKind::copy);
  EXPECT_EQ(compare(sketch(numbered_words(0, 70) + numbered_words(200, 230)), text)->kind, CopyKind::rewrite);
  EXPECT_EQ(compare(sketch(numbered_words(0, 100) + numbered_words(300, 600)), text)->kind, CopyKind::includes);
  EXPECT_EQ(compare(sketch(numbered_words(20, 60)), text)->kind, CopyKind::part_of);
  EXPECT_FALSE(compare(sketch(numbered_words(95, 200)), text));
}

TEST(Copies, AreFoundAmongManyTexts) {
  std::vector<Digest> reports;
  for (int i = 0; i < 300; ++i) {
    Digest d;
    d.id = std::to_string(i);
    d.sketch = sketch(numbered_words(1000 * i, 1000 * i + 120));
    reports.push_back(d);
  }
  // The text of report 7 inside one that is four times as long.
  Digest longer;
  longer.sketch = sketch(numbered_words(900000, 900200) + numbered_words(7000, 7120) + numbered_words(910000, 910200));
  reports.push_back(longer);
  CopyIndex index;
  std::vector<CopyLink> links;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    links = index.add(reports, i);
    if (i + 1 < reports.size()) {
      EXPECT_TRUE(links.empty());
    }
  }
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].of, 7u);
  EXPECT_EQ(links[0].kind, CopyKind::includes);
  EXPECT_FALSE(is_same_story(links[0]));
}

}  // namespace
}  // namespace masudi::record
