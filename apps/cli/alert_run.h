// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alert_settings.h"

namespace masudi::cli {

// What masudi alert does; each gives the exit code.
int add_alert(const AlertSettings& alert);
int remove_alert(const AlertSettings& alert);
int check_alerts(const AlertSettings& alert);
int test_alert(const AlertSettings& alert);
int list_alerts(const Settings& settings, const AlertSettings& alert);
int show_alerts(const Settings& settings, const AlertSettings& alert);
int write_alert_feed(const Settings& settings, const AlertSettings& alert);

// Checks all searches and delivers what is due, after something came in; says on standard error what was told.
void tell_alerts(const std::string& store, bool allow_private);

}  // namespace masudi::cli
