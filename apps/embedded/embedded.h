// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

namespace masudi::embedded {

// The files that were built into the program, so that it is one file. Aligned to 64 bytes. Empty where the build had
// none.
std::span<const std::byte> model();
std::span<const std::byte> knowledge();

}  // namespace masudi::embedded
