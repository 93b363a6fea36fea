// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "record/book.h"
#include "record/incident.h"
#include "record/stances.h"

namespace masudi::record {

// The facts of an incident as its mentions give them: type, parties, days, places and figures, each with who gives
// which. `said`: ascending, at least one.
void put_facts(const Book& book, const std::vector<Said>& said, Incident& out);

// "12", "10–12", "12 or more", "up to 5".
std::string in_words(const Range& range);

}  // namespace masudi::record
