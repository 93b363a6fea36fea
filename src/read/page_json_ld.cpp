// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "read/html_blocks.h"
#include "read/page_facts.h"

namespace masudi::read {
namespace {

using Json = nlohmann::json;

const Json& member(const Json& object, const char* name) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto at = object.find(name);
  return at != object.end() ? *at : kNothing;
}

std::string text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_array() && !value.empty() && value[0].is_string() ? value[0].get<std::string>() : "";
}

// A thing is named by its "name", or is its name.
std::string name_of(const Json& thing) {
  const std::string own = text(thing);
  return own.empty() ? text(member(thing, "name")) : own;
}

bool is_article(const Json& object) {
  const auto tells = [](const Json& type) {
    const std::string name = text(type);
    return name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
  };
  const Json& type = member(object, "@type");
  if (!type.is_array()) return tells(type);
  return std::any_of(type.begin(), type.end(), tells);
}

void take_authors(const Json& authors, Page& page) {
  if (!page.authors.empty()) return;
  const auto add = [&](const Json& author) {
    const std::string name = html_text(name_of(author));
    if (!name.empty() && !name.starts_with("http")) page.authors.push_back(name);
  };
  if (!authors.is_array()) return add(authors);
  for (const Json& author : authors) add(author);
}

void take_article(const Json& article, Page& page) {
  if (page.title.empty()) page.title = html_text(text(member(article, "headline")));
  if (!page.published) page.published = parse_moment(text(member(article, "datePublished")));
  if (!page.updated) page.updated = parse_moment(text(member(article, "dateModified")));
  if (page.language.empty()) page.language = name_of(member(article, "inLanguage"));
  if (page.site.empty()) page.site = html_text(name_of(member(article, "publisher")));
  take_authors(member(article, "author"), page);
  const Json& free = member(article, "isAccessibleForFree");
  if (free.is_boolean() ? !free.get<bool>() : text(free) == "False" || text(free) == "false") page.is_partial = true;
}

// The first article at this level, or in lists and graphs not far below.
const Json* find_article(const Json& json, int depth) {
  constexpr int kDeepest = 4;
  if (depth > kDeepest) return nullptr;
  if (json.is_array()) {
    for (const Json& one : json) {
      if (const Json* found = find_article(one, depth + 1)) return found;
    }
    return nullptr;
  }
  if (is_article(json)) return &json;
  for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    if (const Json* found = find_article(member(json, name), depth + 1)) return found;
  }
  return nullptr;
}

}  // namespace

void take_json_ld(const std::string& json, Page& page) {
  const Json read = Json::parse(json, nullptr, /*allow_exceptions=*/false, /*ignore_comments=*/true);
  if (read.is_discarded()) return;
  if (const Json* article = find_article(read, 0)) take_article(*article, page);
}

}  // namespace masudi::read
