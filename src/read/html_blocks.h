// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "read/html_tree.h"

namespace masudi::read {

// A paragraph, heading, list item or row of a table: what a browser sets apart. A row of a table that only lays out the
// page is no row.
struct Block {
  std::string text;            // blanks collapsed
  std::size_t link_bytes = 0;  // how much of it is links
  bool is_heading = false;
  bool has_time = false;               // an element <time> stands in it
  const GumboNode* element = nullptr;  // that it stands in

  bool is_mostly_links() const { return link_bytes * 2 > text.size(); }
};

// The blocks below a node in the order of the page, without scripts and the like, and without what `leave_out` says.
std::vector<Block> blocks_below(const GumboNode& node, const std::function<bool(const GumboNode&)>& leave_out);

// The text of a piece of HTML, such as a feed carries; blank lines part its blocks. Plain text comes out as it is, with
// entities resolved and blanks collapsed.
std::string html_text(const std::string& html);

}  // namespace masudi::read
