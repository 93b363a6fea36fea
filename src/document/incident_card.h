// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "document/event.h"

namespace masudi {

// An incident on one card: what a reader wants to know before opening it. Empty where unknown.
struct IncidentCard {
  struct Party {
    std::string code;    // alpha-3
    std::string sector;  // "GOV"
    std::string name;    // the known name
    std::string words;   // of a report, where there is no name
  };
  struct Spot {
    std::string name, country, admin1;
    std::optional<std::pair<double, double>> position;  // latitude, longitude in degrees
    std::string precision;
  };
  // What its first mention adds.
  struct Report {
    std::string id, title, source, url;
    std::string sentence;  // that tells of the incident
  };

  std::int64_t number = 0;  // incident_id of the store
  std::string id;
  std::string date, enddate;  // "YYYY-MM-DD"
  std::string type;
  std::string mode;    // the first that a mention gives
  std::string status;  // of most mentions
  std::string verdict;
  std::optional<Spot> place;
  std::vector<Party> actors, recipients, via;
  std::int64_t mentions = 0, reports = 0, origins = 0;
  std::vector<std::string> origin_names;
  std::string first_published, last_published;
  std::string reasoning;
  Report first;
};

}  // namespace masudi
