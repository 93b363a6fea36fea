// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/event.h"

namespace masudi::format {

// Fields that several layouts share.

// The event's id as a positive decimal number of at most 19 digits.
std::string decimal_id(const Event& event);
// "20231106".
std::string compact(Date date);
// The part of the chosen precision, where the place is one: the name of the city.
std::string city_of(const Place& place);
// Four decimals, as everywhere.
inline std::string degrees(double value) { return fmt::format("{:.4f}", value); }
// A score as short as it can be said: "-10", "3.4".
inline std::string score(double value) { return fmt::format("{}", value); }
// In the first paragraph of the text, the lead.
bool in_lead(const Event& event, std::string_view text);
// The role that CAMEO has for a sector of PLOVER; empty where it has none that means the same.
std::string_view cameo_role(std::string_view sector);
// "ASSAULT" → "Assault".
std::string capitalised(std::string_view word);
// The name that is known, else the words in the text.
std::string name_of(const Party& party, std::string_view text);

}  // namespace masudi::format
