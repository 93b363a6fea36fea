// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace masudi::language {

// What kind of abbreviation a word is when a full stop follows it.
enum class Abbreviation : std::uint8_t { none, title, month, company, before_number, place, latin, unit };

// By the spelling_hash() of the word without its full stop.
Abbreviation abbreviation(std::uint32_t spelling);

}  // namespace masudi::language
