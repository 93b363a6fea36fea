// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "format/terminal.h"
#include "format/writer.h"

namespace masudi::format {
namespace {

// "Süd-Rebellen" puts a two-byte letter before everything else, so that bytes and code points differ.
struct Story {
  Document document;
  Analysis analysis;
  std::vector<Event> events;

  Story() {
    document.id = "story";
    document.date = *parse_date("2023-11-06");
    document.text = "Süd, \"rebels\" attacked Kyo.";
    Event event;
    event.type = EventType::assault;
    event.modes = {"firearms"};
    event.date = document.date;
    event.sentence_span = {0, static_cast<std::uint32_t>(document.text.size())};
    const auto at = static_cast<std::uint32_t>(document.text.find("attacked"));
    event.trigger = {at, at + 8};
    event.trigger_words = {event.trigger};
    Party rebels;
    rebels.code = "KYO";
    rebels.sectors = {"REB"};
    rebels.span = {6, 14};
    event.actors = {rebels};
    event.sizes = {{Measure::dead, {12, std::nullopt}}};
    event.forces = {{{2, 2}, "aircraft carrier"}};
    events = {event};
  }
  std::string written(const Writer& writer) const {
    std::string out;
    writer.write({document, analysis, events, {}}, out);
    return out;
  }
};

TEST(Jsonl, CountsCodePointsAndLeavesOutTheUnknown) {
  const std::string line = Story().written(*jsonl_writer({"1", "m", "k"}));
  const auto json = nlohmann::json::parse(line, nullptr, false);
  EXPECT_EQ(json["text_info"]["start"], 14);
  EXPECT_EQ(json["actor"][0]["start"], 5);
  EXPECT_EQ(json["size"]["dead"].dump(), "[12,null]");
  EXPECT_EQ(json["forces"][0].dump(), R"({"count":2,"what":"aircraft carrier"})");
  EXPECT_FALSE(json["actor"][0].contains("sponsor"));
  EXPECT_FALSE(json.contains("enddate"));
  EXPECT_EQ(json["coder"]["program"], "masudi");
}

TEST(Jsonl, FieldsStandInTheOrderOfTheRecordFormat) {
  const std::string line = Story().written(*jsonl_writer({"1", "m", "k"}));
  std::size_t at = 0;
  for (const char* key : {"\"id\"",          "\"doc_id\"",    "\"event\"",      "\"mode\"",       "\"context\"",
                          "\"quad_code\"",   "\"actor\"",     "\"recipient\"",  "\"via\"",        "\"status\"",
                          "\"attribution\"", "\"quoted\"",    "\"event_loc\"",  "\"event_text\"", "\"size\"",
                          "\"forces\"",      "\"text_info\"", "\"confidence\"", "\"evidence\"",   "\"coder\""}) {
    const std::size_t next = line.find(key, at);
    ASSERT_NE(next, std::string::npos) << key;
    at = next;
  }
}

TEST(Conllu, NamesStandInTheLastColumn) {
  Story story;
  story.document.text = "Ann Lee met Kyo.";
  Tokens& t = story.analysis.tokens;
  t.span = {{0, 3}, {4, 7}, {8, 11}, {12, 15}, {15, 16}};
  t.joined.assign(5, 0);
  story.analysis.sentences = {{0, 5, {0, 16}}};
  story.analysis.names = {{0, 2, NameKind::person}, {3, 4, NameKind::group}};
  const std::string out = story.written(*conllu_writer());
  const auto last_column = [&](std::string_view form) {
    const auto line = out.find("\t" + std::string(form) + "\t");
    const auto end = out.find('\n', line);
    return out.substr(out.rfind('\t', end) + 1, end - out.rfind('\t', end) - 1);
  };
  EXPECT_EQ(last_column("Ann"), "ner=B-PER");
  EXPECT_EQ(last_column("Lee"), "ner=E-PER");
  EXPECT_EQ(last_column("met"), "_");
  EXPECT_EQ(last_column("Kyo"), "SpaceAfter=No|ner=S-GROUP");
}

TEST(Csv, QuotesWhatNeedsIt) {
  const std::string row = Story().written(*csv_writer());
  EXPECT_NE(row.find(",\"\"\"rebels\"\"\","), std::string::npos) << row;
  EXPECT_TRUE(row.ends_with("\r\n"));
}

TEST(Table, FitsEveryWidth) {
  for (const int width : {60, 80, 120, 200}) {
    const std::string table = Story().written(*table_writer({false, width}));
    EXPECT_EQ(table.find('\x1b'), std::string::npos);
    EXPECT_NE(table.find("«attacked»"), std::string::npos) << table;
    for (std::size_t at = 0; at < table.size();) {
      const std::size_t end = table.find('\n', at);
      const std::string_view line = std::string_view(table).substr(at, end - at);
      EXPECT_LE(display_width(line), std::max(width, 80)) << table;
      at = end + 1;
    }
  }
  EXPECT_NE(Story().written(*table_writer({true, 120})).find("\x1b[1mattacked\x1b[0m"), std::string::npos);
}

TEST(Terminal, TextCannotSteerIt) {
  EXPECT_EQ(printable("a\x1b[31m\n  b\t"), "a [31m b");
  EXPECT_EQ(printable("\u009bx\u202ey"), "x y");
}

TEST(Terminal, FitsByColumns) {
  EXPECT_EQ(display_width("北京"), 4);
  EXPECT_EQ(fit("abc", 5), "abc  ");
  EXPECT_EQ(fit("abcdef", 4), "abc…");
  EXPECT_EQ(fit("北京北京", 4), "北… ");
}

}  // namespace
}  // namespace masudi::format
