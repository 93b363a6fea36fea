// SPDX-License-Identifier: Apache-2.0
#include "serve/parameters.h"

#include <gtest/gtest.h>

namespace masudi::serve {
namespace {

TEST(Parameters, AreDecodedInOrder) {
  const auto p = Parameters::read("text=car+bomb&type=AID&type=ASSAULT%3Adrone&from=&x");
  ASSERT_TRUE(p) << p.error().message;
  EXPECT_EQ(p->one("text"), "car bomb");
  EXPECT_EQ(p->all("type"), (std::vector<std::string>{"AID", "ASSAULT:drone"}));
  EXPECT_EQ(p->one("type"), "ASSAULT:drone");
  EXPECT_EQ(p->one("from"), "");
  EXPECT_TRUE(p->has("x"));
  EXPECT_FALSE(p->has("y"));
}

TEST(Parameters, RefuseWhatIsNoText) {
  for (const char* wrong : {"a=%", "a=%4", "a=%zz", "%00=1", "a=%ff", "a=%C3"})
    EXPECT_FALSE(Parameters::read(wrong)) << wrong;
  EXPECT_EQ(Parameters::read("a=%C3%A9")->one("a"), "é");
}

TEST(Parameters, RefuseTooMuch) {
  std::string many;
  for (int i = 0; i < 65; ++i) many += "a=1&";
  EXPECT_FALSE(Parameters::read(many));
  EXPECT_FALSE(Parameters::read("a=" + std::string(501, 'x')));
  EXPECT_TRUE(Parameters::read("a=" + std::string(500, 'x')));
}

TEST(Filter, ReadsEveryName) {
  const auto p = Parameters::read(
      "from=2024-01-02&to=2024-02-03&actor=IRN&actor=MIL&recipient=USA&type=AID&country=IRQ&near=1,2,3&status=actual&"
      "source=Kyo+Times&text=bomb&min-confidence=0.25&min-origins=2");
  ASSERT_TRUE(p);
  for (const auto name : filter_names()) EXPECT_TRUE(p->has(name)) << name;
  EXPECT_FALSE(p->unknown(filter_names()));
  const auto filter = filter_of(*p);
  ASSERT_TRUE(filter) << filter.error().message;
  EXPECT_EQ(to_string(*filter->from), "2024-01-02");
  EXPECT_EQ(to_string(*filter->to), "2024-02-03");
  EXPECT_EQ(filter->actors, (std::vector<std::string>{"IRN", "MIL"}));
  EXPECT_EQ(filter->recipients, std::vector<std::string>{"USA"});
  EXPECT_EQ(filter->types, std::vector<std::string>{"AID"});
  EXPECT_EQ(filter->countries, std::vector<std::string>{"IRQ"});
  EXPECT_EQ(filter->near->km, 3);
  EXPECT_EQ(filter->statuses, std::vector<std::string>{"actual"});
  EXPECT_EQ(filter->sources, std::vector<std::string>{"Kyo Times"});
  EXPECT_EQ(filter->text, "bomb");
  EXPECT_EQ(filter->min_confidence, 0.25);
  EXPECT_EQ(filter->min_origins, 2);
}

TEST(Filter, SaysWhatIsWrong) {
  const auto error = [](const char* query) {
    const auto filter = filter_of(*Parameters::read(query));
    return filter ? std::string("none") : filter.error().message;
  };
  EXPECT_EQ(error("from=2024-02-30").substr(0, 7), "--from:");
  EXPECT_EQ(error("type=WAR").substr(0, 7), "--type:");
  EXPECT_EQ(error("min-confidence=1.5").substr(0, 17), "--min-confidence:");
  EXPECT_EQ(error("min-confidence=nan").substr(0, 17), "--min-confidence:");
  EXPECT_EQ(error("min-origins=-1").substr(0, 14), "--min-origins:");
  EXPECT_EQ(error("min-origins=99999999999999999999").substr(0, 14), "--min-origins:");
  EXPECT_EQ(*Parameters::read("colour=red&to=")->unknown(filter_names()), "colour");
}

}  // namespace
}  // namespace masudi::serve
