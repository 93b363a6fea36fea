// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace masudi::format {

// UTF-8 text for the content of an XML element or attribute: markup is escaped, and what XML 1.0 does not allow at all
// (control characters, U+FFFE, U+FFFF) becomes a blank.
std::string xml_escaped(std::string_view text);

}  // namespace masudi::format
