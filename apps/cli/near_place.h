// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.h"

namespace masudi::cli {

// "Strait of Hormuz,100" as "26.6,56.5,100": the place of that name with most people, as the built-in knowledge has it;
// other words come back as they are. Fails for a name that no place has.
Result<std::string> near_place(const std::string& words);

}  // namespace masudi::cli
