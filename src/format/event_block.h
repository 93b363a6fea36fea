// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/event.h"
#include "format/writer.h"

namespace masudi::format {

// Everything that is known of an event, a field a line, for a person to check. Immutable.
class EventBlock {
 public:
  static constexpr std::string_view kIndent = "   ";

  explicit EventBlock(Style style) : style_(style) {}
  void event(const Event& e, std::string_view text, std::string& out) const;
  // One line; none for an empty value.
  void field(std::string_view name, std::string_view value, std::string& out) const;

 private:
  void parties(std::string_view name, const std::vector<Party>& all, std::string_view text, std::string& out) const;

  Style style_;
};

}  // namespace masudi::format
