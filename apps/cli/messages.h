// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace masudi::cli {

// What the program says to the person, on standard error, with control characters taken out.
void print_error(std::string_view message);
void print_warning(std::string_view message);
void print_note(std::string_view message);

}  // namespace masudi::cli
