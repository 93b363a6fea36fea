// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "document/sheet.h"
#include "format/writer.h"
#include "query/filter.h"
#include "record_settings.h"
#include "store/store.h"

namespace masudi::cli {

Result<query::Filter> filter_of(const RecordSettings& record);
// The format that was asked for, else table on a terminal and JSONL elsewhere.
std::string chosen_format(const Settings& settings);
format::Style chosen_style(const Settings& settings);

// Opens the store, lets `question` answer and writes the answer; `below` stands under a table. Gives the exit code.
using Question = std::function<Result<Sheet>(store::Store&)>;
int answer(const Settings& settings, const RecordSettings& record, const Question& question,
           std::string_view below = "");

// The same for answers that are bytes already.
struct Drawn {
  std::string bytes;
  bool is_empty = false;  // nothing was found
};
using Drawing = std::function<Result<Drawn>(store::Store&)>;
int answer_with(const Settings& settings, const RecordSettings& record, const Drawing& drawing);

}  // namespace masudi::cli
