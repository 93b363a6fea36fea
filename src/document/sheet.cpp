// SPDX-License-Identifier: Apache-2.0
#include "document/sheet.h"

#include <algorithm>

namespace masudi {

Sheet columns_of(const Sheet& sheet, const std::vector<std::string>& names) {
  std::vector<std::size_t> kept;
  Sheet out;
  for (const std::string& name : names) {
    const auto at = std::find(sheet.columns.begin(), sheet.columns.end(), name);
    if (at == sheet.columns.end()) continue;
    kept.push_back(static_cast<std::size_t>(at - sheet.columns.begin()));
    out.columns.push_back(name);
  }
  for (const auto& row : sheet.rows) {
    auto& cells = out.rows.emplace_back();
    for (const std::size_t column : kept) cells.push_back(row[column]);
  }
  return out;
}

}  // namespace masudi
