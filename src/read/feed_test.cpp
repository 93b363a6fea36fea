// SPDX-License-Identifier: Apache-2.0
#include "read/feed.h"

#include <gtest/gtest.h>

#include "read/opml.h"

namespace masudi::read {
namespace {

Feed feed_of(std::string bytes) {
  auto feed = read_feed(std::move(bytes), "");
  EXPECT_TRUE(feed) << (feed ? "" : feed.error().message);
  return feed.value_or(Feed{});
}

std::string error_of(std::string bytes) {
  const auto feed = read_feed(std::move(bytes), "");
  return feed ? "" : feed.error().message;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr const char* kRss = R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Kyo &amp; Sana Times</title><link>https://k.example/</link><language>en-gb</language><ttl>20</ttl>
<item><title>Two &lt;b&gt;tanks&lt;/b&gt; cross</title><link>https://k.example/1</link><guid isPermaLink="false">g1</guid>
<description><![CDATA[<p>First&nbsp;line.</p><p>Second.</p>]]></description><dc:creator>A. Writer</dc:creator>
<content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded><media:title>No title</media:title>
<pubDate>Mon, 06 Nov 2023 23:30:00 -0500</pubDate></item>
<item><guid>https://k.example/2</guid><author>desk@k.example (The Desk)</author></item>
</channel></rss>)";

TEST(Feed, ReadsRss) {
  const Feed feed = feed_of(kRss);
  EXPECT_EQ(feed.kind, "RSS 2.0");
  EXPECT_EQ(feed.title, "Kyo & Sana Times");
  EXPECT_EQ(feed.language, "en-gb");
  EXPECT_EQ(feed.seconds_between, 1200);
  ASSERT_EQ(feed.items.size(), 2u);
  const FeedItem& first = feed.items[0];
  EXPECT_EQ(first.id, "g1");
  EXPECT_EQ(first.title, "Two tanks cross");
  EXPECT_EQ(first.link, "https://k.example/1");
  EXPECT_EQ(first.summary, "First line.\n\nSecond.");
  EXPECT_EQ(first.content, "All of it.");
  EXPECT_EQ(first.authors, std::vector<std::string>{"A. Writer"});
  ASSERT_TRUE(first.published);
  EXPECT_EQ(to_string(first.published->day), "2023-11-06");
  EXPECT_EQ(feed.items[1].link, "https://k.example/2");
  EXPECT_EQ(feed.items[1].authors, std::vector<std::string>{"The Desk"});
  EXPECT_TRUE(feed.problems.empty());
}

TEST(Feed, ReadsRdf) {
  const Feed feed =
      feed_of(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel rdf:about="https://s.example/"><title>Sana Post</title><sy:updatePeriod>daily</sy:updatePeriod>
    <sy:updateFrequency>4</sy:updateFrequency><items><rdf:Seq><rdf:li resource="https://s.example/1"/></rdf:Seq></items></channel>
    <item rdf:about="https://s.example/1"><title>One</title><link>https://s.example/1</link><description>Text.</description>
    <dc:date>2023-11-06T10:00+03:00</dc:date></item></rdf:RDF>)");
  EXPECT_EQ(feed.kind, "RSS 1.0");
  EXPECT_EQ(feed.seconds_between, 6 * 3600);
  ASSERT_EQ(feed.items.size(), 1u);
  EXPECT_EQ(feed.items[0].id, "https://s.example/1");
  EXPECT_EQ(feed.items[0].summary, "Text.");
  EXPECT_EQ(feed.items[0].published->seconds, 1699254000);  // date -u -d 2023-11-06T10:00+03:00 +%s
}

TEST(Feed, ReadsAtom) {
  const Feed feed =
      feed_of(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/" xml:lang="en">
    <title type="html">A &amp;amp; B</title><author><name>The Agency</name></author>
    <entry><id>urn:1</id><title>5 &lt; 6</title><link rel="edit" href="edit/1"/><link href="1.html"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Para <b>one</b>.</p><p>Two.</p></div></content>
    <updated>2023-11-07T00:30:00+02:00</updated></entry>
    <entry><id>urn:2</id><title type="html">&lt;i&gt;Slanted&lt;/i&gt;</title><summary>Plain &lt;text&gt;.</summary>
    <author><name>Own</name></author><published>2023-11-05T00:00:00Z</published><updated>2023-11-06T00:00:00Z</updated></entry>
    </feed>)");
  EXPECT_EQ(feed.kind, "Atom");
  EXPECT_EQ(feed.title, "A & B");
  ASSERT_EQ(feed.items.size(), 2u);
  EXPECT_EQ(feed.items[0].title, "5 < 6");
  EXPECT_EQ(feed.items[0].link, "1.html");
  EXPECT_EQ(feed.items[0].base, "https://a.example/news/");
  EXPECT_EQ(feed.items[0].content, "Para one.\n\nTwo.");
  EXPECT_EQ(to_string(feed.items[0].published->day), "2023-11-07");
  EXPECT_EQ(feed.items[0].authors, std::vector<std::string>{"The Agency"});
  EXPECT_EQ(feed.items[1].title, "Slanted");
  EXPECT_EQ(feed.items[1].summary, "Plain <text>.");
  EXPECT_EQ(feed.items[1].authors, std::vector<std::string>{"Own"});
  EXPECT_EQ(to_string(feed.items[1].published->day), "2023-11-05");
}

TEST(Feed, ReadsJson) {
  const Feed feed =
      feed_of(R"({"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://j.example/",
    "items":[{"id":7,"url":"https://j.example/7","title":"Seven","content_html":"<p>One.</p><p>Two.</p>",
    "date_published":"2023-11-06T10:00:00-05:00","authors":[{"name":"A"},{"name":"B"}]},"no item",{"id":"8","content_text":"Plain."}]})");
  EXPECT_EQ(feed.kind, "JSON Feed");
  ASSERT_EQ(feed.items.size(), 2u);
  EXPECT_EQ(feed.items[0].id, "7");
  EXPECT_EQ(feed.items[0].content, "One.\n\nTwo.");
  EXPECT_EQ(feed.items[0].authors.size(), 2u);
  EXPECT_EQ(feed.items[1].content, "Plain.");
  ASSERT_EQ(feed.problems.size(), 1u);
  EXPECT_EQ(feed.problems[0], "item 2 is no object");
}

TEST(Feed, MendsWhatPeopleGetWrong) {
  const Feed feed = feed_of(
      "\n <rss><channel><title>R&D \x01 caf&eacute; &hellip;</title>"
      "<item><title>A</title><link>https://k.example/?a=1&b=2</link></item></channel></rss>");
  EXPECT_EQ(feed.title, "R&D café …");
  ASSERT_EQ(feed.items.size(), 1u);
  EXPECT_EQ(feed.items[0].link, "https://k.example/?a=1&b=2");
  EXPECT_TRUE(feed.problems.empty());
}

TEST(Feed, KeepsWhatCameBeforeTheBreak) {
  const std::string whole = kRss;
  const Feed feed = feed_of(whole.substr(0, whole.find("<item><guid>") + 8));
  ASSERT_GE(feed.items.size(), 1u);
  EXPECT_EQ(feed.items[0].title, "Two tanks cross");
  ASSERT_EQ(feed.problems.size(), 1u);
  EXPECT_TRUE(has(feed.problems[0], "its XML is broken at line 9")) << feed.problems[0];
}

TEST(Feed, SaysWhatIsNoFeed) {
  EXPECT_TRUE(has(error_of(""), "empty"));
  EXPECT_TRUE(has(error_of("<!DOCTYPE html><html><body>Hi</body></html>"), "web page"));
  EXPECT_TRUE(has(error_of("<HTML><p>Hi"), "web page"));
  EXPECT_TRUE(has(error_of("Not found"), "no feed"));
  EXPECT_TRUE(has(error_of("<sitemap/>"), "<sitemap>"));
  EXPECT_TRUE(has(error_of("{\"a\":"), "JSON is broken"));
  EXPECT_TRUE(has(error_of("{\"a\":1}"), "no list of items"));
}

TEST(Feed, DoesNotBlowUp) {
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 12; ++i) {
    laughs += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int j = 0; j < 10; ++j) laughs += "&a" + std::to_string(i - 1) + ";";
    laughs += "\">";
  }
  EXPECT_TRUE(has(error_of(laughs + "]><rss><channel><title>&a11;</title></channel></rss>"), "blow it up"));
  const std::string large =
      "<!DOCTYPE rss [<!ENTITY a \"" + std::string(10'000, 'x') + "\">]><rss><channel>&a;</channel></rss>";
  EXPECT_TRUE(has(error_of(large), "blow it up"));
  const Feed outside = feed_of(
      "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><rss><channel><title>[&f;]</title>"
      "</channel></rss>");
  EXPECT_EQ(outside.title, "[]");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_TRUE(has(error_of(deep), "deeper"));
  const Feed nested = feed_of("{\"items\":" + std::string(200'000, '[') + std::string(200'000, ']') + "}");
  EXPECT_TRUE(nested.items.empty());
}

TEST(Feed, TakesNoMoreThanItsShare) {
  std::string many = "<rss><channel>";
  for (int i = 0; i < 1500; ++i) many += "<item><guid>" + std::to_string(i) + "</guid></item>";
  const Feed feed = feed_of(many + "</channel></rss>");
  EXPECT_EQ(feed.items.size(), Feed::kMostItems);
  ASSERT_EQ(feed.problems.size(), 1u);
  EXPECT_TRUE(has(feed.problems[0], "1500 items"));
}

TEST(Opml, ListsFeedsAtAnyDepth) {
  const auto list = read_opml(R"(<opml version="2.0"><head><title>Mine</title></head><body><outline text="World">
    <outline type="rss" text="Kyo" xmlUrl="https://k.example/feed"/><outline text="No feed"/></outline>
    <outline title="Sana Post" text="s" xmlUrl="https://s.example/feed"/></body></opml>)");
  ASSERT_TRUE(list);
  ASSERT_EQ(list->size(), 2u);
  EXPECT_EQ((*list)[0].url, "https://k.example/feed");
  EXPECT_EQ((*list)[0].title, "Kyo");
  EXPECT_EQ((*list)[1].title, "Sana Post");
  EXPECT_FALSE(read_opml("<rss/>"));
  EXPECT_FALSE(read_opml("words"));
}

}  // namespace
}  // namespace masudi::read
