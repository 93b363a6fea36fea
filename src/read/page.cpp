// SPDX-License-Identifier: Apache-2.0
#include "read/page.h"

#include "read/charset.h"
#include "read/html_tree.h"
#include "read/page_facts.h"
#include "read/page_text.h"

namespace masudi::read {
namespace {

// Other kinds of file have a telling beginning.
bool is_no_page(std::string_view bytes) {
  for (const std::string_view start : {"%PDF", "\x89PNG", "GIF8", "\xFF\xD8\xFF", "PK\x03\x04", "\x1F\x8B"}) {
    if (bytes.starts_with(start)) return true;
  }
  return false;
}

}  // namespace

Result<Page> read_page(std::string bytes, std::string_view content_type, std::vector<std::string>& warnings) {
  if (is_no_page(bytes)) return fail("this is no web page, but a file of another kind");
  const auto tree = HtmlTree::parse(to_utf8(std::move(bytes), content_type, "the page", warnings));
  if (!tree) return tl::make_unexpected(tree.error());
  Page page = page_facts(tree->root());
  page.text = page_text(tree->root(), page.title);
  return page;
}

}  // namespace masudi::read
