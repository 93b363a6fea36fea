// SPDX-License-Identifier: Apache-2.0
// Any bytes as a feed or as a list of feeds: what comes out must be UTF-8 and within bounds.
#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"
#include "read/feed.h"
#include "read/opml.h"

namespace {

using namespace masudi;

void check(std::string text) {
  if (utf8::sanitize(text) != 0) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto feed = read::read_feed(bytes, "");
  static_cast<void>(read::read_opml(bytes));
  if (!feed) return 0;
  if (feed->items.size() > read::Feed::kMostItems) std::abort();
  check(feed->title);
  for (const read::FeedItem& item : feed->items) {
    check(item.title), check(item.summary), check(item.content), check(item.link), check(item.id);
  }
  return 0;
}
