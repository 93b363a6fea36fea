// SPDX-License-Identifier: Apache-2.0
#include "format/feed_status.h"

#include <fmt/chrono.h>

#include <nlohmann/json.hpp>

namespace masudi::format {
namespace {

using Json = nlohmann::ordered_json;

Json moment(std::optional<std::int64_t> seconds) {
  if (!seconds) return nullptr;
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(*seconds)));
}

Json object_of(const FeedStatus& feed) {
  return {{"number", feed.number},
          {"kind", feed.kind},
          {"name", feed.name},
          {"address", feed.address},
          {"state", feed.state},
          {"last_tried", moment(feed.last_tried)},
          {"last_good", moment(feed.last_good)},
          {"due", moment(feed.due)},
          {"failures", feed.failures},
          {"problem", feed.problem},
          {"items",
           {{"stored", feed.stored},
            {"other_language", feed.other_language},
            {"duplicate", feed.duplicate},
            {"failed", feed.failed}}}};
}

}  // namespace

std::string feeds_json(std::span<const FeedStatus> feeds) {
  Json out = {{"feeds", Json::array()}};
  for (const FeedStatus& feed : feeds) out["feeds"].push_back(object_of(feed));
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string shown_address(std::string_view address) {
  if (address.find("://") == std::string_view::npos) {
    const std::size_t last = address.find_last_not_of('/');
    address = address.substr(0, last == std::string_view::npos ? 0 : last + 1);
    return std::string(address.substr(address.rfind('/') + 1));
  }
  const std::size_t question = address.find('?');
  if (question == std::string_view::npos) return std::string(address);
  return std::string(address.substr(0, question)) + "?…";
}

}  // namespace masudi::format
