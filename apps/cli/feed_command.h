// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "record_settings.h"

namespace masudi::cli {

// The choices for masudi feed, as they were written. Store, model, format and output are those of the other settings.
struct FeedSettings {
  std::vector<std::string> feeds;  // addresses, folders, numbers; files of OPML
  std::string name;                // of the outlet
  std::string every;               // "15m", "2h"
  bool once = false;
  bool allow_private = false;
};

// masudi feed add|list|remove|import|run
void add_feed_commands(CLI::App& app, Settings& settings, RecordSettings& record, FeedSettings& feed);
int feed_command(const CLI::App& command, const Settings& settings, const RecordSettings& record,
                 const FeedSettings& feed);

// The whole work of `run`.
int run_feeds(const Settings& settings, const RecordSettings& record, const FeedSettings& feed);

// The same until a stop is asked for, beside something else that the program does.
Result<void> follow_feeds(const Settings& settings, const RecordSettings& record, const FeedSettings& feed,
                          const std::stop_token& stop);

// "90s", "15m", "2h", "1d", or seconds alone.
Result<std::int64_t> parse_pace(const std::string& words);

}  // namespace masudi::cli
