// SPDX-License-Identifier: Apache-2.0
#include "language/regular_verbs.h"

#include <gtest/gtest.h>

#include <string>

namespace masudi::language {
namespace {

// "?" where the rules leave it open.
std::string verb(std::string_view form, Xpos xpos) {
  const auto ending = regular_verb(form, xpos);
  if (!ending) return "?";
  return std::string(form.substr(0, form.size() - ending->cut)).append(ending->tail);
}

TEST(RegularVerbs, KeepTheEndOfTheVerb) {
  EXPECT_EQ(verb("shouted", Xpos::vbd), "shout");
  EXPECT_EQ(verb("bombed", Xpos::vbn), "bomb");
  EXPECT_EQ(verb("rioting", Xpos::vbg), "riot");
  EXPECT_EQ(verb("shelled", Xpos::vbd), "shell");
  EXPECT_EQ(verb("boycotting", Xpos::vbg), "boycott");
  EXPECT_EQ(verb("curbed", Xpos::vbd), "curb");
}

TEST(RegularVerbs, GetBackALostE) {
  EXPECT_EQ(verb("stoned", Xpos::vbd), "stone");
  EXPECT_EQ(verb("strafing", Xpos::vbg), "strafe");
  EXPECT_EQ(verb("toppled", Xpos::vbd), "topple");
  EXPECT_EQ(verb("blockading", Xpos::vbg), "blockade");
  EXPECT_EQ(verb("avenged", Xpos::vbd), "avenge");
  EXPECT_EQ(verb("collapsed", Xpos::vbd), "collapse");
  EXPECT_EQ(verb("revoking", Xpos::vbg), "revoke");
  EXPECT_EQ(verb("quoted", Xpos::vbd), "quote");
}

TEST(RegularVerbs, LoseADoubledConsonantAndGetBackAY) {
  EXPECT_EQ(verb("stabbed", Xpos::vbd), "stab");
  EXPECT_EQ(verb("egging", Xpos::vbg), "egg");
  EXPECT_EQ(verb("defied", Xpos::vbd), "defy");
  EXPECT_EQ(verb("defies", Xpos::vbz), "defy");
}

TEST(RegularVerbs, LoseTheS) {
  EXPECT_EQ(verb("summons", Xpos::vbz), "summon");
  EXPECT_EQ(verb("annexes", Xpos::vbz), "annex");
  EXPECT_EQ(verb("seizes", Xpos::vbz), "?");
  EXPECT_EQ(verb("torches", Xpos::vbz), "torch");
  EXPECT_EQ(verb("rigs", Xpos::vbd), "rig");  // tagged wrongly
}

TEST(RegularVerbs, StayOpenWhereSpellingDoes) {
  EXPECT_EQ(verb("edited", Xpos::vbd), "?");
  EXPECT_EQ(verb("incited", Xpos::vbd), "?");
  EXPECT_EQ(verb("hanged", Xpos::vbd), "?");
  EXPECT_EQ(verb("changed", Xpos::vbd), "?");
  EXPECT_EQ(verb("fed", Xpos::vbd), "?");
  EXPECT_EQ(verb("shed", Xpos::vb), "?");
}

}  // namespace
}  // namespace masudi::language
