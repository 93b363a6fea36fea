// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/sheet.h"
#include "format/writer.h"

namespace masudi::format {

enum class SheetFormat { table, jsonl, csv, tsv, geojson };
std::optional<SheetFormat> sheet_format_named(std::string_view name);

// A cell in words; empty for one that is not known.
std::string cell_text(const Sheet::Cell& cell);

// A sheet as bytes. JSONL leaves unknown cells out; CSV (RFC 4180) and TSV leave them empty and begin with the names of
// the columns; in TSV, tabs and line breaks in a cell become blanks. GeoJSON (RFC 7946) has a feature for each row: its
// id is the column `id`, its geometry the point of `lat` and `lon`, null where these are not known or not there, and
// all other known cells are its properties. `style` is for the table.
std::string write_sheet(const Sheet& sheet, SheetFormat format, const Style& style);

// {"NAME": [an object a row]}; unknown cells are null.
std::string write_named(const Sheet& sheet, std::string_view name);

}  // namespace masudi::format
