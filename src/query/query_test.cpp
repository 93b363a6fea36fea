// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "query/condition.h"
#include "query/events.h"
#include "query/period.h"
#include "query/series.h"
#include "query/sheets.h"
#include "store/recorder.h"
#include "store/testing.h"

namespace masudi::query {
namespace {

using store::testing::Folder;
using store::testing::full_story;

TEST(Match, QuotesWordsAndKeepsPhrases) {
  EXPECT_EQ(match_expression("car bomb"), "\"car\" \"bomb\"");
  EXPECT_EQ(match_expression(" \"car bomb\" kill* "), "\"car bomb\" \"kill\"*");
  EXPECT_EQ(match_expression("U.S. OR (x"), "\"U.S.\" \"OR\" \"(x\"");
  EXPECT_EQ(match_expression("\"open"), "\"open\"");
  EXPECT_EQ(match_expression("  "), "");
}

TEST(Near, ReadsThreeNumbers) {
  const auto near = parse_near("33.3,-44.4, 50");
  ASSERT_TRUE(near);
  EXPECT_EQ(near->lat, 33.3);
  EXPECT_EQ(near->lon, -44.4);
  EXPECT_EQ(near->km, 50);
  for (const char* wrong : {"", "1,2", "1,2,3,4", "91,0,1", "0,181,1", "a,b,c", "1,2,-3"})
    EXPECT_FALSE(parse_near(wrong)) << wrong;
}

TEST(Period, StartsAndFollows) {
  const Date day = *parse_date("2024-02-29");  // a Thursday
  const auto start = [&](Step step) { return to_string(period_start(day, step)); };
  EXPECT_EQ(start(Step::week), "2024-02-26");
  EXPECT_EQ(start(Step::month), "2024-02-01");
  EXPECT_EQ(start(Step::year), "2024-01-01");
  EXPECT_EQ(to_string(next_period(*parse_date("2024-01-01"), Step::month)), "2024-02-01");
  EXPECT_EQ(to_string(next_period(*parse_date("2023-01-01"), Step::year)), "2024-01-01");
  EXPECT_EQ(period_name(*parse_date("2024-02-01"), Step::month), "2024-02");
}

class Questions : public ::testing::Test {
 protected:
  Questions() : folder_("questions"), store_(store::Store::open_to_write(folder_.file("s.db"))) {
    EXPECT_TRUE(store_->connection().begin());
    auto recorder = store::Recorder::open(*store_, {"1", "m", "k"});
    EXPECT_TRUE(recorder->put(full_story("near"), ""));
    CodedDocument far = full_story("far");
    far.events[0].places[0].position = {10, 179.9};
    far.events[0].actors[0].code = "FAR";
    far.events[0].status = Status::actual;
    far.events[0].date = *parse_date("2023-11-20"), far.events[0].enddate.reset();
    EXPECT_TRUE(recorder->put(far, ""));
    EXPECT_TRUE(store_->connection().commit());
  }
  std::size_t count(const Filter& filter) {
    auto found = find_events(*store_, filter);
    EXPECT_TRUE(found) << found.error().message;
    return found ? found->size() : 99;
  }

  Folder folder_;
  Result<store::Store> store_;
};

TEST_F(Questions, EveryFieldOfAFilterCounts) {
  EXPECT_EQ(count({}), 2u);
  const auto with = [&](auto set) {
    Filter filter;
    set(filter);
    return count(filter);
  };
  EXPECT_EQ(with([](Filter& f) { f.actors = {"FAR"}; }), 1u);
  EXPECT_EQ(with([](Filter& f) { f.actors = {"FAR", "KYO"}; }), 2u);
  EXPECT_EQ(with([](Filter& f) { f.actors = {"KYO MIL"}; }), 1u);
  EXPECT_EQ(with([](Filter& f) { f.actors = {"southern front"}; }), 2u);
  EXPECT_EQ(with([](Filter& f) { f.recipients = {"GOV"}; }), 2u);
  EXPECT_EQ(with([](Filter& f) { f.types = {"ASSAULT:firearms"}; }), 2u);
  EXPECT_EQ(with([](Filter& f) { f.types = {"AID"}; }), 0u);
  EXPECT_EQ(with([](Filter& f) { f.countries = {"KYO"}; }), 2u);
  EXPECT_EQ(with([](Filter& f) { f.statuses = {"actual"}; }), 1u);
  EXPECT_EQ(with([](Filter& f) { f.sources = {"Kyo Times"}; }), 2u);
  EXPECT_EQ(with([](Filter& f) { f.text = "two tanks"; }), 2u);
  EXPECT_EQ(with([](Filter& f) { f.text = "\"tanks two\""; }), 0u);
  EXPECT_EQ(with([](Filter& f) { f.min_confidence = 0.5; }), 0u);
  EXPECT_EQ(with([](Filter& f) { f.min_origins = 1; }), 0u);
  EXPECT_EQ(with([](Filter& f) { f.from = *parse_date("2023-11-07"), f.to = *parse_date("2023-11-07"); }), 1u);
}

TEST_F(Questions, NearMeansAlongTheGreatCircle) {
  const auto near = [&](Near place) {
    Filter filter;
    filter.near = place;
    return count(filter);
  };
  EXPECT_EQ(near({1.25, -2.5, 0.1}), 1u);
  EXPECT_EQ(near({1.25, -1.5, 110}), 0u);  // a degree of longitude there is 111.2 km
  EXPECT_EQ(near({1.25, -1.5, 112}), 1u);
  EXPECT_EQ(near({10, -179.9, 30}), 1u);  // across the date line
  EXPECT_EQ(near({0, 0, 21000}), 2u);
}

TEST_F(Questions, SeriesFillTheGaps) {
  auto sheet = timeline(*store_, {}, std::nullopt, Step::day);
  ASSERT_TRUE(sheet) << sheet.error().message;
  Filter filter;
  filter.from = *parse_date("2023-11-01"), filter.to = *parse_date("2023-11-30");
  sheet = timeline(*store_, filter, std::pair{std::string("KYO"), std::string("FAR")}, Step::week);
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->rows.size(), 5u);
  EXPECT_EQ(std::get<std::int64_t>(sheet->rows[3][1]), 1);
  EXPECT_EQ(std::get<std::int64_t>(sheet->rows[2][1]), 0);
}

TEST_F(Questions, OnlyQuestionsCanBeAsked) {
  EXPECT_TRUE(ask(*store_, "SELECT 1 AS one", 0, 10));
  for (const char* sql : {"DELETE FROM document", "", "-- nothing", "SELECT", "ATTACH 'x.db' AS x; SELECT 1"}) {
    EXPECT_FALSE(ask(*store_, sql, 0, 10)) << sql;
  }
}

}  // namespace
}  // namespace masudi::query
