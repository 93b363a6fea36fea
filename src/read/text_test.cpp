// SPDX-License-Identifier: Apache-2.0
#include "read/text.h"

#include <gtest/gtest.h>

namespace masudi::read {
namespace {

Record parse(std::string text, Options options = {}) { return text_document(std::move(text), "a.txt", options); }

std::string error_of(std::string text) {
  const Record record = parse(std::move(text));
  return record.document ? "" : record.document.error().message;
}

TEST(Text, TakesTheLeadingDateOff) {
  for (const char* text : {" date 2023-11-06 Troops left.", "date 2023-11-06\n\nTroops left.",
                           "Date: 2023-11-06\nTroops left.", "\xEF\xBB\xBF\ndate 2023-11-06\r\nTroops left."}) {
    const Record record = parse(text);
    ASSERT_TRUE(record.document) << text;
    EXPECT_EQ(record.document->text, "Troops left.");
    EXPECT_EQ(to_string(record.document->date), "2023-11-06");
  }
}

TEST(Text, LeavesTheWordDateInAStory) {
  Options options;
  options.date = parse_date("2023-11-06");
  for (const char* text : {"Date palms burned.", "dated 2023-11-06", "date and place are open"}) {
    EXPECT_EQ(parse(text, options).document->text, text);
  }
}

TEST(Text, SaysWhatIsWrong) {
  EXPECT_NE(error_of("date 2023-02-30 Troops left.").find("no day \"2023-02-30\""), std::string::npos);
  EXPECT_NE(error_of("Troops left.").find("has no date; begin the text with"), std::string::npos);
  EXPECT_NE(error_of("").find("empty"), std::string::npos);
  EXPECT_NE(error_of(" \n\n").find("empty"), std::string::npos);
  EXPECT_NE(error_of("date 2023-11-06\n").find("no text after the date"), std::string::npos);
  EXPECT_NE(error_of("\xFF\xFEt").find("UTF-16"), std::string::npos);
}

TEST(Text, CountsWhatItMends) {
  const Record record = parse(std::string("date 2023-11-06 a\xFF\0b", 20));
  ASSERT_TRUE(record.document);
  EXPECT_EQ(record.document->text, "a\uFFFD b");
  ASSERT_EQ(record.warnings.size(), 1u);
  EXPECT_NE(record.warnings[0].find("a.txt: 2 byte sequences"), std::string::npos);
}

}  // namespace
}  // namespace masudi::read
