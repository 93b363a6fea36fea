// SPDX-License-Identifier: Apache-2.0
// Feeds with bad articles, and feeds that are bad.
#include <fmt/format.h>

#include "world.h"

namespace masudi::tests {
namespace {

using net::testing::Wire;

std::string channel(const std::string& items) {
  return "<rss><channel><title>Outlet</title>" + items + "</channel></rss>";
}

std::string german() {
  return "Die Rebellen haben am Montag einen Posten der Armee in der Nähe der Stadt angegriffen und dabei vier "
         "Soldaten "
         "getötet, wie das Ministerium mitteilte.";
}

std::string laughs() {
  std::string out = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 10; ++i) {
    out += fmt::format("<!ENTITY a{} \"", i);
    for (int j = 0; j < 10; ++j) out += fmt::format("&a{};", i - 1);
    out += "\">";
  }
  return out + "]><rss><channel><title>&a9;</title></channel></rss>";
}

}  // namespace

void World::add_articles_gone_wrong() {
  add_body("german", 0, "", [] {
    return channel("<item><guid>1</guid><title>Angriff</title><description>" + german() + "</description></item>");
  });
  add_body("two-languages", 1, "", [] {
    return channel("<item><guid>1</guid><description>" + german() +
                   "</description></item><item><guid>2</guid><description>" + story("two-languages", 0) +
                   "</description></item>");
  });
  add_body("lost-page", 1, "", [] {
    return channel("<item><guid>1</guid><title>Lost</title><link>/lost</link><description>" + story("lost-page", 0) +
                   "</description></item>");
  });
  add_body("nothing-to-read", 0, "",
           [] { return channel("<item><guid>1</guid><title>Empty</title><link>/lost</link></item>"); });
  add_body("shaky-page", 1, "",
           [] { return channel("<item><guid>1</guid><title>Shaky</title><link>/shaky</link></item>"); });
  add({"shaky", 0, "never a feed", 100, [this](const Request&, Line& line) {
         const bool is_up = calls("/shaky") > 2;
         line.send(Wire::reply(is_up ? "200 OK" : "503 Service Unavailable", "",
                               is_up ? "<article><p>" + story("shaky", 0) + "</p></article>" : ""));
       }});
  add_body("corrected", 1, "", [this] {
    const bool is_late = published() > 2;
    return channel("<item><guid>1</guid><title>Corrected</title><description>" + story("corrected", is_late ? 1 : 0) +
                   "</description></item>");
  });
  add_body("bad-item", 1, "XML is broken", [] {
    return "<rss><channel><item><guid>1</guid><description>" + story("bad-item", 0) +
           "</description></item><item><title>Half</wrong></channel></rss>";
  });
}

void World::add_bad_answers() {
  const auto status = [this](const std::string& name, const std::string& line_of, const std::string& headers,
                             const std::string& problem, std::size_t most_calls) {
    add({name, 0, problem, most_calls,
         [line_of, headers](const Request&, Line& line) { line.send(Wire::reply(line_of, headers, "")); }});
  };
  status("lost", "404 Not Found", "", "404 (not found)", 100);
  status("gone", "410 Gone", "", "410 (gone for good)", 1);
  status("failing", "500 Internal Server Error", "", "500 (the server has failed)", 7);
  status("busy", "429 Too Many Requests", "Retry-After: 36000\r\n", "429 (asked too often)", 3);
  status("secret", "401 Unauthorized", "", "401 (a password is needed)", 7);
  status("circle", "302 Found", "Location: /circle\r\n", "redirects", 100);
  status("inside", "302 Found", "Location: http://127.0.0.2:1/\r\n", "it leads to 127.0.0.2", 7);
  status("elsewhere", "302 Found", "Location: ftp://127.0.0.1/\r\n", "only addresses of http", 7);
  add({"silent", 0, "no whole answer in time", 7, [](const Request&, Line& line) { line.wait_until_hung_up(); }});
  add({"endless", 0, "larger than", 7, [](const Request&, Line& line) {
         line.send("HTTP/1.1 200 OK\r\n\r\n<rss><channel>");
         while (line.send(std::string(65'536, ' '))) {
         }
       }});
  add({"cut", 0, "cut off", 7,
       [](const Request&, Line& line) { line.send("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<rss>"); }});
  add({"dumb", 0, "without an answer", 7, [](const Request&, Line&) {}});
  add({"gibberish", 0, "", 7, [](const Request&, Line& line) { line.send("\x16\x03\x01 what?\r\n\r\n"); }});
  feeds_.back().problem = "0.9";  // curl: Received HTTP/0.9 when not allowed
}

void World::add_bad_bodies() {
  const std::string bomb = packed(std::string(32 << 20, ' '));
  add_body(
      "bomb", 0, "larger than", [bomb] { return bomb; }, "Content-Encoding: gzip\r\n");
  add_body(
      "no-gzip", 0, "cannot be unpacked", [] { return "plain"; }, "Content-Encoding: gzip\r\n");
  add_body("laughs", 0, "blow it up", [] { return laughs(); });
  add_body("empty", 0, "the answer is empty", [] { return ""; });
  add_body("page", 0, "a web page, not a feed", [] { return "<!DOCTYPE html><html><body>Welcome</body></html>"; });
  add_body("words", 0, "this is no feed", [] { return "Come back later."; });
  add_body("map", 0, "no feed (<urlset>)", [] { return "<urlset><url><loc>x</loc></url></urlset>"; });
  add_body("other-json", 0, "no list of items", [] { return "{\"status\":\"ok\"}"; });
  add_body("broken-json", 0, "JSON is broken", [] { return "{\"items\":["; });
  for (TestFeed& feed : feeds_) {
    if (!feed.problem.empty() && feed.most_calls == 60 && feed.documents == 0) feed.most_calls = 7;
  }
}

}  // namespace masudi::tests
