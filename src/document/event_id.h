// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "document/document.h"
#include "document/event.h"

namespace masudi {

// Gives each event of a document its id of 16 hexadecimal digits: made of the document's id and of what the event says,
// hence the same on every machine and run. Two events of a document that say the same are told apart by their order.
void assign_ids(const Document& document, std::span<Event> events);

}  // namespace masudi
