// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace masudi::utf8 {
namespace {

TEST(Utf8, LeavesGoodTextAlone) {
  std::string text = "Süleyman, 北京, 😀";
  EXPECT_EQ(sanitize(text), 0u);
  EXPECT_EQ(text, "Süleyman, 北京, 😀");
}

TEST(Utf8, ReplacesMaximalSubparts) {
  std::string overlong = "a\xC0\x80z";
  EXPECT_EQ(sanitize(overlong), 2u);
  EXPECT_EQ(overlong, "a\uFFFD\uFFFDz");
  std::string cut = "a\xE2\x82";
  EXPECT_EQ(sanitize(cut), 1u);
  EXPECT_EQ(cut, "a\uFFFD");
  std::string surrogate = "\xED\xA0\x80";
  EXPECT_EQ(sanitize(surrogate), 3u);
}

TEST(Utf8, BlanksNul) {
  std::string text("a\0b", 3);
  EXPECT_EQ(sanitize(text), 1u);
  EXPECT_EQ(text, "a b");
}

TEST(Utf8, AppendsWhatItDecodes) {
  for (char32_t c : {U'a', U'ü', U'北', U'😀', U'\U0010FFFF'}) {
    std::string text;
    append(text, c);
    const Decoded d = decode(text, 0);
    EXPECT_TRUE(d.valid);
    EXPECT_EQ(d.code_point, c);
    EXPECT_EQ(d.size, text.size());
  }
}

TEST(Utf8, IndexAgreesWithCounting) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += i % 3 == 0 ? "é" : i % 7 == 0 ? "😀" : "x";
  const CodePointIndex index(text);
  for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
    EXPECT_EQ(index.code_points_before(byte), count_code_points(std::string_view(text).substr(0, byte)));
  }
}

}  // namespace
}  // namespace masudi::utf8
