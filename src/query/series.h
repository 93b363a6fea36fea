// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "document/sheet.h"
#include "query/filter.h"
#include "query/period.h"
#include "store/store.h"

namespace masudi::query {

// Series over time. Unless the filter names statuses, only events that are reported as having happened (actual) count.
// Periods without events stand in the series with zero; it reaches from `from` to `to`, or else
// from the day of the store's first document to that of its last.

// The two codes of a pair: "USA,IRN"; none of empty words.
Result<std::optional<Dyad>> parse_dyad(std::string_view words);

// For each period: events, of each quad class and in all, cooperation and conflict, and the mean of PLOVER's score.
// `dyad`: only events in which one of the two codes acts and the other is acted upon.
Result<Sheet> timeline(const store::Store& store, const Filter& filter,
                       const std::optional<std::pair<std::string, std::string>>& dyad, Step step);

// How much more conflict a period brings than is usual, with the events behind each value:
//   intensity = the sum over the conflict events of the period of |score| × confidence
//   usual     = the mean intensity of the twelve periods before (at least three; else nothing is said)
//   index     = 100 × (intensity + 1) / (usual + 1)
// 100 is as usual, 200 twice as much. The 1 keeps quiet places quiet: one protest after silence is no explosion.
Result<Sheet> escalation_index(const store::Store& store, const Filter& filter, Step step);

// The formula in words for the page.
extern const std::string_view kIndexFormula;

}  // namespace masudi::query
