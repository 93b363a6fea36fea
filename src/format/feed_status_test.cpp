// SPDX-License-Identifier: Apache-2.0
#include "format/feed_status.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace masudi::format {
namespace {

TEST(FeedStatus, SaysHowEachDoes) {
  FeedStatus good;
  good.number = 3, good.kind = "feed", good.name = "Kyo \"Times\"", good.address = "https://k.example/feed",
  good.state = "good", good.last_tried = 1'709'294'400, good.last_good = 1'709'294'400, good.due = 1'709'296'200,
  good.stored = 12, good.other_language = 1;
  FeedStatus fresh;
  fresh.number = 4, fresh.kind = "folder", fresh.state = "new";
  const FeedStatus feeds[] = {good, fresh};
  const auto json = nlohmann::json::parse(feeds_json(feeds));
  const auto& first = json["feeds"][0];
  EXPECT_EQ(first["name"], "Kyo \"Times\"");
  EXPECT_EQ(first["last_good"], "2024-03-01T12:00:00Z");
  EXPECT_EQ(first["due"], "2024-03-01T12:30:00Z");
  EXPECT_EQ(first["items"]["stored"], 12);
  EXPECT_TRUE(json["feeds"][1]["last_tried"].is_null());
  EXPECT_EQ(feeds_json({}), R"({"feeds":[]})");
}

TEST(FeedStatus, ShowsNoKeysAndNoPathsOfTheMachine) {
  EXPECT_EQ(shown_address("https://news.example/feed.xml"), "https://news.example/feed.xml");
  EXPECT_EQ(shown_address("https://news.example/feed?key=secret&n=1"), "https://news.example/feed?…");
  EXPECT_EQ(shown_address("/home/someone/news/drop/"), "drop");
  EXPECT_EQ(shown_address("/"), "");
}

}  // namespace
}  // namespace masudi::format
