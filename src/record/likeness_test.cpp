// SPDX-License-Identifier: Apache-2.0
#include "record/likeness.h"

#include <gtest/gtest.h>

#include "record/fixtures.h"

namespace masudi::record {
namespace {

using testing::attack;
using testing::day;

double sum(const Mention& a, const Mention& b, const char* published = "2024-03-12") {
  const auto both = likeness({a, day(published), 0}, {b, day(published), 1});
  return both ? both->sum() : -99;
}

const char* const kSentence = "Fighters attacked a base in Kismayo on Sunday.";

TEST(Likeness, IsHighForOneHappening) {
  EXPECT_GT(sum(attack("2024-03-10", "Kismayo", kSentence),
                attack("2024-03-10", "Kismayo", "A base in Kismayo was attacked.")),
            0);
}

TEST(Likeness, IsSymmetric) {
  const Mention a = attack("2024-03-10", "Kismayo", kSentence);
  const Mention b = attack("2024-03-11", "Baidoa", "Soldiers were ambushed near Baidoa.");
  EXPECT_DOUBLE_EQ(sum(a, b), sum(b, a));
}

TEST(Likeness, EndsAfterTwoDays) {
  EXPECT_EQ(sum(attack("2024-03-06", "Kismayo", kSentence), attack("2024-03-10", "Kismayo", kSentence)), -99);
}

TEST(Likeness, OfOtherTypesIsNone) {
  Mention talks = attack("2024-03-10", "Kismayo", kSentence);
  talks.type = EventType::consult;
  EXPECT_EQ(sum(attack("2024-03-10", "Kismayo", kSentence), talks), -99);
}

TEST(Likeness, OfPlacesFarApartIsLow) {
  const Mention a = attack("2024-03-10", "Kismayo", kSentence);
  Mention b = a;
  EXPECT_GT(alike_places(a, b), 0);
  b.places[0].country = "KEN";
  EXPECT_LT(alike_places(a, b), 0);
}

TEST(Likeness, OfFiguresFallsWithTheirRatio) {
  Mention a = attack("2024-03-10", "Kismayo", kSentence);
  Mention b = a;
  a.sizes = {{Measure::dead, {10, 10}}};
  b.sizes = {{Measure::dead, {10, 10}}};
  const double same = alike_figures(a, b);
  b.sizes[0].range = {12, 12};
  const double near = alike_figures(a, b);
  b.sizes[0].range = {80, 80};
  EXPECT_GT(same, near);
  EXPECT_GT(near, alike_figures(a, b));
}

TEST(Parties, MayStandInTwoSectors) {
  EXPECT_TRUE(sectors_meet("GOV", "MIL"));
  EXPECT_TRUE(sectors_meet("REB", ""));
  EXPECT_FALSE(sectors_meet("MIL", "REB"));
  EXPECT_TRUE(same_party({"ISR", "MIL", "Israel Defense Forces", "IDF"}, {"ISR", "MIL", "", "the Israeli army"}));
  EXPECT_FALSE(same_party({"", "MIL", "", "the army"}, {"", "MIL", "", "soldiers"}));
}

TEST(Distance, IsGreatCircle) { EXPECT_NEAR(kilometres({33.31, 44.36}, {36.34, 43.13}), 355, 5); }

}  // namespace
}  // namespace masudi::record
