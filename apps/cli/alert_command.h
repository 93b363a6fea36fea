// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alert_settings.h"

namespace CLI {
class App;
}

namespace masudi::cli {

// masudi alert add, list, remove, show, check, test, atom
void add_alert_commands(CLI::App& app, Settings& settings, AlertSettings& alert);
int alert_command(const CLI::App& command, const Settings& settings, const AlertSettings& alert);

}  // namespace masudi::cli
