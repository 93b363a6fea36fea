// SPDX-License-Identifier: Apache-2.0
// Feeds that are right, and feeds that are odd but can be read.
#include <fmt/format.h>

#include "world.h"

namespace masudi::tests {
namespace {

using net::testing::Wire;

std::string rss(const std::string& items, const std::string& more = "") {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
         "<title>Outlet</title>" +
         more + items + "</channel></rss>";
}

std::string link_of(const std::string& outlet, int number) { return fmt::format("/article/{}/{}", outlet, number); }

// The first `count` items of an outlet, each by `form`.
std::string items(int count, const std::function<std::string(int)>& form) {
  std::string out;
  for (int number = 0; number < count; ++number) out += form(number);
  return out;
}

std::string first_sentence(const std::string& text) { return text.substr(0, text.find(". ") + 1); }

std::string usual_item(const std::string& outlet, int number) {
  return fmt::format(
      "<item><guid isPermaLink=\"false\">{0}-{1}</guid><title>{0} {1}</title><link>{2}</link>"
      "<pubDate>Mon, 11 Mar 2024 20:00:00 -0500</pubDate></item>",
      outlet, number, link_of(outlet, number));
}

}  // namespace

void World::add_forms() {
  const auto usual = [this](const std::string& name) {
    return [this, name] { return rss(items(published(), [&](int n) { return usual_item(name, n); })); };
  };
  add_body("rss", 4, "", usual("rss"));
  add_body("rdf", 4, "", [this] {
    return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><channel><title>R</title></channel>" +
           items(published(),
                 [](int n) {
                   return fmt::format("<item rdf:about=\"urn:{0}\"><title>rdf {0}</title><link>{1}</link></item>", n,
                                      link_of("rdf", n));
                 }) +
           "</rdf:RDF>";
  });
  add_body("atom", 4, "", [this] {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A</title>" +
           items(published(),
                 [](int n) {
                   return fmt::format(
                       "<entry><id>urn:{0}</id><title>atom {0}</title><link href=\"{1}\"/>"
                       "<updated>2024-03-11T10:00:00+09:00</updated></entry>",
                       n, link_of("atom", n));
                 }) +
           "</feed>";
  });
  add_body("json", 4, "", [this] {
    std::string out = items(published(), [](int n) {
      return fmt::format("{{\"id\":\"{0}\",\"url\":\"{1}\",\"title\":\"json {0}\"}},", n, link_of("json", n));
    });
    out.pop_back();
    return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[" + out + "]}";
  });
  add_body("whole", 4, "", [this] {
    return rss(items(published(), [](int n) {
      std::string text;
      for (int i = 0; i < 5; ++i) text += "<p>" + story("whole", 5 * n + i) + "</p>";
      return fmt::format(
          "<item><guid>w{0}</guid><title>whole {0}</title><link>/no/such/page/{0}</link>"
          "<content:encoded><![CDATA[{1}]]></content:encoded></item>",
          n, text);
    }));
  });
  add({"packed", 4, "", 60, [usual](const Request&, Line& line) {
         line.send(Wire::reply("200 OK", "Content-Encoding: gzip\r\n", packed(usual("packed")())));
       }});
  add({"stamped", 4, "", 60, [this, usual](const Request& request, Line& line) {
         const std::string tag = fmt::format("\"{}\"", published());
         const bool is_same = request.header("if-none-match") == tag;
         line.send(Wire::reply(is_same ? "304 Not Modified" : "200 OK", "ETag: " + tag + "\r\n",
                               is_same ? "" : usual("stamped")()));
       }});
  add({"dated", 1, "", 60, [usual](const Request& request, Line& line) {
         const bool is_same = !request.header("if-modified-since").empty();
         line.send(Wire::reply(is_same ? "304 Not Modified" : "200 OK",
                               "Last-Modified: Tue, 12 Mar 2024 00:00:00 GMT\r\n",
                               is_same ? "" : rss(usual_item("dated", 0))));
       }});
  add({"moved", 4, "", 60, [](const Request&, Line& line) {
         line.send(Wire::reply("301 Moved Permanently", "Location: /rss-new\r\n", ""));
       }});
  add_body("rss-new", 0, "", usual("moved"));
  feeds_.back().most_calls = 120;  // also by way of "moved"
  add({"slow-by-ttl", 4, "", 13, [this](const Request&, Line& line) {
         line.send(Wire::reply("200 OK", "",
                               rss(items(published(), [](int n) { return usual_item("ttl", n); }), "<ttl>120</ttl>")));
       }});
  add({"slow-by-cache", 4, "", 9, [this](const Request&, Line& line) {
         line.send(Wire::reply("200 OK", "Cache-Control: max-age=10800\r\n",
                               rss(items(published(), [](int n) { return usual_item("cache", n); }))));
       }});
  add_body("empty-channel", 0, "", [] { return rss(""); });
}

