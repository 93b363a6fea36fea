// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "document/event.h"
#include "format/writer.h"

namespace masudi::format {

// "story-7 · 2023-11-06".
void write_document_line(const Document& document, const Style& style, std::string& out);
// One event on a line of its own, led by a mark such as "+" or "-".
void write_change(char mark, const Event& event, std::string_view text, const Style& style, std::string& out);

}  // namespace masudi::format
