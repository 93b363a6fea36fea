// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/event.h"

namespace masudi::cases {

// A party as a case writes it: "USA GOV" with either part left out.
struct WantedParty {
  std::string code;
  std::vector<std::string> sectors;
};

using WantedParties = std::optional<std::vector<WantedParty>>;  // none: not checked; empty: nobody

// One line below "--". What is not set is not checked.
struct Expectation {
  int line = 0;
  std::string source;        // the line as it stands
  bool forbidden = false;    // "! TYPE …"
  std::optional<int> count;  // "= 3": events in all; the other fields do not matter then
  EventType type = EventType::agree;
  std::optional<std::set<std::string>> modes;
  WantedParties actors, recipients, via;
  std::optional<Status> status;
  std::optional<std::vector<std::string>> voices;
  std::string days, place, sponsor, trigger;
  std::vector<std::string> quantities;
};

Result<Expectation> read_expectation(std::string_view line);

// `text` is what the spans of the event point into.
bool meets(const Event& event, const Expectation& wanted, std::string_view text);

}  // namespace masudi::cases
