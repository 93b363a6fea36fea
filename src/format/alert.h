// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/alert.h"
#include "format/atom.h"

namespace masudi::format {

// {"id", "search", "day", "from"?, "title", "value"?, "usual"?, "incidents": how many, "behind": [{"id", "summary",
// "reports", "origins"}]}, on one line without its end. docs/alerts.md has it.
std::string alert_json(const Alert& alert);
// {"alerts": [...]}, each as above.
std::string alerts_json(std::span<const Alert> alerts);

// A feed of alerts, the newest first. `name`: of the saved search; empty for that of all. The day is all that is known
// of the time of an alert.
AtomFeed alert_feed(std::span<const Alert> alerts, std::string_view name);

// A saved search as JSON: {"name", "options": [["type", "MOBILIZE"] …], "rule": in words, "on", "checked"?}.
struct SearchFacts {
  std::string name;
  std::vector<std::pair<std::string, std::string>> options;
  std::string rule;
  bool is_on = false;
  std::string checked;  // a day; empty: never
};
std::string search_json(const SearchFacts& search);
// {"searches": [...]}, each as above.
std::string searches_json(std::span<const SearchFacts> searches);

}  // namespace masudi::format
