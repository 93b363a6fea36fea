// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "net/client.h"
#include "store/alerts.h"
#include "store/store.h"

namespace masudi::alert {

// How alerts leave.
struct DeliverySettings {
  net::Settings net;  // for webhooks
  std::chrono::milliseconds command_patience{30'000};
  bool all = false;  // also those whose next attempt is not due yet
};

struct Deliveries {
  std::uint64_t delivered = 0;
  std::uint64_t waiting = 0;          // failed, and will be tried again
  std::uint64_t given_up = 0;         // failed for the last time
  std::vector<std::string> failures;  // in words, of both
};

// Tries what is due: POSTs the alert's JSON to webhooks, gives it to commands on standard input. A 2xx answer and an
// exit code 0 are a delivery. An attempt that fails is made again after 1, 2, 4, 8 … minutes, at most an hour, or when
// the receiver says so; after the 30th (about a day) it is given up. An attempt is noted before it is made and its
// outcome after it: who is killed in between delivers again, so receivers get each alert at least once, and drop
// repeats by its id. `now`: seconds since 1970. Fails where the store does.
Result<Deliveries> deliver(store::Store& store, const DeliverySettings& settings, std::int64_t now);

// Seconds from an attempt to the next; `attempts`: with this one.
std::int64_t pause_after(std::int64_t attempts);

}  // namespace masudi::alert
