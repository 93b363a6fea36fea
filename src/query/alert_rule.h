// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "query/filter.h"

namespace masudi::query {

// When a saved search has something to tell.
struct AlertRule {
  enum class Kind : std::uint8_t {
    fresh,  // an incident passes the filter that did not before
    count,  // at least `at_least` incidents in the window
    times,  // the window has at least `factor` times what is usual
  };
  enum class Quantity : std::uint8_t { conflict, cooperation, events, intensity };

  Kind kind = Kind::fresh;
  int within = 7;         // days of the window
  double at_least = 1;    // incidents (count), or the quantity in the window below which nothing is told (times)
  double factor = 0;      // times
  int against_weeks = 0;  // times: so many weeks before the window say what is usual
  Quantity of = Quantity::conflict;
};
std::string_view name(AlertRule::Quantity quantity);

// A search as a person wrote it: names and values of options, as on the command line, without the dashes. The options
// of a filter, dyad, and those of a rule: new, count, within, times, against, of, at-least.
using SearchOptions = std::span<const std::pair<std::string, std::string>>;

struct AlertSearch {
  Filter filter;
  AlertRule rule;
};

// Fails, in words that name the option, for one that is not known or means nothing, and for a rule that does not fit
// together. Options that say where alerts go (webhook, command) are passed over.
Result<AlertSearch> read_search(SearchOptions options);

// The rule in words: "conflict within 7 days at least 2 times the mean of the 4 weeks before, and at least 5".
std::string rule_in_words(const AlertRule& rule);

}  // namespace masudi::query
