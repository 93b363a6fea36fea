// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace masudi::read {

// An element, or (with an empty name) a piece of text. Names are kept as written, with their prefix.
struct XmlNode {
  std::string name;
  std::string text;  // of a piece of text
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlNode> children;

  bool is_text() const { return name.empty(); }
  std::string_view prefix() const;      // "dc" of "dc:date"
  std::string_view local_name() const;  // "date"
  // The value of an attribute, empty where there is none.
  std::string_view attribute(std::string_view wanted) const;
  // The text below, tags left out, blanks at the ends cut off.
  std::string all_text() const;
  // What is below, as HTML.
  std::string inner_markup() const;
};

// A document as far as it could be read.
struct XmlTree {
  XmlNode root;
  std::string problem;  // empty: it was read to the end without mending
};

// Reads XML (expat). What people get wrong is mended: bare "&", control characters, entities of HTML. A document that
// breaks off or goes wrong in the middle is given as far as it goes. Fails where not even one element was begun, where
// a document declares entities that could blow it up, and where it is deeper or richer than any feed.
Result<XmlTree> parse_xml(const std::string& utf8);

}  // namespace masudi::read
