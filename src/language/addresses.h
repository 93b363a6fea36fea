// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "language/atoms.h"

namespace masudi::language {

// Addresses of pages and mail, and names of files, are one token whatever marks are in them. If one begins at atom `at`
// of a chunk, gives the index behind its last atom, without stops and brackets that close the sentence; else gives
// `at`. Looks no further than some dozen atoms where nothing is found.
std::size_t address_end(std::span<const Atom> atoms, std::size_t at);

// Whether a token is a name of a file by its ending: "Stocks_2.pdf".
bool names_file(std::string_view token);

}  // namespace masudi::language
