// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "record_settings.h"

namespace masudi::cli {

// Options that commands on a store share.
void add_store(CLI::App& app, std::string& store);
void add_format(CLI::App& app, Settings& settings, const std::vector<std::string>& names, const std::string& words);
void add_sheet_format(CLI::App& app, Settings& settings);
void add_filter(CLI::App& app, query::FilterWords& filter);

// The commands that work on a store.
void add_record_commands(CLI::App& app, Settings& settings, RecordSettings& record);
// The exit code of the one that was asked for; none if it was another command.
std::optional<int> dispatch_record(const CLI::App& app, const Settings& settings, const RecordSettings& record);

}  // namespace masudi::cli
