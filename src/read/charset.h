// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace masudi::read {

// Turns the bytes of a page or feed into well-formed UTF-8 without NUL. Bytes that are UTF-8 and more than ASCII are
// taken as that, whatever is said of them, for servers often say what they do not mean. Else the charset is, in this
// order: that of a byte order mark, that of `content_type` (an HTTP header; may be empty), that of the XML declaration
// or <meta> in the first two kilobytes, and Windows-1252. `where` names the text in `warnings`.
std::string to_utf8(std::string bytes, std::string_view content_type, std::string_view where,
                    std::vector<std::string>& warnings);

}  // namespace masudi::read
