// SPDX-License-Identifier: Apache-2.0
#include "net/client.h"

#include <gtest/gtest.h>

#include <atomic>

#include "net/testing/wire.h"

namespace masudi::net {
namespace {

using testing::Wire;

Settings private_too() {
  Settings settings;
  settings.allow_private = true;
  settings.limits.bytes = 100'000;
  settings.limits.redirects = 3;
  return settings;
}

std::string why(const Result<Response>& response) { return response ? "" : response.error().message; }

void answer(const Wire::Request& request, Wire::Line& line) {
  const auto reply = [&](std::string_view status, std::string_view headers, std::string_view body) {
    line.send(Wire::reply(status, headers, body));
  };
  if (request.path == "/stamped") {
    if (request.header("if-none-match") == "\"v1\"") return reply("304 Not Modified", "ETag: \"v1\"\r\n", "");
    return reply("200 OK",
                 "ETag: \"v1\"\r\nLast-Modified: Mon, 06 Nov 2023 10:00:00 GMT\r\n"
                 "Cache-Control: public, max-age=600\r\nContent-Type: text/xml; charset=utf-8\r\n",
                 "news");
  }
  if (request.path == "/post")
    return reply("200 OK", "", request.method + " " + request.header("content-type") + " " + request.body);
  if (request.path == "/busy") return reply("429 Too Many Requests", "Retry-After: 120\r\n", "");
  if (request.path == "/there") return reply("301 Moved Permanently", "Location: /stamped\r\n", "");
  if (request.path == "/loop") return reply("302 Found", "Location: /loop\r\n", "");
  if (request.path == "/file") return reply("302 Found", "Location: file:///etc/passwd\r\n", "");
  if (request.path == "/cut") line.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this");
  if (request.path == "/silent") line.wait_until_hung_up();
  if (request.path == "/endless") {
    line.send("HTTP/1.1 200 OK\r\n\r\n");
    while (line.send(std::string(4096, 'x'))) {
    }
  }
  if (request.path == "/agent") return reply("200 OK", "", request.header("user-agent"));
  if (request.path == "/badly-packed") return reply("200 OK", "Content-Encoding: gzip\r\n", "no gzip at all");
}

TEST(Client, AsksAgainOnlyForWhatChanged) {
  Wire wire(answer);
  Client client(private_too());
  const auto first = client.get({.url = wire.url("/stamped")});
  ASSERT_TRUE(first) << why(first);
  EXPECT_EQ(first->status, 200);
  EXPECT_EQ(first->body, "news");
  EXPECT_EQ(first->content_type, "text/xml; charset=utf-8");
  EXPECT_EQ(first->fresh_seconds, 600);
  const auto second = client.get({.url = wire.url("/stamped"), .etag = first->etag});
  ASSERT_TRUE(second) << why(second);
  EXPECT_EQ(second->status, 304);
  EXPECT_EQ(second->body, "");
}

TEST(Client, PostsABody) {
  Wire wire(answer);
  Client client(private_too());
  const auto done = client.post({wire.url("/post"), "application/json", "{\"a\":1}"});
  ASSERT_TRUE(done) << why(done);
  EXPECT_EQ(done->body, "POST application/json {\"a\":1}");
  EXPECT_EQ(client.post({wire.url("/there"), "text/plain", "x"})->status, 301);
  EXPECT_EQ(client.get({.url = wire.url("/agent")})->body, "masudi");
}

TEST(Client, FollowsRedirectsWithinLimits) {
  Wire wire(answer);
  Client client(private_too());
  const auto there = client.get({.url = wire.url("/there")});
  ASSERT_TRUE(there) << why(there);
  EXPECT_EQ(there->url, wire.url("/stamped"));
  EXPECT_EQ(there->body, "news");
  EXPECT_NE(why(client.get({.url = wire.url("/loop")})).find("more than 3 redirects"), std::string::npos);
  EXPECT_NE(why(client.get({.url = wire.url("/file")})).find("only addresses of http"), std::string::npos);
}

TEST(Client, SaysHowLongToWait) {
  Wire wire(answer);
  const auto busy = Client(private_too()).get({.url = wire.url("/busy")});
  ASSERT_TRUE(busy) << why(busy);
  EXPECT_EQ(busy->status, 429);
  EXPECT_EQ(busy->retry_after, 120);
}

TEST(Client, GivesUpWhatIsTooLargeOrBroken) {
  Wire wire(answer);
  Client client(private_too());
  EXPECT_NE(why(client.get({.url = wire.url("/endless")})).find("larger than"), std::string::npos);
  EXPECT_NE(why(client.get({.url = wire.url("/cut")})).find("cut off"), std::string::npos);
  EXPECT_NE(why(client.get({.url = wire.url("/badly-packed")})).find("cannot be unpacked"), std::string::npos);
}

TEST(Client, GivesUpWhatTakesTooLongOrIsNotWantedAnyMore) {
  Wire wire(answer);
  Settings settings = private_too();
  settings.limits.whole = std::chrono::milliseconds(200);
  EXPECT_NE(why(Client(settings).get({.url = wire.url("/silent")})).find("in time"), std::string::npos);
  settings.limits.whole = std::chrono::minutes(10);
  settings.cancelled = [] { return true; };
  EXPECT_NE(why(Client(settings).get({.url = wire.url("/silent")})).find("given up"), std::string::npos);
}

TEST(Client, StaysOutOfPrivateNetworks) {
  std::atomic<int> calls = 0;
  Wire wire([&](const Wire::Request& request, Wire::Line& line) {
    ++calls;
    answer(request, line);
  });
  Client client({});
  EXPECT_NE(why(client.get({.url = wire.url("/stamped")})).find("127.0.0.1"), std::string::npos);
  std::string named = wire.url("/stamped");
  named.replace(named.find("127.0.0.1"), 9, "localhost");
  EXPECT_NE(why(client.get({.url = named})).find("private network"), std::string::npos);
  EXPECT_NE(why(client.post({wire.url("/post"), "", ""})).find("private network"), std::string::npos);
  EXPECT_EQ(calls, 0);
}

TEST(Client, IsNotLedIntoPrivateNetworks) {
  Wire wire([](const Wire::Request&, Wire::Line& line) {
    line.send(Wire::reply("302 Found", "Location: http://127.0.0.2/\r\n", ""));
  });
  Settings settings;
  settings.allowed = {"127.0.0.1"};
  EXPECT_NE(why(Client(settings).get({.url = wire.url("/")})).find("it leads to 127.0.0.2"), std::string::npos);
}

TEST(Client, FetchesNothingButTheWeb) {
  Client client(private_too());
  for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "dict://127.0.0.1/"}) {
    EXPECT_NE(why(client.get({.url = url})).find("http and https"), std::string::npos) << url;
  }
  EXPECT_FALSE(client.get({.url = "http://me:secret@127.0.0.1/"}));
}

TEST(Client, SaysWhatAStatusMeans) {
  EXPECT_EQ(status_in_words(404), "404 (not found)");
  EXPECT_EQ(status_in_words(502), "502 (the server has failed)");
}

}  // namespace
}  // namespace masudi::net
