// SPDX-License-Identifier: Apache-2.0
#include "query/alert_lines.h"

#include <fmt/format.h>

#include "query/incidents.h"

namespace masudi::query {
namespace {

constexpr std::size_t kMost = 100;

// One row of incidents() by the names of its columns.
class Row {
 public:
  explicit Row(const Sheet& sheet) : sheet_(sheet) {}

  std::string text(std::string_view column) const {
    const auto* text = std::get_if<std::string>(cell(column));
    return text != nullptr ? *text : "";
  }
  std::int64_t integer(std::string_view column) const {
    const auto* number = std::get_if<std::int64_t>(cell(column));
    return number != nullptr ? *number : 0;
  }

 private:
  const Sheet::Cell* cell(std::string_view column) const {
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c) {
      if (sheet_.columns[c] == column) return &sheet_.rows.front()[c];
    }
    return nullptr;
  }

  const Sheet& sheet_;
};

std::string counted(std::int64_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

Alert::Behind line_of(const Row& row) {
  Alert::Behind out{row.text("id"), "", row.integer("reports"), row.integer("origins")};
  out.summary = row.text("date") + ' ' + row.text("type");
  const std::string actors = row.text("actors"), recipients = row.text("recipients");
  if (!actors.empty()) out.summary += ' ' + actors;
  if (!recipients.empty()) out.summary += " → " + recipients;
  const std::string place = row.text("place"), country = row.text("country");
  if (!place.empty()) out.summary += ", " + place;
  if (!country.empty()) out.summary += " (" + country + ')';
  out.summary +=
      fmt::format(": {}, {}, {}", counted(out.reports, "report"), counted(out.origins, "origin"), row.text("verdict"));
  return out;
}

}  // namespace

Result<std::vector<Alert::Behind>> alert_lines(const store::Store& store, std::span<const std::int64_t> incidents) {
  if (incidents.size() > kMost) incidents = incidents.last(kMost);
  std::vector<Alert::Behind> lines;
  for (const std::int64_t& one : incidents) {
    const auto sheet = query::incidents(store, std::span(&one, 1));
    if (!sheet) return tl::make_unexpected(sheet.error());
    if (!sheet->rows.empty()) lines.push_back(line_of(Row(*sheet)));
  }
  return lines;
}

}  // namespace masudi::query
