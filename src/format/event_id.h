// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/event.h"

namespace masudi::format {

// An id of 16 hexadecimal digits for each event: made of the document's id and of what the event says, hence the same
// on every machine and run. Two events of a document that say the same are told apart by their order.
std::vector<std::string> event_ids(const Document& document, std::span<const Event> events);

}  // namespace masudi::format
