// SPDX-License-Identifier: Apache-2.0
#include "language/initials.h"

#include <gtest/gtest.h>

namespace masudi::language {
namespace {

bool initials(std::string_view chunk, std::string_view after, bool after_name = true) {
  std::vector<Atom> atoms;
  cut_chunk(chunk, 0, 64, atoms);
  return are_initials(atoms, after, after_name);
}

TEST(Initials, StandBeforeAName) {
  EXPECT_TRUE(initials("K.", " Olsen spoke"));
  EXPECT_TRUE(initials("P.V.", " Rao spoke", false));
  EXPECT_TRUE(initials("J.", " K. Lund"));
  EXPECT_TRUE(initials("K.", " Öberg"));
  EXPECT_TRUE(initials("K.", "\nOlsen"));  // a line end is no end of a paragraph
}

TEST(Initials, AreNotWhatEndsASentence) {
  EXPECT_FALSE(initials("B.", " Then he left"));
  EXPECT_FALSE(initials("K.", " The dose was small"));
  EXPECT_FALSE(initials("K.", ""));
  EXPECT_FALSE(initials("K.", "\n\nOlsen"));
  EXPECT_FALSE(initials("K.", " and others"));
  EXPECT_FALSE(initials("I.", " Germany lost"));
  EXPECT_FALSE(initials("B.", " Olsen left", false));  // "the letter b B. Olsen"
}

TEST(Initials, AreSingleLettersWithOneStopEach) {
  EXPECT_FALSE(initials("K..", " Olsen"));
  EXPECT_FALSE(initials("Kk.", " Olsen"));
  EXPECT_FALSE(initials("K", " Olsen"));
  EXPECT_FALSE(initials("A.B.C.D.E.", " Olsen"));
}

}  // namespace
}  // namespace masudi::language
