// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace masudi::format {

// How a followed feed or folder does. Times are seconds since 1970-01-01T00:00Z.
struct FeedStatus {
  std::int64_t number = 0;
  std::string kind;     // feed, folder
  std::string name;     // of the outlet, else the feed's own title; may be empty
  std::string address;  // as it may be shown
  std::string state;    // new, good, failed, gone
  std::optional<std::int64_t> last_tried, last_good, due;
  std::int64_t failures = 0;                                               // one after the other
  std::string problem;                                                     // why it failed, or what was mended
  std::int64_t stored = 0, other_language = 0, duplicate = 0, failed = 0;  // items
};

// {"feeds": [{"number", "kind", "name", "address", "state", "last_tried", "last_good", "due", "failures", "problem",
// "items": {"stored", "other_language", "duplicate", "failed"}}]}; times as 2024-03-01T12:00:00Z, null where there is
// none.
std::string feeds_json(std::span<const FeedStatus> feeds);

// An address without its question, which may hold a key: "https://news.example/feed?…". Of a folder its last name
// alone.
std::string shown_address(std::string_view address);

}  // namespace masudi::format
