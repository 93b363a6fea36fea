// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/html_tree.h"
#include "read/page.h"

namespace masudi::read {

// What a page says about itself: in JSON-LD, then in <meta>, then in microdata and in what readers see.
Page page_facts(const GumboNode& root);

// From one script of JSON-LD. What is set already stays.
void take_json_ld(const std::string& json, Page& page);

}  // namespace masudi::read
