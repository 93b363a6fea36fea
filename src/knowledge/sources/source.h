// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace masudi::knowledge {

// One entry of a source file: its fields, trimmed, and where it stands.
struct Line {
  std::string file;  // relative to the knowledge folder
  int number;        // from 1
  std::vector<std::string> fields;

  // The field, or "" beyond the last.
  std::string_view field(std::size_t n) const {
    return n < fields.size() ? std::string_view(fields[n]) : std::string_view{};
  }
  std::string where() const { return file + ":" + std::to_string(number); }
};

// The entries of a file: lines that are not blank and no comment, parted at '|'.
Result<std::vector<Line>> read_lines(const std::filesystem::path& folder, const std::filesystem::path& file);

// The same of the text of a file, which messages call `shown`.
std::vector<Line> parse_lines(const std::string& shown, std::string_view text);

std::string_view trim(std::string_view text);
// Parts at `separator`, trims the parts, drops empty ones.
std::vector<std::string> part(std::string_view text, char separator);

// "FROM..TO" of dates YYYY, YYYY-MM or YYYY-MM-DD, in days since 1970-01-01; open ends are far away.
struct Days {
  std::int32_t from;
  std::int32_t to;
};
constexpr std::int32_t kLongAgo = -1000000;
constexpr std::int32_t kFarAhead = 1000000;
Result<Days> read_range(std::string_view text);
bool looks_like_range(std::string_view text);

}  // namespace masudi::knowledge
