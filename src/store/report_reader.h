// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/record.h"
#include "store/store.h"

namespace masudi::store {

// What must be known to bring the record of incidents up to date.
struct RecordWork {
  std::vector<record::Placed> before;   // what was worked out before and can be touched by what is new
  std::vector<std::string> gone;        // ids of reports among these that a newer version replaces
  std::vector<record::Digest> waiting;  // reports that no incident has been sought for yet

  bool empty() const { return gone.empty() && waiting.empty(); }
};

// Reads it. To be called inside the transaction that will write the outcome.
Result<RecordWork> read_record_work(const Store& store);

}  // namespace masudi::store
