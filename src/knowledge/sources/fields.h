// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/sources/builder.h"

// The fields that entries of several kinds share. What is wrong goes to Builder::complain.
namespace masudi::knowledge {

// Whether it is one of the sectors of parties ("MIL").
bool is_sector(std::string_view name);
// Three capitals.
bool good_code(std::string_view code);
// Checks "MIL; GOV" and joins it as records have it.
StringRef read_sectors(std::string_view text, const Line& line, Builder& b);
// "?Times" is only safe after the full name.
void add_alias(std::string_view alias, NameKind kind, std::uint32_t id, Builder& b);

// The value of "key=value RANGE" without its range, and the range.
struct Dated {
  std::string value;
  Days days{kLongAgo, kFarAhead};
};

Dated dated(std::string_view text, const Line& line, Builder& b);

// English plurals of role words, regular ones and -men; of a phrase its last word changes.
std::string plural_of(const std::string& word);

}  // namespace masudi::knowledge
