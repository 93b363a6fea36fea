// SPDX-License-Identifier: Apache-2.0
#include "format/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "format/delimited.h"
#include "format/terminal.h"

namespace masudi::format {
namespace {

using Json = nlohmann::ordered_json;

// Numbers to four decimals at most: enough for degrees and scores, and the same on every machine.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

struct AsText {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return fmt::format("{}", rounded(value)); }
  std::string operator()(const std::string& value) const { return value; }
};

bool is_number(const Sheet::Cell& cell) { return cell.index() == 1 || cell.index() == 2; }

std::string delimited(const Sheet& sheet, Row::Kind kind) {
  std::string out;
  Row row(out, kind);
  for (const std::string& column : sheet.columns) row << column;
  row.end();
  for (const auto& cells : sheet.rows) {
    for (const auto& cell : cells) row << cell_text(cell);
    row.end();
  }
  return out;
}

// What is known of a row.
Json object_of(const Sheet& sheet, const std::vector<Sheet::Cell>& cells) {
  Json object = Json::object();
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const std::string& key = sheet.columns[c];
    if (const auto* number = std::get_if<std::int64_t>(&cells[c])) object[key] = *number;
    if (const auto* number = std::get_if<double>(&cells[c])) object[key] = rounded(*number);
    if (const auto* text = std::get_if<std::string>(&cells[c])) object[key] = *text;
  }
  return object;
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string jsonl(const Sheet& sheet) {
  std::string out;
  for (const auto& cells : sheet.rows) out += dumped(object_of(sheet, cells)) + '\n';
  return out;
}

std::string geojson(const Sheet& sheet) {
  std::string out = "{\"type\":\"FeatureCollection\",\"features\":[";
  for (const auto& cells : sheet.rows) {
    Json properties = object_of(sheet, cells);
    Json feature = {{"type", "Feature"}, {"geometry", nullptr}};
    if (properties.contains("id")) feature["id"] = properties["id"];
    if (properties.contains("lat") && properties.contains("lon")) {
      feature["geometry"] = {{"type", "Point"}, {"coordinates", {properties["lon"], properties["lat"]}}};
    }
    for (const char* told : {"id", "lat", "lon"}) properties.erase(told);
    feature["properties"] = std::move(properties);
    out += (out.back() == '[' ? "\n" : ",\n") + dumped(feature);
  }
  return out + "\n]}\n";
}

class Table {
 public:
  Table(const Sheet& sheet, const Style& style) : sheet_(sheet), style_(style) {
    for (const auto& cells : sheet.rows) {
      auto& row = rows_.emplace_back();
      for (const auto& cell : cells) row.push_back(printable(cell_text(cell)));
    }
    measure();
  }

  std::string drawn() const {
    std::string out = paint(line(sheet_.columns, nullptr), Tone::faint, style_) + '\n';
    for (std::size_t r = 0; r < rows_.size(); ++r) out += line(rows_[r], &sheet_.rows[r]) + '\n';
    return out;
  }

 private:
  static constexpr int kGap = 2;
  static constexpr int kNarrowest = 8;

  void measure() {
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c) {
      int width = display_width(sheet_.columns[c]);
      for (const auto& row : rows_) width = std::max(width, display_width(row[c]));
      widths_.push_back(width);
    }
    int over = std::accumulate(widths_.begin(), widths_.end(), static_cast<int>(widths_.size()) * kGap) - style_.width;
    while (over > 0) {
      const auto widest = std::max_element(widths_.begin(), widths_.end());
      if (widest == widths_.end() || *widest <= kNarrowest) break;
      --*widest, --over;
    }
  }

  std::string line(const std::vector<std::string>& words, const std::vector<Sheet::Cell>* cells) const {
    std::string out;
    for (std::size_t c = 0; c < words.size(); ++c) {
      const int blanks = widths_[c] - display_width(words[c]);
      const bool to_the_right = cells != nullptr && is_number((*cells)[c]) && blanks > 0;
      out += to_the_right ? std::string(blanks, ' ') + words[c] : fit(words[c], widths_[c]);
      out += std::string(kGap, ' ');
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  }

  const Sheet& sheet_;
  const Style& style_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<int> widths_;
};

}  // namespace

std::string cell_text(const Sheet::Cell& cell) { return std::visit(AsText{}, cell); }

std::optional<SheetFormat> sheet_format_named(std::string_view name) {
  if (name == "table") return SheetFormat::table;
  if (name == "jsonl") return SheetFormat::jsonl;
  if (name == "csv") return SheetFormat::csv;
  if (name == "tsv") return SheetFormat::tsv;
  if (name == "geojson") return SheetFormat::geojson;
  return std::nullopt;
}

std::string write_sheet(const Sheet& sheet, SheetFormat format, const Style& style) {
  switch (format) {
    case SheetFormat::jsonl: return jsonl(sheet);
    case SheetFormat::csv: return delimited(sheet, Row::Kind::csv);
    case SheetFormat::tsv: return delimited(sheet, Row::Kind::tsv);
    case SheetFormat::geojson: return geojson(sheet);
    case SheetFormat::table: return Table(sheet, style).drawn();
  }
  return "";
}

}  // namespace masudi::format
