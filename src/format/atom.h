// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/incident_card.h"

namespace masudi::format {

// A feed of RFC 4287. Texts are plain; what XML cannot hold becomes a blank.
struct AtomEntry {
  std::string id;  // a URI that stays the same: "urn:masudi:incident:493fe52f38caa647"
  std::string title;
  std::string day;   // "YYYY-MM-DD" of the last change
  std::string link;  // address of a page about it; empty: none
  std::string summary;
};
struct AtomFeed {
  std::string id;
  std::string title;
  std::string self;                // address of the feed itself; empty: none
  std::vector<AtomEntry> entries;  // newest first
};

std::string write_atom(const AtomFeed& feed);

// The entry of an incident. `base`: address of the dashboard ("http://127.0.0.1:7070/"); empty: no link.
AtomEntry atom_entry(const IncidentCard& card, std::string_view base);

}  // namespace masudi::format
