// SPDX-License-Identifier: Apache-2.0
#include "net/url.h"

#include <gtest/gtest.h>

namespace masudi::net {
namespace {

TEST(Url, HasOneForm) {
  EXPECT_EQ(normal_url(" HTTP://News.Example:80/a/../b?x=1#top ").value(), "http://news.example/b?x=1");
  EXPECT_EQ(normal_url("https://news.example").value(), "https://news.example/");
  EXPECT_EQ(normal_url("https://news.example:8443/a b").value(), "https://news.example:8443/a%20b");
}

TEST(Url, RefusesWhatIsNoAddressOfTheWeb) {
  for (const char* text : {"", "news", "ftp://news.example/", "file:///etc/passwd", "javascript:alert(1)", "http://",
                           "http://me:secret@news.example/", "gopher://x/", "mailto:me@news.example"}) {
    EXPECT_FALSE(normal_url(text)) << text;
  }
  EXPECT_EQ(normal_url("http://me:secret@news.example/").error().message.find("secret"), std::string::npos);
}

TEST(Url, ResolvesLinks) {
  const std::string base = "https://news.example/world/feed.xml?page=2";
  EXPECT_EQ(resolve_link(base, "story.html"), "https://news.example/world/story.html");
  EXPECT_EQ(resolve_link(base, "/story.html#c"), "https://news.example/story.html");
  EXPECT_EQ(resolve_link(base, "//other.example/x"), "https://other.example/x");
  EXPECT_EQ(resolve_link(base, "\n http://other.example/y \n"), "http://other.example/y");
  EXPECT_EQ(resolve_link(base, "javascript:alert(1)"), std::nullopt);
  EXPECT_EQ(resolve_link(base, ""), std::nullopt);
  EXPECT_EQ(resolve_link("", "story.html"), std::nullopt);
}

TEST(Url, NamesTheHost) {
  EXPECT_EQ(host_of("https://News.Example/x"), "news.example");
  EXPECT_EQ(host_of("http://news.example:8080/x"), "news.example:8080");
  EXPECT_EQ(host_of("no address"), "");
}

}  // namespace
}  // namespace masudi::net
