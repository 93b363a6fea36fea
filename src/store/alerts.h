// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/alert.h"
#include "store/store.h"

namespace masudi::store {

// Where an alert goes: by which way ("webhook", "command") to which target.
struct Destination {
  std::string way;
  std::string target;
};

// Keeps the alert under an id that it gets here, and with it what is to be delivered. The caller holds the transaction.
Result<Alert> put_alert(Store& store, Alert alert, std::span<const Destination> destinations);

// Of that search (empty: of all), the newest first; `limit` 0: all.
Result<std::vector<Alert>> alerts(const Store& store, const std::string& search, std::uint64_t limit);

// An alert that has not arrived yet.
struct Delivery {
  std::int64_t number = 0;  // delivery_id
  Destination destination;
  std::int64_t attempts = 0;      // so far
  std::int64_t next_attempt = 0;  // seconds since 1970: not before
  Alert alert;
};

// Those whose time has come at `now` (seconds since 1970), or all that wait; the longest waiting first.
Result<std::vector<Delivery>> waiting_deliveries(const Store& store, std::int64_t now, bool all);
// Takes a delivery on, so that no other process makes it before `next_attempt`. False: another one has done so.
Result<bool> claim(Store& store, const Delivery& delivery, std::int64_t next_attempt);
// What became of an attempt.
Result<void> mark_delivered(Store& store, const Delivery& delivery);
Result<void> mark_failed(Store& store, const Delivery& delivery, std::string_view failure, std::int64_t next_attempt,
                         bool give_up);

}  // namespace masudi::store
