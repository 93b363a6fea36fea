// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "document/alert.h"

namespace masudi::format {

// {"id", "search", "day", "from"?, "title", "value"?, "usual"?, "incidents": how many, "behind": [{"id", "summary",
// "reports", "origins"}]}, on one line without its end. docs/alerts.md has it.
std::string alert_json(const Alert& alert);

// An Atom feed (RFC 4287) of alerts, the newest first. `name`: of the saved search; empty for that of all. A day is all
// the time that is known of an alert: its entries are of midnight.
std::string alert_feed(std::span<const Alert> alerts, std::string_view name);

}  // namespace masudi::format
