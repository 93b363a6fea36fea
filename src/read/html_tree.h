// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace masudi::read {

// A page as a tree, read as browsers read it (libgumbo), however broken it is. Move-only; nodes live as long as it.
// What makes the tree many times larger than the page is refused.
class HtmlTree {
 public:
  // `html`: UTF-8.
  static Result<HtmlTree> parse(std::string html);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const GumboNode& root() const;

  // A tree may be as deep as the page is long; whoever walks it by recursion stops here.
  static constexpr int kDeepest = 400;

 private:
  class Arena;
  HtmlTree(std::string html, std::unique_ptr<Arena> arena, const GumboOutput* output);

  std::unique_ptr<std::string> html_;
  std::unique_ptr<Arena> arena_;
  const GumboOutput* output_;
};

inline bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}
inline bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}
inline GumboTag tag_of(const GumboNode& node) { return is_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN; }
// The value of an attribute; empty where there is none.
std::string_view attribute(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);

// Calls `look` at every element in the order of the page; what it gives says whether to go into it.
template <class Look>
void each_element(const GumboNode& node, const Look& look, int depth = 0) {
  if (!is_element(node) || depth > HtmlTree::kDeepest || !look(node)) return;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    each_element(*static_cast<const GumboNode*>(children.data[i]), look, depth + 1);
  }
}

// All text below a node, blanks collapsed.
std::string text_below(const GumboNode& node);

}  // namespace masudi::read
