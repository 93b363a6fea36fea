// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace masudi::properties {

// Texts that no newsroom writes: words, marks, clitics, addresses, blanks of all kinds, odd and ill-formed Unicode,
// NULs, in an order drawn from the seed. Same seed, same text.
std::string strange_text(std::uint64_t seed, std::size_t pieces);

// Made-up news of plain sentences, in an order drawn from the seed.
std::string plain_text(std::uint64_t seed, std::size_t sentences);

}  // namespace masudi::properties
