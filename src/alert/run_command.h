// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.h"

namespace masudi::alert {

// Runs a program without arguments and without a shell, gives it `input` on standard input, and waits for it to end. It
// has done its work if it ends with 0. Fails, saying how it ended and how its output begins (of which no more is kept),
// if it ends otherwise, cannot be started, or takes longer than `patience`: then it is killed with all that it started.
Result<void> run_command(const std::string& program, std::string_view input, std::chrono::milliseconds patience);

}  // namespace masudi::alert
