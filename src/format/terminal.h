// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/event.h"
#include "format/writer.h"

namespace masudi::format {

// Text made safe to print: control characters (which could steer a terminal) and line breaks become blanks, and runs of
// blanks become one.
std::string printable(std::string_view text);

// Columns that printable UTF-8 takes on a terminal: wide East Asian characters two, combining marks none.
int display_width(std::string_view text);

// Cut to `width` columns with "…" at the end, or filled up with blanks.
std::string fit(std::string_view text, int width);

enum class Tone { plain, strong, faint, good, better, tense, bad };

// The text in the tone's colour, where the style has colours.
std::string paint(std::string_view text, Tone tone, const Style& style);
Tone tone_of(const Event& event);

}  // namespace masudi::format
