// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "record/book.h"
#include "record/incident.h"

namespace masudi::record {

// What one mention says of the happening, and on whose word (the innermost voice, else the agency, else the outlet).
struct Said {
  std::uint32_t mention = 0;
  Stance stance = Stance::reports;
  std::string by;
};

// Ascending mentions of one incident.
std::vector<Said> what_is_said(const Book& book, std::span<const std::uint32_t> mentions);

// Gathered by who says what; sorted.
std::vector<VoiceStance> stances_of(const Book& book, const std::vector<Said>& said);

// Whether every outlet that reported it took its report back.
bool is_withdrawn(const Book& book, const std::vector<Said>& said);

}  // namespace masudi::record
