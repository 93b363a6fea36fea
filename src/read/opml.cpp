// SPDX-License-Identifier: Apache-2.0
#include "read/opml.h"

#include <fmt/format.h>

#include "read/charset.h"
#include "read/xml_tree.h"

namespace masudi::read {
namespace {

void collect(const XmlNode& node, std::vector<Subscription>& out) {
  if (node.name == "outline") {
    std::string_view url = node.attribute("xmlUrl");
    if (url.empty()) url = node.attribute("xmlurl");
    std::string_view title = node.attribute("title");
    if (title.empty()) title = node.attribute("text");
    if (!url.empty()) out.push_back({std::string(url), std::string(title)});
  }
  for (const XmlNode& child : node.children) collect(child, out);
}

}  // namespace

Result<std::vector<Subscription>> read_opml(std::string bytes) {
  std::vector<std::string> warnings;
  auto tree = parse_xml(to_utf8(std::move(bytes), "", "the list", warnings));
  if (!tree) return fail(fmt::format("this is no OPML: {}", tree.error().message));
  if (tree->root.name != "opml") return fail(fmt::format("this is no OPML, but <{}>", tree->root.name));
  if (!tree->problem.empty()) return fail(tree->problem);
  std::vector<Subscription> out;
  collect(tree->root, out);
  return out;
}

}  // namespace masudi::read
