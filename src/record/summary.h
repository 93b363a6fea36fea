// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "record/book.h"
#include "record/incident.h"

namespace masudi::record {

// What the record says of a group of mentions, and of a group of reports.
Incident summarise_incident(const Book& book, const Group& group);
Story summarise_story(const Book& book, const Group& group);

}  // namespace masudi::record
