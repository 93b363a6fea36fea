// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace masudi::read {

struct Subscription {
  std::string url;    // of a feed, as written
  std::string title;  // may be empty
};

// The feeds in a list of subscriptions as feed readers export it (OPML), at any depth, in its order.
Result<std::vector<Subscription>> read_opml(std::string bytes);

}  // namespace masudi::read
