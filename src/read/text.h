// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "read/record.h"

namespace masudi::read {

// Makes a document of a plain text: "date 2023-11-06" may lead it, before or on its first line, and is taken off.
// `where` names the text in messages. The document's text begins with the first character that is not blank.
Record text_document(std::string bytes, std::string_view where, const Options& options);

// Mends text that is not UTF-8 or holds NUL, and says so in `warnings`.
void mend_text(std::string& text, std::string_view where, std::vector<std::string>& warnings);

}  // namespace masudi::read
