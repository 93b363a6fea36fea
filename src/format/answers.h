// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/event.h"

namespace masudi::format {

// Small answers of the server, as JSON.
std::string error_json(std::string_view message);
// {"name": what was kept or removed}
std::string name_json(std::string_view name);
// On one line, for a server-sent event.
std::string change_json(std::string_view revision, std::span<const std::string> incidents, bool is_whole);

// Mentions of events that stand in any documents (see mention_json.h).
class MentionList {
 public:
  void add(const Document& document, std::span<const Event> events);
  // {"events": […], "next": the cursor of the next page or null}.
  std::string page(std::string_view cursor) const;
  // The first one alone.
  std::string single() const;
  // {"document": {…, "text"}, "events": […], "incidents": [ids]}.
  std::string of_document(const Document& document, std::span<const std::string> incidents) const;
  bool empty() const { return members_.empty(); }

 private:
  std::string members_;  // parted by commas
};

}  // namespace masudi::format
