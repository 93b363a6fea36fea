// SPDX-License-Identifier: Apache-2.0
#include "asking.h"

#include "format/sheet.h"
#include "messages.h"
#include "output.h"
#include "terminal.h"

namespace masudi::cli {
namespace {

int failed(const Error& error) {
  print_error(error.message);
  return kFailed;
}

}  // namespace

Result<query::Filter> filter_of(const RecordSettings& record) { return query::read_filter(record.filter); }

std::string chosen_format(const Settings& settings) {
  if (!settings.format.empty()) return settings.format;
  return settings.output.empty() && is_terminal(stdout) ? "table" : "jsonl";
}

format::Style chosen_style(const Settings& settings) {
  constexpr int kWidthInFile = 150;
  return settings.output.empty() ? style_of(stdout) : format::Style{false, kWidthInFile};
}

int answer(const Settings& settings, const RecordSettings& record, const Question& question, std::string_view below) {
  auto store = store::Store::open_to_read(record.store);
  if (!store) return failed(store.error());
  const auto sheet = question(*store);
  if (!sheet) return failed(sheet.error());
  auto output = Output::open(settings.output);
  if (!output) return failed(output.error());
  const auto format = format::sheet_format_named(chosen_format(settings)).value_or(format::SheetFormat::jsonl);
  output->write(format::write_sheet(*sheet, format, chosen_style(settings)));
  if (format == format::SheetFormat::table && !below.empty()) output->write(std::string(below) + '\n');
  if (auto finished = output->finish(); !finished) return failed(finished.error());
  return sheet->rows.empty() ? kNothingFound : kDone;
}

}  // namespace masudi::cli
