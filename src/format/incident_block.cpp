// SPDX-License-Identifier: Apache-2.0
#include "format/incident_block.h"

#include <fmt/format.h>

#include "format/sheet.h"
#include "format/terminal.h"

namespace masudi::format {
namespace {

constexpr int kNameWidth = 16;

void section(std::string_view title, const Sheet& sheet, const Style& style, std::string& out) {
  if (sheet.rows.empty()) return;
  out += '\n' + paint(title, Tone::strong, style) + '\n' + write_sheet(sheet, SheetFormat::table, style);
}

}  // namespace

std::string incident_block(const Sheet& head, const Sheet& statements, const Sheet& citations, const Style& style) {
  std::string out;
  for (std::size_t c = 0; c < head.columns.size() && !head.rows.empty(); ++c) {
    const std::string value = cell_text(head.rows.front()[c]);
    if (value.empty()) continue;
    out += paint(fit(head.columns[c], kNameWidth), Tone::faint, style) + printable(value) + '\n';
  }
  section("Who says what", statements, style, out);
  section("Who relies on whom", citations, style, out);
  out += '\n' + paint("The words", Tone::strong, style) + "\n\n";
  return out;
}

}  // namespace masudi::format
