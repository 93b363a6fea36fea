// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "document/document.h"
#include "read/feed.h"
#include "read/page.h"

namespace masudi::feed {

// What is known where a document is made of an item.
struct ArticleContext {
  std::string outlet;  // as the person named it; may be empty
  std::string feed_title;
  std::string feed_language;
  std::int64_t now = 0;  // seconds since 1970-01-01T00:00Z
};

// The item's name within its feed: its guid, else its link, else what it says.
std::string item_key(const read::FeedItem& item);
// Tells one state of an item from another.
std::int64_t item_hash(const read::FeedItem& item);

// Whether the feed gives the whole text, so that the page need not be fetched.
bool is_whole(const read::FeedItem& item);

// The address without what only counts readers ("utm_source=…").
std::string without_tracking(const std::string& url);

// Makes a document of an item and, where it was fetched, its page. `link`: the item's link, resolved; may be empty. The
// text is the longer one of page and feed; empty where neither has any. The document's day is that of the item's date,
// as written; else the page's; else today. A day that is not yet, or before there were feeds, is none.
Document make_document(const read::FeedItem& item, const std::optional<read::Page>& page, const std::string& link,
                       const ArticleContext& context);

// The language that feed or page say the text has.
std::string declared_language(const read::FeedItem& item, const std::optional<read::Page>& page,
                              const ArticleContext& context);

}  // namespace masudi::feed
