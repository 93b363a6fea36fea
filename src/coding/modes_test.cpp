// SPDX-License-Identifier: Apache-2.0
#include "coding/modes.h"

#include <gtest/gtest.h>

namespace masudi::coding {
namespace {

TEST(Modes, WeaponsTellTheWayOfAnAssault) {
  EXPECT_EQ(weapon_mode("gunman"), "firearms");
  EXPECT_EQ(weapon_mode("airstrike"), "aerial");
  EXPECT_EQ(weapon_mode("mortar"), "heavy-weapons");
  EXPECT_EQ(weapon_mode("table"), "");
}

TEST(Modes, TheMoreTellingWeaponComesFirst) {
  EXPECT_LT(weapon_rank("suicide-attack"), weapon_rank("explosives"));
  EXPECT_LT(weapon_rank("aerial"), weapon_rank("explosives"));
  EXPECT_LT(weapon_rank("explosives"), weapon_rank("firearms"));
}

TEST(Modes, WhatIsAskedAndThreatened) {
  EXPECT_EQ(demand_mode("withdraw"), "yield");
  EXPECT_EQ(demand_mode("missile"), "assist");
  EXPECT_EQ(demand_mode("dialogue"), "meet");
  EXPECT_EQ(demand_mode("reform"), "change");
  EXPECT_EQ(demand_mode("sing"), "");
  EXPECT_EQ(threat_mode("annex"), "territory");
  EXPECT_EQ(threat_mode("attack"), "violence");
}

}  // namespace
}  // namespace masudi::coding
