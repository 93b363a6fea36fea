// SPDX-License-Identifier: Apache-2.0
#include "read/page_facts.h"

#include <algorithm>

#include "read/html_blocks.h"

namespace masudi::read {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

bool has_word(std::string_view list, std::string_view word) {
  const std::string low = " " + lower(list) + " ";
  return low.find(" " + std::string(word) + " ") != std::string::npos;
}

// By "A. Writer and B. Other" are meant two.
void split_names(std::string names, std::vector<std::string>& out) {
  if (lower(names).starts_with("by ")) names.erase(0, 3);
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t comma = names.find(", ", at), both = names.find(" and ", at);
    const std::size_t end = std::min({comma, both, names.size()});
    if (end > at) out.push_back(names.substr(at, end - at));
    at = end + (end == comma ? 2 : 5);
  }
}

// Names of <meta> for one fact, the best first.
constexpr std::string_view kTitle[] = {"og:title", "twitter:title", "dc.title", "parsely-title", "headline"};
constexpr std::string_view kPublished[] = {"article:published_time",
                                           "og:article:published_time",
                                           "datepublished",
                                           "parsely-pub-date",
                                           "pubdate",
                                           "publishdate",
                                           "publish-date",
                                           "dc.date.issued",
                                           "dcterms.issued",
                                           "dcterms.created",
                                           "dc.date",
                                           "sailthru.date",
                                           "article.published",
                                           "cxenseparse:recs:publishtime",
                                           "date"};
constexpr std::string_view kUpdated[] = {"article:modified_time", "og:updated_time", "datemodified", "last-modified",
                                         "dcterms.modified"};
constexpr std::string_view kAuthor[] = {"author", "article:author", "dc.creator", "parsely-author", "byl"};
constexpr std::string_view kSite[] = {"og:site_name", "application-name", "dc.publisher"};
constexpr std::string_view kLanguage[] = {"content-language", "dc.language", "og:locale", "inlanguage"};

class Facts {
 public:
  explicit Facts(Page& page) : page_(page) {}

  void look_at(const GumboNode& root) {
    each_element(root, [&](const GumboNode& node) { return visit(node); });
    settle();
  }

 private:
  bool visit(const GumboNode& node) {
    switch (tag_of(node)) {
      case GUMBO_TAG_HTML: html_language_ = attribute(node, "lang"); break;
      case GUMBO_TAG_META: take_meta(node); break;
      case GUMBO_TAG_LINK: take_link(node); break;
      case GUMBO_TAG_TITLE:
        if (document_title_.empty()) document_title_ = text_below(node);
        break;
      case GUMBO_TAG_SCRIPT:
        if (lower(attribute(node, "type")) == "application/ld+json") take_json_ld(text_below(node), page_);
        return false;
      case GUMBO_TAG_H1:
        if (heading_.empty()) heading_ = text_below(node);
        break;
      case GUMBO_TAG_TIME: take_time(node); break;
      default: break;
    }
    take_microdata(node);
    return true;
  }

  void take_meta(const GumboNode& node) {
    std::string_view name = attribute(node, "property");
    for (const char* other : {"name", "itemprop", "http-equiv"}) {
      if (name.empty()) name = attribute(node, other);
    }
    const std::string_view content = attribute(node, "content");
    if (!name.empty() && !content.empty()) metas_.emplace_back(lower(name), content);
  }

  void take_link(const GumboNode& node) {
    const std::string_view rel = attribute(node, "rel"), type = attribute(node, "type");
    if (has_word(rel, "canonical") && page_.link.empty()) page_.link = attribute(node, "href");
    const bool is_feed = type.ends_with("rss+xml") || type.ends_with("atom+xml") || type.ends_with("feed+json");
    if (has_word(rel, "alternate") && is_feed && page_.feed.empty()) page_.feed = attribute(node, "href");
  }

  void take_time(const GumboNode& node) {
    const std::string_view written = attribute(node, "datetime");
    const auto moment = parse_moment(written.empty() ? text_below(node) : written);
    if (!moment) return;
    const bool is_published = has_attribute(node, "pubdate") || has_word(attribute(node, "itemprop"), "datepublished");
    if (is_published && !marked_time_) marked_time_ = moment;
    if (!first_time_) first_time_ = moment;
  }

  void take_microdata(const GumboNode& node) {
    const std::string_view property = attribute(node, "itemprop");
    if (has_word(property, "datepublished") && !marked_time_ && tag_of(node) != GUMBO_TAG_META) {
      const std::string_view content = attribute(node, "content");
      marked_time_ = parse_moment(content.empty() ? text_below(node) : content);
    }
    const bool is_author = has_word(property, "author") || has_word(attribute(node, "rel"), "author") ||
                           has_word(attribute(node, "class"), "byline") || has_word(attribute(node, "class"), "author");
    if (is_author && byline_.empty() && tag_of(node) != GUMBO_TAG_META && tag_of(node) != GUMBO_TAG_LINK) {
      constexpr std::size_t kLongest = 120;
      std::string name = text_below(node);
      if (name.size() <= kLongest) byline_ = std::move(name);
    }
  }

  template <std::size_t N>
  std::string meta(const std::string_view (&names)[N]) const {
    for (const std::string_view name : names) {
      for (const auto& [key, value] : metas_) {
        if (key == name) return value;
      }
    }
    return {};
  }

  template <std::size_t N>
  std::optional<Moment> meta_time(const std::string_view (&names)[N]) const {
    for (const std::string_view name : names) {
      for (const auto& [key, value] : metas_) {
        if (key != name) continue;
        if (const auto moment = parse_moment(value)) return moment;
      }
    }
    return std::nullopt;
  }

  // "Title - Outlet", "Title | Outlet": the longest part is the title.
  static std::string without_site(const std::string& title) {
    std::string best;
    for (std::size_t at = 0; at <= title.size();) {
      std::size_t end = title.size(), next = title.size() + 1;
      for (const std::string_view bar : {" | ", " - ", " – ", " — ", " :: "}) {
        const std::size_t found = title.find(bar, at);
        if (found < end) end = found, next = found + bar.size();
      }
      if (end - at > best.size()) best = title.substr(at, end - at);
      at = next;
    }
    return best;
  }

  void settle() {
    if (page_.title.empty()) page_.title = html_text(meta(kTitle));
    if (page_.title.empty()) page_.title = heading_;
    if (page_.title.empty()) page_.title = without_site(document_title_);
    if (!page_.published) page_.published = meta_time(kPublished);
    if (!page_.published) page_.published = marked_time_;
    if (!page_.published) page_.published = first_time_;
    if (!page_.updated) page_.updated = meta_time(kUpdated);
    if (page_.site.empty()) page_.site = html_text(meta(kSite));
    if (!html_language_.empty()) page_.language = html_language_;
    if (page_.language.empty()) page_.language = meta(kLanguage);
    std::replace(page_.language.begin(), page_.language.end(), '_', '-');
    if (page_.authors.empty()) {
      std::string names = meta(kAuthor);
      if (names.empty() || names.starts_with("http")) names = byline_;
      split_names(html_text(names), page_.authors);
    }
  }

  Page& page_;
  std::vector<std::pair<std::string, std::string>> metas_;
  std::string html_language_, document_title_, heading_, byline_;
  std::optional<Moment> marked_time_, first_time_;
};

}  // namespace

Page page_facts(const GumboNode& root) {
  Page page;
  Facts(page).look_at(root);
  return page;
}

}  // namespace masudi::read
