// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "command.h"
#include "read/record.h"

namespace masudi::cli {

// How documents are read, from what the person wrote.
Result<read::Options> read_options(const Settings& settings);
// Tells a person who sits before a program that waits for input what to do.
void hint_at_keyboard(const Settings& settings);

}  // namespace masudi::cli
