// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/board.h"
#include "format/countries.h"

namespace masudi::format {

// A board as JSON: tables of names, and a column for each field that points into them (docs/api.md).
std::string board_json(const Board& board, const Countries& countries, std::string_view revision);

// {"revision", "rows": [numbers of rows of the board of that revision]}.
std::string board_rows_json(std::span<const std::uint32_t> rows, std::string_view revision);

}  // namespace masudi::format
