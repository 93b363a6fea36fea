// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "record/fixtures.h"

namespace masudi::record {
namespace {

Digest rich() {
  Mention m = testing::attack("2024-03-10", "Kismayo", "Fighters attacked Kismayo on Sunday.");
  m.voices = {testing::says("SOM", "COP", "police")};
  m.sizes = {{Measure::dead, {12, std::nullopt}}};
  m.forces = {{{2, 2}, "truck"}};
  m.places[0].position = {{-0.36, 42.55}};
  m.modes = {"firearms"};
  m.denied_by = "the army", m.retracted = true, m.confidence = 0.75;
  Digest d = testing::report("r1", "The Herald", "2024-03-11", "Fighters attacked Kismayo on Sunday.", {m});
  d.agencies = {"Reuters"}, d.authors = {"Staff"}, d.url = "https://example.org/1";
  return d;
}

TEST(Pack, GivesBackWhatItTook) {
  const Digest before = rich();
  const std::string bytes = pack(before);
  const auto after = unpack(bytes);
  ASSERT_TRUE(after);
  EXPECT_EQ(pack(*after), bytes);
  EXPECT_EQ(after->sketch.shingles, before.sketch.shingles);
  EXPECT_EQ(after->sketch.bands, before.sketch.bands);
  ASSERT_EQ(after->mentions.size(), 1u);
  EXPECT_EQ(after->mentions[0].actors, before.mentions[0].actors);
  EXPECT_EQ(after->mentions[0].voices, before.mentions[0].voices);
  EXPECT_EQ(after->mentions[0].sizes[0].range.low, 12);
  EXPECT_FALSE(after->mentions[0].sizes[0].range.high);
  EXPECT_EQ(after->mentions[0].denied_by, "the army");
  EXPECT_EQ(after->mentions[0].places[0].position, before.mentions[0].places[0].position);
}

TEST(Pack, RefusesDamage) {
  const std::string bytes = pack(rich());
  EXPECT_FALSE(unpack(""));
  EXPECT_FALSE(unpack(bytes + "x"));
  EXPECT_FALSE(unpack('\x7f' + bytes.substr(1)));
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(unpack(bytes.substr(0, size))) << size;
}

}  // namespace
}  // namespace masudi::record
