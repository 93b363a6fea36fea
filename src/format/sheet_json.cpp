// SPDX-License-Identifier: Apache-2.0
#include "format/sheet_json.h"

#include "format/sheet.h"

namespace masudi::format {
namespace {

struct AsJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(std::int64_t value) const { return value; }
  Json operator()(double value) const { return rounded_degrees(value); }
  Json operator()(const std::string& value) const { return value; }
};

}  // namespace

Json rows_json(const Sheet& sheet) {
  Json out = Json::array();
  for (const auto& cells : sheet.rows) {
    Json object = Json::object();
    for (std::size_t c = 0; c < cells.size(); ++c) object[sheet.columns[c]] = std::visit(AsJson{}, cells[c]);
    out.push_back(std::move(object));
  }
  return out;
}

std::string write_named(const Sheet& sheet, std::string_view name) {
  return dump({{std::string(name), rows_json(sheet)}}) + '\n';
}

}  // namespace masudi::format
