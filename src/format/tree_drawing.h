// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/analysis.h"
#include "format/writer.h"

namespace masudi::format {

// Draws the dependency tree of a sentence, one token a line under its head, in the order of the text.
void draw_tree(const Analysis& analysis, const Sentence& sentence, std::string_view text, std::string_view indent,
               const Style& style, std::string& out);

}  // namespace masudi::format
