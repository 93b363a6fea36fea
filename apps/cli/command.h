// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace masudi::cli {

// The exit codes of the program.
enum Exit : int { kDone = 0, kNothingFound = 1, kFailed = 2 };

// The choices of the person at the terminal, as they were written.
struct Settings {
  std::vector<std::string> files;
  std::string date;
  std::string id;
  std::string format;                     // jsonl, table, csv; empty: table on a terminal, else jsonl
  std::string output;                     // empty: standard output
  std::string model;                      // empty: the one that is built in
  std::string knowledge;                  // the same
  std::vector<std::string> dictionaries;  // of the person's own, beside the knowledge
  unsigned threads = 0;                   // 0: one a core
  unsigned max_size_mb = 32;
  double min_confidence = 0;
};

int code(const Settings& settings);
int parse(const Settings& settings);
int explain(const Settings& settings);
int show_version(const Settings& settings);

}  // namespace masudi::cli
