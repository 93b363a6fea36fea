// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/result.h"
#include "store/store.h"

namespace masudi::pipeline {

// What bringing the record up to date did.
struct RecordUpdate {
  std::uint64_t reports = 0;    // that were waiting
  std::uint64_t incidents = 0;  // made, grown or gone
};

// Joins the reports of a store that wait for it into stories and incidents, in one transaction: it is done whole or not
// at all, and reports that still wait are taken up the next time. Takes a moment for a day's news, a minute for
// decades.
Result<RecordUpdate> update_record(store::Store& store);

// Lets every report wait, so that the next update works the record out from nothing. Inside a transaction.
Result<void> forget_record(store::Store& store);

}  // namespace masudi::pipeline
