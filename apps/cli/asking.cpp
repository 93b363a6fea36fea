// SPDX-License-Identifier: Apache-2.0
#include "asking.h"

#include "format/sheet.h"
#include "messages.h"
#include "near_place.h"
#include "output.h"
#include "terminal.h"

namespace masudi::cli {
namespace {

int failed(const Error& error) {
  print_error(error.message);
  return kFailed;
}

}  // namespace

Result<query::Filter> filter_of(const RecordSettings& record) {
  query::FilterWords words = record.filter;
  auto near = near_place(words.near);
  if (!near) return tl::make_unexpected(std::move(near.error()));
  words.near = std::move(*near);
  return query::read_filter(words);
}

std::string chosen_format(const Settings& settings) {
  if (!settings.format.empty()) return settings.format;
  return settings.output.empty() && is_terminal(stdout) ? "table" : "jsonl";
}

format::Style chosen_style(const Settings& settings) {
  constexpr int kWidthInFile = 150;
  return settings.output.empty() ? style_of(stdout) : format::Style{false, kWidthInFile};
}

int answer(const Settings& settings, const RecordSettings& record, const Question& question, std::string_view below) {
  const auto format = format::sheet_format_named(chosen_format(settings)).value_or(format::SheetFormat::jsonl);
  const auto draw = [&](const Sheet& sheet) {
    std::string bytes = format::write_sheet(sheet, format, chosen_style(settings));
    if (format == format::SheetFormat::table && !below.empty()) bytes += std::string(below) + '\n';
    return Drawn{std::move(bytes), sheet.rows.empty()};
  };
  return answer_with(settings, record, [&](store::Store& store) { return question(store).map(draw); });
}

int answer_with(const Settings& settings, const RecordSettings& record, const Drawing& drawing) {
  auto store = store::Store::open_to_read(record.store);
  if (!store) return failed(store.error());
  const auto drawn = drawing(*store);
  if (!drawn) return failed(drawn.error());
  auto output = Output::open(settings.output);
  if (!output) return failed(output.error());
  output->write(drawn->bytes);
  if (auto finished = output->finish(); !finished) return failed(finished.error());
  return drawn->is_empty ? kNothingFound : kDone;
}

}  // namespace masudi::cli