void World::add_oddities() {
  const auto single = [this](const std::string& name, std::size_t documents,
                             const std::function<std::string(int)>& form) {
    add_body(name, documents, "", [this, form] { return rss(items(published(), form)); });
  };
  single("no-guid", 4, [](int n) {
    return fmt::format("<item><title>x {}</title><link>{}</link></item>", n, link_of("no-guid", n));
  });
  single("no-date", 4, [](int n) {
    return fmt::format("<item><guid>http://127.0.0.1/{0}</guid><title>y {0}</title><link>{1}</link></item>", n,
                       link_of("no-date", n));
  });
  single("only-text", 4, [](int n) { return "<item><description>" + story("only-text", n) + "</description></item>"; });
  single("one-guid", 4, [](int n) {
    return fmt::format("<item><guid isPermaLink=\"false\">same</guid><title>z {}</title><link>{}</link></item>", n,
                       link_of("one-guid", n));
  });
  single("twice-the-same", 4, [](int n) { return usual_item("twice", n) + usual_item("twice", n); });
  single("from-the-future", 4, [](int n) {
    return fmt::format(
        "<item><title>f {}</title><link>{}</link><pubDate>Tue, 12 Mar 2047 10:00:00 GMT</pubDate></item>", n,
        link_of("future", n));
  });
  single("from-the-epoch", 4, [](int n) {
    return fmt::format(
        "<item><title>e {}</title><link>{}</link><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>", n,
        link_of("epoch", n));
  });
  single("counted-links", 4, [](int n) {
    return fmt::format("<item><title>c {}</title><link>{}?utm_source=rss</link></item>", n, link_of("counted", n));
  });
  // All lead to one page, as the notices of an office do; the link is written in two ways.
  single("one-link", 4, [this](int n) {
    const std::string link = link_of("one-link", 0);
    return fmt::format(
        "<item><guid isPermaLink=\"false\">notice-{0}</guid><title>n {0}</title><link>{1}</link>"
        "<description>{2}</description></item>",
        n, n % 2 == 0 ? link : url(link), first_sentence(story("one-link", n)));
  });
  add_body("new-guids", 4, "", [this] {
    return rss(items(published(), [this](int n) {
      return fmt::format("<item><guid isPermaLink=\"false\">{}-{}</guid><title>g {}</title><link>{}</link></item>",
                         clock_.now(), n, n, link_of("new-guids", n));
    }));
  });
  add_body("new-dates", 4, "", [this] {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\">" +
           items(published(),
                 [this](int n) {
                   return fmt::format(
                       "<entry><id>d{0}</id><title>d {0}</title><link "
                       "href=\"{1}\"/><updated>2024-03-12T{2:02}:{3:02}:00Z</updated></entry>",
                       n, link_of("new-dates", n), clock_.now() / 3600 % 24, clock_.now() / 60 % 60);
                 }) +
           "</feed>";
  });
  add_body(
      "western", 1, "", [] { return rss("<item><title>caf\xE9</title><link>/article/western/0</link></item>"); },
      "Content-Type: text/xml; charset=iso-8859-1\r\n");
  add_body("wrong-charset", 1, "not UTF-8", [] {
    return "<?xml version=\"1.0\" "
           "encoding=\"utf-8\"?><rss><channel><item><title>caf\xE9</title><link>/article/wrong-charset/0</link></"
           "item></channel></rss>";
  });
  add_body("entities", 1, "", [] {
    return rss("<item><title>R&D &eacute;t&eacute;</title><link>/article/entities/0?a=1&b=2</link></item>");
  });
  add_body("relative", 1, "", [this] {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"" + url("/article/relative/") +
           "\"><entry><id>r</id><title>r</title><link href=\"0\"/></entry></feed>";
  });
  // Both bring the same article.
  add_body("front-page", 1, "", [] { return rss(usual_item("shared", 0)); });
  add_body("world-page", 0, "", [] {
    return rss("<item><guid>other</guid><title>Other title</title><link>/article/shared/0</link></item>");
  });
}

}  // namespace masudi::tests
