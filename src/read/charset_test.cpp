// SPDX-License-Identifier: Apache-2.0
#include "read/charset.h"

#include <gtest/gtest.h>

namespace masudi::read {
namespace {

std::string convert(std::string bytes, std::string_view content_type = "") {
  std::vector<std::string> warnings;
  return to_utf8(std::move(bytes), content_type, "page", warnings);
}

TEST(Charset, BelievesTheHeader) {
  EXPECT_EQ(convert("caf\xE9", "text/html; charset=ISO-8859-1"), "café");
  EXPECT_EQ(convert("\xCC\xE8\xF0", "text/html; Charset = \"windows-1251\""), "Мир");
  EXPECT_EQ(convert("\xD6\xD0\xCE\xC4", "text/html;charset=gb2312"), "中文");
}

TEST(Charset, LooksIntoTheMarkup) {
  EXPECT_EQ(convert("<?xml version='1.0' encoding='iso-8859-2'?><a>\xB3</a>"),
            "<?xml version='1.0' encoding='iso-8859-2'?><a>ł</a>");
  EXPECT_EQ(convert("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">\xCC"),
            "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">М");
  EXPECT_EQ(convert("<meta charset=koi8-r>\xED"), "<meta charset=koi8-r>М");
}

TEST(Charset, KnowsUtf8WhenItSeesIt) {
  EXPECT_EQ(convert("café", "text/html; charset=iso-8859-1"), "café");
  EXPECT_EQ(convert("\xEF\xBB\xBFx"), "x");
  EXPECT_EQ(convert(std::string("\xFF\xFEx\0\xE9\0", 6)), "xé");
  EXPECT_EQ(convert(std::string("\xFE\xFF\0x", 4)), "x");
}

TEST(Charset, GuessesWesternWhereNothingIsSaid) { EXPECT_EQ(convert("\x93Yes\x94 \x96 caf\xE9"), "“Yes” – café"); }

TEST(Charset, NeverGivesAnythingButUtf8) {
  EXPECT_EQ(convert("a\xFF\x62", "text/html; charset=utf-8"), "a\uFFFDb");
  EXPECT_EQ(convert("a\xD6", "text/html; charset=gbk"), "a\uFFFD");
  EXPECT_EQ(convert(std::string("a\0b", 3)), "a b");
  std::vector<std::string> warnings;
  EXPECT_EQ(to_utf8("caf\xE9", "text/html; charset=klingon", "page", warnings), "café");
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_NE(warnings[0].find("\"klingon\" is not known"), std::string::npos);
}

}  // namespace
}  // namespace masudi::read
