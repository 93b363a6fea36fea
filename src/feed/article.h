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
  std::int64_t now = 0;   // seconds since 1970-01-01T00:00Z
  std::string feed = {};  // its address, under which a guid that is no address itself is known
  bool by_guid = false;   // the document is named by the guid, for the link is another item's too
};

// The item's name within its feed: its guid, else its link, else what it says.
std::string item_key(const read::FeedItem& item);
// Whether the guid is the link, perhaps with a mark behind it ("https://news.example/1#3"), as feeds write that give an
// article another guid when it changes. Other guids tell items with one link apart.
bool names_link(const std::string& guid, const std::string& link);
// Tells one state of an item from another.
std::int64_t item_hash(const read::FeedItem& item);

// Whether the feed gives the whole text, so that the page need not be fetched.
bool is_whole(const read::FeedItem& item);

// The address without what only counts readers ("utm_source=…").
std::string without_tracking(const std::string& url);

// Makes a document of an item and, where it was fetched, its page. `link`: the item's link, resolved; may be empty. The
// text is the longer one of page and feed; empty where neither has any. The document's day is that of the item's date,
// as written; else the page's; else today. A day that is not yet, or before there were feeds, is none. Its id is the
// link, else the guid.
Document make_document(const read::FeedItem& item, const std::optional<read::Page>& page, const std::string& link,
                       const ArticleContext& context);

// The language that feed or page say the text has.
std::string declared_language(const read::FeedItem& item, const std::optional<read::Page>& page,
                              const ArticleContext& context);

}  // namespace masudi::feed
