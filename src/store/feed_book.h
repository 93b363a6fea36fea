// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace masudi::store {

enum class FeedKind : std::uint8_t { feed, folder };

// A feed or folder that is watched. Times are seconds since 1970-01-01T00:00Z.
struct FeedRow {
  std::int64_t feed = 0;  // feed_id
  std::string url;        // address, or absolute path
  FeedKind kind = FeedKind::feed;
  std::string name;                   // of the outlet, as the person gave it; may be empty
  std::string title;                  // as the feed gives it
  std::optional<std::int64_t> every;  // seconds between two looks, where the person said so
  std::string etag, last_modified;    // of the last answer
  std::int64_t due = 0;               // when it is to be looked at next
  std::optional<std::int64_t> last_tried, last_good;
  std::int64_t failures = 0;  // one after the other
  std::string problem;        // why the last look failed, or what was wrong; empty: all was well
  bool is_gone = false;       // the server says that it is gone for good; not looked at any more
};

// What became of an item of a feed, or of a file in a folder.
enum class ItemOutcome : std::uint8_t {
  stored,     // its document is in the store
  other,      // in another language than English, and set aside
  duplicate,  // the same text as another item of the feed
  failed,     // it could not be fetched or read; tried again a few times
};

struct FeedItemRow {
  std::string key;                        // guid, else address, else hash of what it says; name of a file
  std::int64_t seen_hash = 0;             // of the item as the feed gave it: other, and it is taken again
  std::optional<std::int64_t> text_hash;  // of title and text of its document
  ItemOutcome outcome = ItemOutcome::stored;
  std::string document;  // id; empty where there is none
  std::string problem;   // why it failed
  std::int64_t tries = 1;
  std::int64_t seen = 0;  // when it was last taken
};

// How many items of a feed had which outcome.
struct FeedCounts {
  std::int64_t stored = 0, other = 0, duplicate = 0, failed = 0;
};

// The tables of feeds. Reads and writes inside the caller's transaction where there is one. Must not outlive the store;
// one thread at a time.
class FeedBook {
 public:
  explicit FeedBook(Store& store) : connection_(&store.connection()) {}

  // False: it is there already, and nothing was changed but its name and pace, where these are given.
  Result<bool> add(const FeedRow& feed);
  // By address or number, with all that is known of its items; its documents stay. False: there is none.
  Result<bool> remove(const std::string& url_or_number);

  Result<std::vector<FeedRow>> all() const;
  Result<std::vector<FeedRow>> due(std::int64_t now) const;   // in the order they were added
  Result<std::optional<std::int64_t>> next_due() const;       // none: there is nothing to look at
  Result<std::map<std::int64_t, FeedCounts>> counts() const;  // by feed_id; without feeds that have no items
  Result<std::optional<FeedItemRow>> item(std::int64_t feed, const std::string& key) const;
  // Whether another item of the feed has this text.
  Result<bool> has_text(std::int64_t feed, std::int64_t text_hash, const std::string& but_key) const;

  // Whether another item of the feed is this document.
  Result<bool> has_document(std::int64_t feed, const std::string& document, const std::string& but_key) const;
  // Whether another feed has brought this document.
  Result<bool> is_elsewhere(const std::string& document, std::int64_t but_feed) const;

  Result<void> update(const FeedRow& feed);  // all but address, kind, name and pace
  Result<void> put(std::int64_t feed, const FeedItemRow& item);

 private:
  Result<std::vector<FeedRow>> select(const std::string& condition) const;

  Connection* connection_;
};

}  // namespace masudi::store
