// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "document/board.h"
#include "format/countries.h"

namespace masudi::format {

// A board as JSON: tables of names, and a column for each field that points into them (docs/api.md). `rows` are the
// numbers of the rows that are wanted, in order.
std::string board_json(const Board& board, std::span<const std::uint32_t> rows, const Countries& countries,
                       std::string_view revision);

}  // namespace masudi::format
