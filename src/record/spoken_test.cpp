// SPDX-License-Identifier: Apache-2.0
#include "record/spoken.h"

#include <gtest/gtest.h>

namespace masudi::record {
namespace {

TEST(Spoken, AtTheEnd) {
  const auto voice = spoken_by("Militants ambushed two trucks on Monday, the police said.");
  ASSERT_TRUE(voice);
  EXPECT_EQ(voice->who.sector, "COP");
  EXPECT_EQ(voice->cue, "said");
}

TEST(Spoken, AfterAccordingTo) {
  const auto voice = spoken_by("Troops seized a ship on Sunday, according to the Sana Post.");
  ASSERT_TRUE(voice);
  EXPECT_EQ(voice->who.words, "the Sana Post");
}

TEST(Spoken, AtTheBeginning) {
  const auto voice = spoken_by("Police said militants ambushed two trucks.");
  ASSERT_TRUE(voice);
  EXPECT_EQ(voice->who.words, "Police");
}

TEST(Spoken, ByNobody) {
  EXPECT_FALSE(spoken_by("Militants ambushed two trucks on Monday."));
  EXPECT_FALSE(spoken_by("He said nothing, and the soldiers left the town in the early hours of the next day."));
}

TEST(Denials, NameWhoDenies) {
  const std::string sentence = "The Israeli military denied on Monday that its forces bombed a hospital.";
  EXPECT_EQ(denied_by(sentence, sentence.find("bombed")), "The Israeli military");
  EXPECT_EQ(denied_by("Forces bombed a hospital and denied it.", 7), "");
}

TEST(Days, AreThoseBeforeTheReport) {
  const Date monday = *parse_date("2023-11-06");
  EXPECT_EQ(day_said("It was hit in Friday's attack.", monday), parse_date("2023-11-03"));
  EXPECT_EQ(day_said("It was hit yesterday.", monday), parse_date("2023-11-05"));
  EXPECT_EQ(day_said("It was hit on Monday.", monday), monday);
  EXPECT_FALSE(day_said("Hit on Monday and on Tuesday.", monday));
  EXPECT_FALSE(day_said("It was hit.", monday));
}

}  // namespace
}  // namespace masudi::record
