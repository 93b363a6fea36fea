// SPDX-License-Identifier: Apache-2.0
#include "inputs.h"

#include <fmt/format.h>

#include <algorithm>

#include "messages.h"
#include "terminal.h"

namespace masudi::cli {

Result<read::Options> read_options(const Settings& settings) {
  read::Options options;
  options.id = settings.id;
  options.max_record_bytes = std::size_t{settings.max_size_mb} * 1024 * 1024;
  if (settings.date.empty()) return options;
  options.date = parse_date(settings.date);
  if (!options.date) {
    return fail(fmt::format("--date: there is no day \"{}\"; write it as YYYY-MM-DD", settings.date));
  }
  return options;
}

void hint_at_keyboard(const Settings& settings) {
  const bool reads_stdin = std::find(settings.files.begin(), settings.files.end(), "-") != settings.files.end();
  if (reads_stdin && is_terminal(stdin)) print_note("reading from the keyboard; end with Ctrl-D");
}

}  // namespace masudi::cli
