// SPDX-License-Identifier: Apache-2.0
#include "read/feed.h"

#include <fmt/format.h>

#include "read/charset.h"
#include "read/feed_forms.h"

namespace masudi::read {
namespace {

std::string lower_start(std::string_view text) {
  constexpr std::size_t kStart = 200;
  std::string out(text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size())).substr(0, kStart));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

Result<Feed> xml_feed(const std::string& text) {
  auto tree = parse_xml(text);
  if (!tree) return fail(fmt::format("this is no feed: {}", tree.error().message));
  const std::string_view name = tree->root.local_name();
  Result<Feed> feed = name == "rss" || name == "RDF" ? rss_feed(tree->root)
                      : name == "feed"               ? atom_feed(tree->root)
                      : name == "html" ? Result<Feed>(fail("this is a web page, not a feed; look on it for the address "
                                                           "of its feed"))
                                       : Result<Feed>(fail(fmt::format("this is XML, but no feed (<{}>)", name)));
  if (feed && !tree->problem.empty()) feed->problems.push_back(tree->problem);
  if (feed && feed->items.empty() && !tree->problem.empty()) return fail(tree->problem);
  return feed;
}

}  // namespace

Result<Feed> read_feed(std::string bytes, std::string_view content_type) {
  std::vector<std::string> warnings;
  const std::string text = to_utf8(std::move(bytes), content_type, "the feed", warnings);
  const std::string start = lower_start(text);
  if (start.empty()) return fail("the answer is empty");
  if (start.starts_with("<!doctype html") || start.starts_with("<html")) {
    return fail("this is a web page, not a feed; look on it for the address of its feed");
  }
  auto feed = start.front() == '{' ? json_feed(text) : xml_feed(text);
  if (!feed) return feed;
  if (feed->items.size() > Feed::kMostItems) {
    feed->problems.push_back(
        fmt::format("it has {} items; the first {} were read", feed->items.size(), Feed::kMostItems));
    feed->items.resize(Feed::kMostItems);
  }
  feed->problems.insert(feed->problems.end(), warnings.begin(), warnings.end());
  return feed;
}

}  // namespace masudi::read
