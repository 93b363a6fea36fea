// SPDX-License-Identifier: Apache-2.0
#include "read/feed_forms.h"
#include "read/html_blocks.h"

namespace masudi::read {
namespace {

// The text of a construct that can be plain text, escaped HTML or XHTML.
std::string text_of(const XmlNode& node) {
  const std::string_view type = node.attribute("type");
  if (type == "xhtml" || type == "application/xhtml+xml") return html_text(node.inner_markup());
  const bool is_plain = type.empty() || type == "text" || type == "text/plain";
  return is_plain && node.attribute("mode") != "escaped" ? node.all_text() : html_text(node.all_text());
}

// How well a link serves as that of the article; 0: not at all.
int fitness(const XmlNode& link) {
  const std::string_view rel = link.attribute("rel"), type = link.attribute("type");
  if (link.attribute("href").empty() || !(rel.empty() || rel == "alternate")) return 0;
  return type.empty() || type == "text/html" || type == "application/xhtml+xml" ? 2 : 1;
}

void take_link(const XmlNode& node, std::string& link, int& best) {
  if (fitness(node) <= best) return;
  best = fitness(node);
  link = node.attribute("href");
}

std::string name_of(const XmlNode& author) {
  for (const XmlNode& child : author.children) {
    if (child.local_name() == "name") return child.all_text();
  }
  return {};
}

FeedItem atom_item(const XmlNode& node, std::string_view base, const std::vector<std::string>& authors) {
  FeedItem item;
  item.base = node.attribute("xml:base").empty() ? base : node.attribute("xml:base");
  item.language = node.attribute("xml:lang");
  int best = 0;
  for (const XmlNode& child : node.children) {
    if (child.is_text() || child.prefix() != node.prefix()) continue;
    const std::string_view name = child.local_name();
    if (name == "id") item.id = child.all_text();
    if (name == "title") item.title = text_of(child);
    if (name == "link") take_link(child, item.link, best);
    if (name == "summary") item.summary = text_of(child);
    if (name == "content" && child.attribute("src").empty()) item.content = text_of(child);
    if (name == "published" || name == "issued" || (name == "created" && !item.published)) {
      item.published = parse_moment(child.all_text());
    }
    if (name == "updated" || name == "modified") item.updated = parse_moment(child.all_text());
    if (name == "author" && !name_of(child).empty()) item.authors.push_back(name_of(child));
  }
  if (item.authors.empty()) item.authors = authors;
  if (!item.published) item.published = item.updated;
  return item;
}

}  // namespace

Result<Feed> atom_feed(const XmlNode& root) {
  Feed feed;
  feed.kind = "Atom";
  feed.language = root.attribute("xml:lang");
  const std::string_view base = root.attribute("xml:base");
  std::vector<std::string> authors;
  int best = 0;
  for (const XmlNode& child : root.children) {
    if (child.is_text() || child.prefix() != root.prefix()) continue;
    const std::string_view name = child.local_name();
    if (name == "title") feed.title = text_of(child);
    if (name == "link") take_link(child, feed.link, best);
    if (name == "author" && !name_of(child).empty()) authors.push_back(name_of(child));
  }
  for (const XmlNode& child : root.children) {
    const bool is_entry = child.prefix() == root.prefix() && child.local_name() == "entry";
    if (is_entry) feed.items.push_back(atom_item(child, base, authors));
  }
  return feed;
}

}  // namespace masudi::read
