// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace masudi::query {

// Within `km` kilometres (great circle) of a point in degrees.
struct Near {
  double lat = 0;
  double lon = 0;
  double km = 0;
};

// Two codes, whichever of the two acts: USA and IRN.
using Dyad = std::pair<std::string, std::string>;

// Which events of a store are meant. The same filter serves every question; an empty one means every event of the
// current version of every document. Different fields must all hold; of the values within a field, one.
struct Filter {
  std::optional<Date> from, to;  // days on which it happened (else was published), both included
  // A code ("IRN"), a sector ("MIL"), both ("IRN MIL"), or words of a name ("Hezbollah").
  std::vector<std::string> actors, recipients;
  std::optional<Dyad> dyad;  // one of the two acts and the other is acted upon, or both act together
  std::vector<std::string> types;      // "ASSAULT", or "ASSAULT:drone" for one mode
  std::vector<std::string> countries;  // where it happened: alpha-3
  std::optional<Near> near;
  std::vector<std::string> statuses;  // "actual", …
  std::vector<std::string> sources;   // outlets, by their whole name
  std::string text;  // words that stand in the document or in a party's name; "…" for a phrase, word* for a beginning
  std::optional<double> min_confidence;
  std::optional<int> min_origins;  // independent origins of the incident that it belongs to
};

// "33.3,44.4,50".
Result<Near> parse_near(std::string_view text);

}  // namespace masudi::query
