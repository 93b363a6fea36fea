// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <charconv>

#include "read/feed_forms.h"
#include "read/html_blocks.h"

namespace masudi::read {
namespace {

std::optional<std::int64_t> number(const std::string& digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  constexpr std::int64_t kLargest = 1'000'000;
  if (error != std::errc{} || end == digits.data() || value < 1 || value > kLargest) return std::nullopt;
  return value;
}

std::int64_t seconds_of(std::string_view period) {
  constexpr std::int64_t kDay = 86'400;
  if (period == "hourly") return 3600;
  if (period == "weekly") return 7 * kDay;
  if (period == "monthly") return 30 * kDay;
  return period == "yearly" ? 365 * kDay : kDay;
}

// "desk@news.example (A. Writer)" is A. Writer.
std::string person(std::string text) {
  const std::size_t open = text.find('('), close = text.rfind(')');
  if (text.find('@') != std::string::npos && open != std::string::npos && close > open) {
    return text.substr(open + 1, close - open - 1);
  }
  return text;
}

void add_author(std::string name, FeedItem& item) {
  if (name.empty() || std::find(item.authors.begin(), item.authors.end(), name) != item.authors.end()) return;
  item.authors.push_back(std::move(name));
}

void take_guid(const XmlNode& node, FeedItem& item) {
  item.id = node.all_text();
  const bool is_link = node.attribute("isPermaLink") != "false" && item.id.starts_with("http");
  if (is_link && item.link.empty()) item.link = item.id;
}

// Elements of RSS itself carry no prefix; those of other vocabularies are known by their usual one.
void take_own(const XmlNode& node, FeedItem& item) {
  const std::string_view name = node.name;
  if (name == "title") item.title = html_text(node.all_text());
  if (name == "link" && !node.all_text().empty()) item.link = node.all_text();
  if (name == "description") item.summary = html_text(node.all_text());
  if (name == "guid") take_guid(node, item);
  if (name == "pubDate" || name == "pubdate") item.published = parse_moment(node.all_text());
  if (name == "author") add_author(person(html_text(node.all_text())), item);
}

void take_other(const XmlNode& node, FeedItem& item) {
  const std::string_view name = node.name;
  if (name == "content:encoded") item.content = html_text(node.all_text());
  if (name == "dc:creator") add_author(html_text(node.all_text()), item);
  if (name == "dc:language") item.language = node.all_text();
  if (name == "dc:title" && item.title.empty()) item.title = html_text(node.all_text());
  if (name == "dc:description" && item.summary.empty()) item.summary = html_text(node.all_text());
  if (name == "feedburner:origLink") item.link = node.all_text();
  if (name == "dc:identifier" && item.id.empty()) item.id = node.all_text();
  const bool is_date =
      name == "dc:date" || name == "dcterms:issued" || name == "atom:published" || name == "a10:published";
  if (is_date && !item.published) item.published = parse_moment(node.all_text());
  if (name == "dcterms:modified" || name == "atom:updated" || name == "a10:updated") {
    item.updated = parse_moment(node.all_text());
  }
}

FeedItem rss_item(const XmlNode& node, std::string_view base) {
  FeedItem item;
  item.base = node.attribute("xml:base").empty() ? base : node.attribute("xml:base");
  item.id = node.attribute("rdf:about");
  for (const XmlNode& child : node.children) {
    if (child.is_text()) continue;
    child.prefix().empty() ? take_own(child, item) : take_other(child, item);
  }
  return item;
}

void take_channel(const XmlNode& channel, Feed& feed) {
  std::int64_t period = 0, frequency = 1;
  for (const XmlNode& child : channel.children) {
    const std::string_view name = child.name;
    if (name == "title") feed.title = html_text(child.all_text());
    if (name == "link" && !child.all_text().empty()) feed.link = child.all_text();
    if (name == "language" || name == "dc:language") feed.language = child.all_text();
    if (name == "sy:updatePeriod") period = seconds_of(child.all_text());
    if (name == "sy:updateFrequency") frequency = number(child.all_text()).value_or(1);
    if (name == "ttl") {
      if (const auto minutes = number(child.all_text())) feed.seconds_between = *minutes * 60;
    }
  }
  if (!feed.seconds_between && period > 0) feed.seconds_between = period / frequency;
}

void take_items(const XmlNode& parent, std::string_view base, Feed& feed) {
  for (const XmlNode& child : parent.children) {
    if (child.name == "item") feed.items.push_back(rss_item(child, base));
  }
}

}  // namespace

Result<Feed> rss_feed(const XmlNode& root) {
  Feed feed;
  feed.kind = root.local_name() == "RDF" ? "RSS 1.0" : fmt::format("RSS {}", root.attribute("version"));
  for (const XmlNode& child : root.children) {
    if (child.name != "channel") continue;
    take_channel(child, feed);
    const std::string_view base = child.attribute("xml:base");
    take_items(child, base.empty() ? root.attribute("xml:base") : base, feed);
  }
  take_items(root, root.attribute("xml:base"), feed);
  return feed;
}

}  // namespace masudi::read
