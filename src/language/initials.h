// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "language/atoms.h"

namespace masudi::language {

// Whether a chunk is initials of a name and ends no sentence: "Albert K. Olsen", "P.V. Rao", "J. K. Lund". `atoms`: the
// chunk; `after`: the text behind it; `after_name`: whether the word before begins with a capital or is an initial or
// title with its stop. What follows must look like a name and be no word that sentences begin with ("plan B. Then").
bool are_initials(std::span<const Atom> atoms, std::string_view after, bool after_name);

}  // namespace masudi::language
