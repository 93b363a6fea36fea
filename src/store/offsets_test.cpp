// SPDX-License-Identifier: Apache-2.0
#include "store/offsets.h"

#include <gtest/gtest.h>

namespace masudi::store {
namespace {

TEST(Offsets, LeadFromBytesToCodePointsAndBack) {
  for (const std::string_view text :
       {std::string_view("plain"), std::string_view("Süd – 北京 x"), std::string_view()}) {
    const Offsets offsets(text);
    std::int64_t point = 0;
    for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
      if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
      EXPECT_EQ(offsets.points(byte), point);
      EXPECT_EQ(offsets.bytes(point), byte);
      ++point;
    }
    EXPECT_EQ(offsets.bytes(point + 5), text.size());
  }
}

}  // namespace
}  // namespace masudi::store
