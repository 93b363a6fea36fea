// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/moment.h"

namespace masudi::read {

// An entry of a feed, as the feed gives it. All text is UTF-8; titles and names are plain text.
struct FeedItem {
  std::string id;    // guid or id; may be empty
  std::string link;  // perhaps relative to `base`
  std::string base;  // xml:base; empty: the address of the feed
  std::string title;
  std::string summary, content;  // plain text, blank lines part paragraphs
  std::vector<std::string> authors;
  std::optional<Moment> published, updated;
  std::string language;
};

struct Feed {
  std::string kind;   // "RSS 2.0", "RSS 1.0", "Atom", "JSON Feed"
  std::string title;  // of the outlet or its section
  std::string link;   // its page
  std::string language;
  std::optional<std::int64_t> seconds_between;  // it asks not to be fetched more often
  std::vector<FeedItem> items;                  // in its order, at most kMostItems
  std::vector<std::string> problems;            // what was wrong with it or with some item; the others are here

  static constexpr std::size_t kMostItems = 1000;
};

// Reads RSS (0.9x, 1.0, 2.0), Atom (0.3, 1.0) and JSON Feed. `content_type` is the header it came with, or empty. Items
// before the place where a broken feed breaks are given. Fails for what is no feed, and says what it is.
Result<Feed> read_feed(std::string bytes, std::string_view content_type);

}  // namespace masudi::read
