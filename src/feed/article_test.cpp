// SPDX-License-Identifier: Apache-2.0
#include "feed/article.h"

#include <gtest/gtest.h>

namespace masudi::feed {
namespace {

constexpr std::int64_t kNow = 1'699'300'000;  // 2023-11-06T19:46:40Z

read::FeedItem item() {
  read::FeedItem out;
  out.id = "guid-1", out.link = "https://k.example/1", out.title = "Title", out.summary = "Short.";
  out.published = read::parse_moment("Mon, 06 Nov 2023 23:30:00 +0900");
  return out;
}

TEST(Article, IsNamedWithinItsFeed) {
  read::FeedItem one = item();
  EXPECT_EQ(item_key(one), "guid-1");
  one.id.clear();
  EXPECT_EQ(item_key(one), "https://k.example/1");
  one.link.clear();
  const std::string key = item_key(one);
  EXPECT_EQ(key.size(), 16u);
  one.summary = "Other.";
  EXPECT_NE(item_key(one), key);
}

TEST(Article, IsNamedByItsGuidWhereTheLinkIsOfOthers) {
  ArticleContext context{"", "", "en", 0, "https://k.example/feed"};
  EXPECT_EQ(make_document(item(), std::nullopt, "https://k.example/live", context).id, "https://k.example/live");
  context.by_guid = true;
  const Document own = make_document(item(), std::nullopt, "https://k.example/live", context);
  EXPECT_EQ(own.id, "https://k.example/feed#guid-1");
  EXPECT_EQ(own.url, "https://k.example/live");
  EXPECT_TRUE(names_link("https://k.example/1", "https://k.example/1"));
  EXPECT_TRUE(names_link("https://k.example/1#3", "https://k.example/1"));
  EXPECT_FALSE(names_link("https://k.example/12", "https://k.example/1"));
  EXPECT_FALSE(names_link("guid-1", "https://k.example/1"));
}

TEST(Article, DropsWhatCountsReaders) {
  EXPECT_EQ(without_tracking("https://k.example/1?utm_source=x&id=7&fbclid=y"), "https://k.example/1?id=7");
  EXPECT_EQ(without_tracking("https://k.example/1?utm_source=x"), "https://k.example/1");
  EXPECT_EQ(without_tracking("https://k.example/1?a=1&b=2"), "https://k.example/1?a=1&b=2");
}

TEST(Article, TakesTheDayAtThePlace) {
  const ArticleContext context{"", "Kyo Times", "en", kNow};
  EXPECT_EQ(to_string(make_document(item(), {}, "https://k.example/1", context).date), "2023-11-06");
  read::FeedItem early = item();
  early.published = read::parse_moment("2023-11-07T01:30:00+09:00");  // the 6th in Greenwich
  EXPECT_EQ(to_string(make_document(early, {}, "", context).date), "2023-11-07");
}

TEST(Article, DoesNotBelieveEveryDate) {
  const ArticleContext context{"", "Kyo Times", "en", kNow};
  read::FeedItem one = item();
  read::Page page;
  page.published = read::parse_moment("2023-11-05");
  for (const char* written : {"Fri, 06 Nov 2043 10:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"}) {
    one.published = read::parse_moment(written);
    EXPECT_EQ(to_string(make_document(one, page, "", context).date), "2023-11-05") << written;
    EXPECT_EQ(to_string(make_document(one, {}, "", context).date), "2023-11-06") << written;
  }
}

TEST(Article, TakesTheLongerText) {
  const ArticleContext context{"", "Kyo Times", "en", kNow};
  read::Page page;
  page.text = "Much longer.", page.site = "The Kyo Times", page.authors = {"A. Writer"};
  const Document with = make_document(item(), page, "https://k.example/1?utm_medium=rss", context);
  EXPECT_EQ(with.text, "Much longer.");
  EXPECT_EQ(with.source, "The Kyo Times");
  EXPECT_EQ(with.id, "https://k.example/1");
  EXPECT_EQ(with.authors, std::vector<std::string>{"A. Writer"});
  page.text = "S.";
  EXPECT_EQ(make_document(item(), page, "", context).text, "Short.");
  EXPECT_EQ(make_document(item(), page, "", context).id, "guid-1");
  EXPECT_EQ(make_document(item(), page, "", {"Named", "", "", kNow}).source, "Named");
}

TEST(Article, KnowsAWholeText) {
  read::FeedItem one = item();
  EXPECT_FALSE(is_whole(one));
  one.content = std::string(1200, 'x') + " The end.";
  EXPECT_TRUE(is_whole(one));
  one.content += " Continue reading";
  EXPECT_FALSE(is_whole(one));
}

}  // namespace
}  // namespace masudi::feed
