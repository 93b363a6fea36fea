// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "document/event.h"

namespace masudi {

// A document and what was coded from it: what the store keeps.
struct CodedDocument {
  Document document;
  std::vector<Event> events;      // in the order of their triggers, with ids
  std::vector<Voice> provenance;  // who else the document says stands behind it
  std::uint32_t sentences = 0;    // how many were read
};

}  // namespace masudi
