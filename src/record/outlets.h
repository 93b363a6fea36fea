// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/digest.h"

namespace masudi::record {

// The usual full name of an outlet or agency ("NYT", "nytimes.com" and "New York Times" are "The New York Times");
// other names come back as they are.
std::string canonical_outlet(std::string_view name);

// What two names of one outlet have in common: folded, without article and ending of a web address.
std::string outlet_key(std::string_view name);

// Agencies whose texts others print.
bool is_agency(std::string_view name);

// The outlet that publishes the document: its source, else the host of its address; empty if unknown.
std::string outlet_of(const Document& document);

struct Provenance {
  std::vector<std::string> agencies;      // of byline and dateline
  std::vector<std::string> contributors;  // of lines about the story itself
};

// Where the text comes from by its byline ("Staff and Reuters"), dateline ("KABUL (Reuters) -"), last line ("- AFP")
// and the lines that the coder read as being about the story itself. Names are canonical, sorted, without the outlet.
Provenance provenance_of(const Report& report);

}  // namespace masudi::record
