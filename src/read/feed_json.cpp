// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "read/feed_forms.h"
#include "read/html_blocks.h"

namespace masudi::read {
namespace {

using Json = nlohmann::json;

const Json& member(const Json& object, const char* name) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto at = object.find(name);
  return at != object.end() ? *at : kNothing;
}

// Identifiers are sometimes numbers.
std::string text(const Json& object, const char* name) {
  const Json& value = member(object, name);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_integer() ? value.dump() : "";
}

std::optional<Moment> moment(const Json& object, const char* name) {
  const std::string written = text(object, name);
  return written.empty() ? std::nullopt : parse_moment(written);
}

void add_authors(const Json& object, std::vector<std::string>& authors) {
  const auto add = [&](const Json& author) {
    if (const std::string name = text(author, "name"); !name.empty()) authors.push_back(name);
  };
  for (const Json& author : member(object, "authors")) add(author);
  if (authors.empty()) add(member(object, "author"));
}

FeedItem json_item(const Json& object) {
  FeedItem item;
  item.id = text(object, "id");
  item.link = text(object, "url");
  if (item.link.empty()) item.link = text(object, "external_url");
  item.title = text(object, "title");
  item.summary = text(object, "summary");
  item.content = text(object, "content_text");
  if (const std::string html = text(object, "content_html"); !html.empty()) item.content = html_text(html);
  item.published = moment(object, "date_published");
  item.updated = moment(object, "date_modified");
  if (!item.published) item.published = item.updated;
  item.language = text(object, "language");
  add_authors(object, item.authors);
  return item;
}

// Deeper lists and objects than those of any feed are left out.
bool is_shallow(int depth, Json::parse_event_t, Json&) {
  constexpr int kDeepest = 20;
  return depth < kDeepest;
}

}  // namespace

Result<Feed> json_feed(const std::string& utf8) {
  const Json json = Json::parse(utf8, is_shallow, /*allow_exceptions=*/false);
  if (json.is_discarded()) return fail("its JSON is broken");
  const Json& items = member(json, "items");
  if (!items.is_array()) return fail("this is JSON, but no feed: it has no list of items");
  Feed feed;
  feed.kind = "JSON Feed";
  feed.title = text(json, "title");
  feed.link = text(json, "home_page_url");
  feed.language = text(json, "language");
  std::vector<std::string> authors;
  add_authors(json, authors);
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (!items[at].is_object()) {
      feed.problems.push_back(fmt::format("item {} is no object", at + 1));
      continue;
    }
    feed.items.push_back(json_item(items[at]));
    if (feed.items.back().authors.empty()) feed.items.back().authors = authors;
  }
  return feed;
}

}  // namespace masudi::read
