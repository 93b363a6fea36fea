// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace masudi::language {

// Where a word without an apostrophe that is written for two or three parts (can|not, gon|na, du|n|no), in ASCII
// letters. 0: no part begins there.
struct JoinedParts {
  std::uint8_t second = 0;  // byte at which the second part begins
  std::uint8_t third = 0;
};

// By the spelling_hash() of the word. {0, 0} for a word that is one.
JoinedParts joined_parts(std::uint32_t spelling);

}  // namespace masudi::language
