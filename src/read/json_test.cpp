// SPDX-License-Identifier: Apache-2.0
#include "read/json.h"

#include <gtest/gtest.h>

namespace masudi::read {
namespace {

Record parse(std::string line, Options options = {}) { return json_document(std::move(line), "news.jsonl:7", options); }

std::string error_of(std::string line) {
  const Record record = parse(std::move(line));
  return record.document ? "" : record.document.error().message;
}

TEST(Json, TakesTheKnownFields) {
  const Record record = parse(R"({"id":"a","date":"2023-11-06T10:00:00Z","text":"Hi.","extra":{"id":"b","text":["c"]},)"
                              R"("authors":["X","Y"],"title":null,"source":"Wire"})");
  ASSERT_TRUE(record.document);
  EXPECT_EQ(record.document->id, "a");
  EXPECT_EQ(record.document->text, "Hi.");
  EXPECT_EQ(to_string(record.document->date), "2023-11-06");
  EXPECT_EQ(record.document->authors.size(), 2u);
  EXPECT_EQ(record.document->title, "");
  EXPECT_EQ(record.document->source, "Wire");
}

TEST(Json, NumbersServeAsIds) { EXPECT_EQ(parse(R"({"id":12,"date":"2023-11-06","text":"x"})").document->id, "12"); }

TEST(Json, NamesTheLineAndTheRemedy) {
  EXPECT_NE(error_of(R"({"id": oops})").find("news.jsonl:7: not valid JSON at character 8"), std::string::npos);
  EXPECT_NE(error_of(R"({"id":"a","date":"2023-11-06"})").find("\"text\" is missing"), std::string::npos);
  EXPECT_NE(error_of(R"({"id":"a","date":"2023-02-30","text":"x"})").find("no day \"2023-02-30\""), std::string::npos);
  EXPECT_NE(error_of(R"({"id":"a","text":"x"})").find("\"date\" is missing"), std::string::npos);
  EXPECT_NE(error_of(R"({"date":"2023-11-06","text":"x"})").find("\"id\" is missing"), std::string::npos);
}

TEST(Json, RefusesOtherKinds) {
  for (const char* line : {"7", "\"x\"", "[1]", "null", "true"}) EXPECT_NE(error_of(line), "") << line;
  EXPECT_NE(error_of(R"({"id":"a","date":"2023-11-06","text":["x"]})").find("holds a list"), std::string::npos);
  EXPECT_NE(error_of(R"({"id":"a","date":20231106,"text":"x"})").find("holds a number"), std::string::npos);
  EXPECT_NE(error_of(R"({"id":"a","date":"2023-11-06","text":"x","authors":"me"})").find("list of strings"),
            std::string::npos);
}

TEST(Json, SurvivesDepth) {
  std::string line =
      R"({"id":"a","date":"2023-11-06","text":"x","more":)" + std::string(100000, '[') + std::string(100000, ']') + "}";
  EXPECT_TRUE(parse(std::move(line)).document);
}

TEST(Json, MendsWhatIsNotText) {
  const Record record = parse("{\"id\":\"a\",\"date\":\"2023-11-06\",\"text\":\"x\xFFy\\u0000z\"}");
  ASSERT_TRUE(record.document);
  EXPECT_EQ(record.document->text, "x\uFFFDy z");
  EXPECT_EQ(record.warnings.size(), 2u);
}

TEST(Json, OptionsGiveTheDateThatIsMissing) {
  Options options;
  options.date = parse_date("2024-01-02");
  EXPECT_EQ(to_string(parse(R"({"id":"a","text":"x"})", options).document->date), "2024-01-02");
  EXPECT_EQ(to_string(parse(R"({"id":"a","text":"x","date":"2023-11-06"})", options).document->date), "2023-11-06");
}

}  // namespace
}  // namespace masudi::read
