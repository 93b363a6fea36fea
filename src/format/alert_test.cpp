// SPDX-License-Identifier: Apache-2.0
#include "format/alert.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace masudi::format {
namespace {

// What a report could bring in, to break out of a string or an element.
const std::string kHostile = "]]></title><script>alert(1)</script>&\"'\\ \x01\x1b[31m \xEF\xBF\xBF";

Alert hostile() {
  Alert alert;
  alert.id = "00ff", alert.search = "watch", alert.day = *parse_date("2024-03-05"), alert.title = kHostile;
  alert.incidents = 3, alert.behind = {{"1a", kHostile, 2, 1}};
  return alert;
}

TEST(Alert, JsonHoldsWhatItWasGiven) {
  Alert alert = hostile();
  auto json = nlohmann::json::parse(alert_json(alert));
  EXPECT_EQ(json["title"], kHostile);
  EXPECT_EQ(json["behind"][0]["summary"], kHostile);
  EXPECT_EQ(json["day"], "2024-03-05");
  EXPECT_FALSE(json.contains("value"));
  alert.title = "not UTF-8: \xff", alert.value = 2.5;
  json = nlohmann::json::parse(alert_json(alert));
  EXPECT_EQ(json["value"], 2.5);
  EXPECT_EQ(alert_json(alert).find('\n'), std::string::npos);
}

TEST(Alert, AtomHoldsNoMarkupOfReports) {
  const Alert alert = hostile();
  const std::string feed = write_atom(alert_feed({&alert, 1}, "watch"));
  EXPECT_EQ(feed.find("<script"), std::string::npos);
  EXPECT_NE(feed.find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(feed.find('\x1b'), std::string::npos);
  EXPECT_EQ(feed.find("\xEF\xBF\xBF"), std::string::npos);
  EXPECT_NE(feed.find("<id>urn:masudi:alert:00ff</id>"), std::string::npos);
  EXPECT_NE(feed.find("<updated>2024-03-05T00:00:00Z</updated>"), std::string::npos);
  EXPECT_NE(feed.find("and 2 more"), std::string::npos);
}

}  // namespace
}  // namespace masudi::format
