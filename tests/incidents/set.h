// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "document/event.h"

namespace masudi::incidents {

// A mention that must be there: words of the sentence that tells it.
struct WantedMention {
  std::string report;
  std::string words;
};

// What else an incident must say ("dead 4..9", "circular"), as it stands in the file.
struct Fact {
  std::string key;
  std::string value;
};

struct WantedIncident {
  EventType type;
  std::size_t origins;
  std::vector<WantedMention> mentions;
  std::vector<Fact> facts;
  int line;
};

// Reports and the incidents that they must give. tests/incidents/README.md has the format.
struct Set {
  std::string name;
  int line;
  std::vector<Document> reports;
  std::vector<WantedIncident> incidents;
};

Result<std::vector<Set>> read_sets(const std::string& path);

}  // namespace masudi::incidents
