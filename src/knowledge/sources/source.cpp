// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sources/source.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/date.h"

namespace masudi::knowledge {
namespace {

// The first or last day of "YYYY", "YYYY-MM" or "YYYY-MM-DD".
std::optional<std::int32_t> day_of(std::string_view text, bool last) {
  const auto number = [](std::string_view digits) {
    int n = 0;
    for (char c : digits) n = c >= '0' && c <= '9' ? n * 10 + (c - '0') : -1000000;
    return n;
  };
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const int year = number(text.substr(0, 4));
  const int month = text.size() >= 7 ? number(text.substr(5, 2)) : last ? 12 : 1;
  if (year < 1 || month < 1 || month > 12) return std::nullopt;
  const int day = text.size() == 10 ? number(text.substr(8, 2)) : last ? days_in_month(year, month) : 1;
  const auto date = make_date(year, month, day);
  if (!date) return std::nullopt;
  return date->days;
}

// The next bar that parts fields: one between blanks. Bars without blanks part alternatives ("{rocket|missile}").
std::size_t find_bar(std::string_view text) {
  const auto blank_at = [&](std::size_t at) { return at >= text.size() || text[at] == ' ' || text[at] == '\t'; };
  std::size_t at = text.find('|');
  while (at != std::string_view::npos && !((at == 0 || blank_at(at - 1)) && blank_at(at + 1)))
    at = text.find('|', at + 1);
  return at;
}

}  // namespace

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> part(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto at = text.find(separator);
    if (const auto piece = trim(text.substr(0, at)); !piece.empty()) parts.emplace_back(piece);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

std::vector<Line> parse_lines(const std::string& shown, std::string_view text) {
  std::vector<Line> lines;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto content = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (content.empty() || content.front() == '#') continue;
    Line line{shown, number, {}};
    std::string_view rest = content;
    for (;;) {
      const auto bar = find_bar(rest);
      line.fields.emplace_back(trim(rest.substr(0, bar)));
      if (bar == std::string_view::npos) break;
      rest.remove_prefix(bar + 1);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<std::vector<Line>> read_lines(const std::filesystem::path& folder, const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(file.string() + ": cannot be read");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_lines(std::filesystem::relative(file, folder).generic_string(), text);
}

bool looks_like_range(std::string_view text) { return text.find("..") != std::string_view::npos; }

Result<Days> read_range(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return fail("a range is FROM..TO, not '" + std::string(text) + "'");
  const auto from_text = trim(text.substr(0, dots));
  const auto to_text = trim(text.substr(dots + 2));
  const auto from = from_text.empty() ? kLongAgo : day_of(from_text, false);
  const auto to = to_text.empty() ? kFarAhead : day_of(to_text, true);
  if (!from || !to) return fail("a date is YYYY, YYYY-MM or YYYY-MM-DD: '" + std::string(text) + "'");
  if (*from > *to) return fail("the range ends before it begins: '" + std::string(text) + "'");
  return Days{*from, *to};
}

}  // namespace masudi::knowledge
