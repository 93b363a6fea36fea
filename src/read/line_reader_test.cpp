// SPDX-License-Identifier: Apache-2.0
#include "read/line_reader.h"

#include <gtest/gtest.h>

#include <sstream>

namespace masudi::read {
namespace {

using Status = LineReader::Status;

TEST(LineReader, ReadsLinesOfAnyEnding) {
  std::istringstream in("one\r\n\ntwo");
  LineReader reader(in, 100);
  std::string line;
  EXPECT_EQ(reader.peek(), "one\r\n\ntwo");
  EXPECT_EQ(reader.next(line), Status::line);
  EXPECT_EQ(line, "one");
  EXPECT_EQ(reader.next(line), Status::line);
  EXPECT_EQ(line, "");
  EXPECT_EQ(reader.next(line), Status::line);
  EXPECT_EQ(line, "two");
  EXPECT_EQ(reader.number(), 3u);
  EXPECT_EQ(reader.bytes(), 9u);
  EXPECT_EQ(reader.next(line), Status::end);
}

TEST(LineReader, SkipsALineOverTheLimitAndGoesOn) {
  std::istringstream in(std::string(300000, 'x') + "\nshort\n");
  LineReader reader(in, 1000);
  std::string line;
  EXPECT_EQ(reader.next(line), Status::too_long);
  EXPECT_LE(line.size(), 1000u);
  EXPECT_EQ(reader.next(line), Status::line);
  EXPECT_EQ(line, "short");
  EXPECT_EQ(reader.next(line), Status::end);
}

TEST(LineReader, RestIsBounded) {
  std::istringstream in(std::string(300000, 'x'));
  std::string text;
  EXPECT_FALSE(LineReader(in, 100000).rest(text));
  EXPECT_LE(text.size(), 100000u);
}

}  // namespace
}  // namespace masudi::read
