// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>

#include "format/writer.h"

namespace masudi::cli {

bool is_terminal(std::FILE* stream);
// Colours only on a terminal that has them, and not where NO_COLOR is set (https://no-color.org).
bool wants_colour(std::FILE* stream);
// Colour and width of what is drawn there; a fixed width where it is no terminal, so that output does not vary.
format::Style style_of(std::FILE* stream);

}  // namespace masudi::cli
