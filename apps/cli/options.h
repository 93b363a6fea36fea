// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "command.h"

namespace masudi::cli {

// Options that several commands share.
void add_input(CLI::App& app, Settings& settings);
void add_output(CLI::App& app, Settings& settings);
void add_model(CLI::App& app, Settings& settings);
void add_knowledge(CLI::App& app, Settings& settings);
void add_threads(CLI::App& app, Settings& settings);

}  // namespace masudi::cli
