// SPDX-License-Identifier: Apache-2.0
#include "serve/guard.h"

#include <gtest/gtest.h>

namespace masudi::serve {
namespace {

Request request(std::string host, std::string method = "GET") {
  Request out;
  out.method = std::move(method), out.path = "/api/v1/board", out.host = std::move(host);
  return out;
}

int status(const Guard& guard, const Request& request) {
  const auto refusal = guard.refuse(request);
  return refusal ? refusal->status : 200;
}

TEST(Endpoint, IsReadWhole) {
  EXPECT_EQ(parse_endpoint("127.0.0.1:7070")->port, 7070);
  EXPECT_EQ(parse_endpoint("[::1]:80")->host, "::1");
  for (const char* wrong : {"", "127.0.0.1", ":80", "a:x", "a:70000", "a:-1", "::1:80", "a:80 "}) {
    EXPECT_FALSE(parse_endpoint(wrong)) << wrong;
  }
  for (const char* here : {"127.0.0.1:1", "localhost:1", "[::1]:1"})
    EXPECT_TRUE(parse_endpoint(here)->is_loopback()) << here;
  for (const char* out : {"0.0.0.0:1", "[::]:1", "10.0.0.1:1", "127.0.0.1.example:1"}) {
    EXPECT_FALSE(parse_endpoint(out)->is_loopback()) << out;
  }
}

TEST(Guard, KnowsItsOwnNamesAlone) {
  const Guard guard(*parse_endpoint("127.0.0.1:7070"), "");
  for (const char* own : {"127.0.0.1:7070", "localhost", "LocalHost:7070", "[::1]:7070"}) {
    EXPECT_EQ(status(guard, request(own)), 200) << own;
  }
  for (const char* other : {"", "evil.example", "127.0.0.1.evil.example:7070", "localhost.evil.example", "[", "[]"}) {
    EXPECT_EQ(status(guard, request(other)), 421) << other;
  }
}

TEST(Guard, LetsNoOtherSiteChangeAnything) {
  const Guard guard(*parse_endpoint("127.0.0.1:7070"), "");
  Request post = request("127.0.0.1:7070", "POST");
  EXPECT_EQ(status(guard, post), 200);
  post.origin = "http://127.0.0.1:7070";
  EXPECT_EQ(status(guard, post), 200);
  for (const char* origin : {"http://evil.example", "null", "http://127.0.0.1:8080"}) {
    post.origin = origin;
    EXPECT_EQ(status(guard, post), 403) << origin;
  }
  post.origin.clear(), post.fetch_site = "cross-site";
  EXPECT_EQ(status(guard, post), 403);
  post.method = "GET";
  EXPECT_EQ(status(guard, post), 200);
}

TEST(Guard, AsksForTheToken) {
  const Guard guard(*parse_endpoint("0.0.0.0:7070"), "correct horse");
  Request asked = request("anything.example");
  EXPECT_EQ(status(guard, asked), 401);
  for (const char* wrong : {"correct horse", "Bearer", "Bearer ", "Bearer correct hors", "Bearer correct horsf",
                            "Basic !", "Basic", "Basic Y29ycmVjdCBob3JzZQ==", "Digest correct horse"}) {
    asked.authorization = wrong;
    EXPECT_EQ(status(guard, asked), 401) << wrong;
  }
  for (const char* right : {"Bearer correct horse", "bearer correct horse", "Basic bWU6Y29ycmVjdCBob3JzZQ=="}) {
    asked.authorization = right;
    EXPECT_EQ(status(guard, asked), 200) << right;
  }
  asked.authorization.clear(), asked.path = "/healthz";
  EXPECT_EQ(status(guard, asked), 200);
}

TEST(Secret, IsTheSameOnlyWhenItIs) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  for (const char* other : {"", "ab", "abcd", "abd", "abcabc"}) EXPECT_FALSE(same_secret(other, "abc")) << other;
  EXPECT_FALSE(same_secret("a", ""));
}

}  // namespace
}  // namespace masudi::serve
