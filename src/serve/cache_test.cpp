// SPDX-License-Identifier: Apache-2.0
#include "serve/cache.h"

#include <gtest/gtest.h>

namespace masudi::serve {
namespace {

std::shared_ptr<const Kept> kept(std::size_t size) {
  return std::make_shared<const Kept>("text/plain", std::string(size, 'x'));
}

TEST(Cache, ForgetsWithTheState) {
  Cache cache(1 << 20);
  cache.keep("a", 1, kept(10));
  EXPECT_TRUE(cache.find("a", 1));
  EXPECT_FALSE(cache.find("b", 1));
  EXPECT_FALSE(cache.find("a", 2));
  EXPECT_EQ(cache.bytes(), 0u);
  // Worked out from a state that is gone.
  cache.keep("a", 1, kept(10));
  EXPECT_FALSE(cache.find("a", 2));
  EXPECT_FALSE(cache.find("a", 1));
}

TEST(Cache, DropsWhatWasAskedForLongestAgo) {
  Cache cache(10'000);
  for (int i = 0; i < 100; ++i) {
    cache.keep(std::to_string(i), 1, kept(500));
    EXPECT_LE(cache.bytes(), 10'000u);
    EXPECT_TRUE(cache.find("0", 1)) << "asked for all the time";
  }
  EXPECT_FALSE(cache.find("1", 1));
  EXPECT_TRUE(cache.find("99", 1));
}

TEST(Cache, KeepsNothingThatPushesOutAllElse) {
  Cache cache(10'000);
  cache.keep("big", 1, kept(5000));
  EXPECT_FALSE(cache.find("big", 1));
  EXPECT_EQ(cache.bytes(), 0u);
}

TEST(Kept, HasTheTagOfItsContent) {
  EXPECT_EQ(kept(10)->etag(), kept(10)->etag());
  EXPECT_NE(kept(10)->etag(), kept(11)->etag());
  const std::string tag = kept(10)->etag();
  for (const std::string& header : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")})
    EXPECT_TRUE(names_etag(header, tag));
  for (const std::string& header : {std::string(), std::string("\"x\""), tag + "x", tag.substr(1)}) {
    EXPECT_FALSE(names_etag(header, tag)) << header;
  }
}

TEST(Kept, IsCompressedWhereThatGains) {
  EXPECT_FALSE(kept(10)->gzipped());
  const auto big = kept(100'000);
  ASSERT_TRUE(big->gzipped());
  EXPECT_LT(big->gzipped()->size(), 1000u);
  EXPECT_EQ(big->gzipped()->substr(0, 2), "\x1f\x8b");
}

}  // namespace
}  // namespace masudi::serve
