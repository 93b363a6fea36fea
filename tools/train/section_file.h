// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"

namespace masudi::train {

// Writes what a trainer learnt, or says on stderr why there is nothing or why it cannot be written. Gives the exit
// code.
int write_section(const char* program, const char* path, const Result<std::vector<std::byte>>& bytes);

}  // namespace masudi::train
