// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/html_tree.h"

namespace masudi::read {

// Elements that hold the article itself, or its heading: never furniture, whatever their class says.
bool holds_article(const GumboNode& node);

// Navigation, advertisements, captions, comments, boxes about cookies and newsletters, bylines, things that are hidden:
// what stands on a page beside the article. Judged by the tag, the role, and the words of class and id.
bool is_furniture(const GumboNode& node);

// A line of its own that is no part of the text: "Advertisement", "Share this article", "Read more: …".
bool is_furniture_line(std::string_view text);

}  // namespace masudi::read
