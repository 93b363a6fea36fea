// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "read/html_tree.h"

namespace masudi::read {

// The main text of a page; `title` is left out where it stands as a heading. Empty where there is none.
std::string page_text(const GumboNode& root, std::string_view title);

}  // namespace masudi::read
