// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "document/event.h"

namespace masudi {

// All incidents of a store, as short as a screen needs them: who, what, where and when, in numbers that point into
// tables of names. Immutable once it is made; share it between threads.
struct Board {
  struct Party {
    std::string code;  // "IRN", "IRN GOV", "GOV"; empty where unknown
    std::string name;  // the known name, else the words of a report

    friend auto operator<=>(const Party&, const Party&) = default;
  };
  static constexpr std::int32_t kNone = -1;

  struct Row {
    std::int64_t number = 0;  // incident_id of the store
    std::string id;
    Date day, last_day;
    EventType type = EventType::agree;
    Status status = Status::actual;                     // of most mentions
    std::int32_t mode = kNone;                          // the first that a mention gives: index of `modes`
    std::int32_t country = kNone;                       // of `countries`
    std::int32_t verdict = kNone;                       // of `verdicts`
    std::optional<std::pair<double, double>> position;  // latitude, longitude in degrees
    std::optional<Precision> precision;
    std::vector<std::uint32_t> actors, recipients;  // of `parties`
    std::vector<std::uint32_t> outlets;             // of `outlets`, sorted
    std::int32_t origins = 0, reports = 0;
  };

  std::vector<Row> rows;  // by day, then by first publication and id
  std::vector<std::string> modes, countries, verdicts, outlets;
  std::vector<Party> parties;
};

}  // namespace masudi
