// SPDX-License-Identifier: Apache-2.0
#include "read/page_furniture.h"

#include <algorithm>
#include <array>

namespace masudi::read {
namespace {

// Sorted, for binary search. Words of class and id, as they come between "-", "_", blanks and capital letters.
constexpr std::array kWords = {"ad",
                               "ads",
                               "advert",
                               "advertisement",
                               "advertising",
                               "aside",
                               "author",
                               "banner",
                               "bio",
                               "breadcrumb",
                               "breadcrumbs",
                               "byline",
                               "caption",
                               "captions",
                               "comment",
                               "comments",
                               "consent",
                               "cookie",
                               "cookies",
                               "copyright",
                               "credit",
                               "credits",
                               "disqus",
                               "donate",
                               "footer",
                               "footnotes",
                               "gdpr",
                               "hidden",
                               "login",
                               "masthead",
                               "menu",
                               "modal",
                               "more",
                               "nav",
                               "navbar",
                               "navigation",
                               "newsletter",
                               "outbrain",
                               "overlay",
                               "pagination",
                               "paywall",
                               "popular",
                               "popup",
                               "privacy",
                               "promo",
                               "promotion",
                               "published",
                               "rail",
                               "recommend",
                               "recommended",
                               "recommendations",
                               "related",
                               "share",
                               "sharing",
                               "sidebar",
                               "signin",
                               "signup",
                               "skip",
                               "social",
                               "sponsor",
                               "sponsored",
                               "subscribe",
                               "subscription",
                               "syndication",
                               "taboola",
                               "tags",
                               "teaser",
                               "teasers",
                               "timestamp",
                               "toolbar",
                               "trending",
                               "widget"};

constexpr std::array kRoles = {"alert", "alertdialog", "banner",     "complementary", "contentinfo", "dialog",
                               "form",  "menu",        "navigation", "search",        "tablist",     "toolbar"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<const char*, N>& list) {
  return std::any_of(list.begin(), list.end(), [&](const char* one) { return word == one; });
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Whether a word of a class or id is on the list: "related-links", "articleComments".
bool has_furniture_word(std::string_view names) {
  std::string word;
  for (std::size_t at = 0; at <= names.size(); ++at) {
    const char c = at < names.size() ? names[at] : ' ';
    const bool starts_anew = is_capital(c) && at > 0 && !is_capital(names[at - 1]);
    const bool is_letter = (c >= 'a' && c <= 'z') || is_capital(c) || (c >= '0' && c <= '9');
    if (!is_letter || starts_anew) {
      if (is_one_of(word, kWords)) return true;
      word.clear();
    }
    if (is_letter) word += static_cast<char>(is_capital(c) ? c | 0x20 : c);
  }
  return false;
}

bool is_furniture_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_H1: return true;
    default: return false;
  }
}

bool is_hidden(const GumboNode& node) {
  std::string style(attribute(node, "style"));
  std::erase(style, ' ');
  return has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true" ||
         style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_body_of_article(const GumboNode& node) {
  return attribute(node, "itemprop").find("articleBody") != std::string_view::npos;
}

}  // namespace

bool holds_article(const GumboNode& node) {
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || is_body_of_article(node)) return true;
  if (tag == GUMBO_TAG_H1) return false;
  bool found = false;
  each_element(node, [&](const GumboNode& below) {
    found = found || tag_of(below) == GUMBO_TAG_H1 || tag_of(below) == GUMBO_TAG_MAIN || is_body_of_article(below);
    return !found;
  });
  return found;
}

bool is_furniture(const GumboNode& node) {
  if (is_hidden(node)) return true;
  const bool looks_so = is_furniture_tag(tag_of(node)) || is_one_of(attribute(node, "role"), kRoles) ||
                        has_furniture_word(attribute(node, "class")) || has_furniture_word(attribute(node, "id"));
  return looks_so && !holds_article(node);
}

bool is_furniture_line(std::string_view text) {
  constexpr std::size_t kLongest = 160;
  if (text.size() > kLongest) return false;
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const std::string_view whole :
       {"advertisement", "advertising", "share", "share this", "share this article", "print", "email", "comments",
        "save", "listen", "loading...", "sponsored", "read more"}) {
    if (low == whole) return true;
  }
  for (const std::string_view start : {"read more:", "read also:", "read also ", "related:", "see also:", "also read:",
                                       "more on this story", "sign up ", "subscribe ", "click here", "follow us",
                                       "continue reading", "©", "copyright ©", "all rights reserved"}) {
    if (low.starts_with(start)) return true;
  }
  return false;
}

}  // namespace masudi::read
