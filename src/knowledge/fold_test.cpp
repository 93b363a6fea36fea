// SPDX-License-Identifier: Apache-2.0
#include "knowledge/fold.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace masudi::knowledge {
namespace {

std::uint64_t key(std::string_view text) {
  std::vector<Atom> atoms;
  append_atoms(text, atoms);
  std::uint64_t hash = kHashSeed;
  for (Atom atom : atoms) hash = extend(hash, atom);
  return hash;
}

TEST(Fold, TreatsSpellingsAlike) {
  EXPECT_EQ(key("Lashkar-e-Taiba"), key("Lashkar e Taiba"));
  EXPECT_EQ(key("U.S."), key("US"));
  EXPECT_EQ(key("Erdoğan"), key("Erdogan"));
  EXPECT_EQ(key("Sana'a"), key("Sana’a"));
  EXPECT_EQ(key("Sana'a"), key("Sanaa"));
  EXPECT_EQ(key("People's Party"), key("People 's Party"));
  EXPECT_EQ(key("ŁÓDŹ"), key("Lodz"));
}

TEST(Fold, KeepsWordsApart) {
  EXPECT_NE(key("New York"), key("Newyork"));
  EXPECT_NE(key("Niger"), key("Nigeria"));
}

TEST(Fold, SeesCase) {
  std::vector<Atom> atoms;
  append_atoms("U.S. troops Said al-Sudani 12", atoms);
  ASSERT_EQ(atoms.size(), 6u);
  EXPECT_EQ(atoms[0].letters, Case::capitals);
  EXPECT_EQ(atoms[1].letters, Case::lower);
  EXPECT_EQ(atoms[2].letters, Case::title);
  EXPECT_EQ(atoms[3].letters, Case::lower);
  EXPECT_EQ(atoms[4].letters, Case::title);
  EXPECT_EQ(atoms[5].letters, Case::none);
  EXPECT_FALSE(case_fits(Case::capitals, Case::lower));
  EXPECT_FALSE(case_fits(Case::title, Case::lower));
  EXPECT_TRUE(case_fits(Case::title, Case::capitals));
}

}  // namespace
}  // namespace masudi::knowledge
