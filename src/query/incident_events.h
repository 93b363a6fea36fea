// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "document/event.h"
#include "query/filter.h"
#include "store/loader.h"
#include "store/store.h"

namespace masudi::query {

// Gets incidents in the shape of events, for layouts that have a row a happening.
class IncidentVisitor {
 public:
  struct Counts {
    std::int64_t mentions = 0;
    std::int64_t outlets = 0;  // at least one
    std::int64_t reports = 0;
  };
  virtual ~IncidentVisitor() = default;
  // `event` is the first mention of the incident's type, with the incident's id, type, days, parties and place over its
  // own; `document` is where that mention stands. False: enough.
  virtual bool visit(const store::StoredDocument& document, const Event& event, const Counts& counts) = 0;
};

// The incidents of which an event passes the filter, by day; at most `limit` (0: all).
Result<void> visit_incidents(const store::Store& store, const Filter& filter, std::uint64_t limit,
                             IncidentVisitor& visitor);

}  // namespace masudi::query
