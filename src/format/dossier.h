// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "document/document.h"
#include "document/event.h"
#include "document/incident_card.h"
#include "document/sheet.h"

namespace masudi::format {

// Everything that is known of an incident as JSON: its card, who says what, who relies on whom (the edges, and as a
// tree), and every mention with its sentence and the words that prove it, marked by code points.
class Dossier {
 public:
  // Sheets as in incident_block.h. They must outlive the object.
  Dossier(const IncidentCard& card, const Sheet& statements, const Sheet& citations)
      : card_(card), statements_(statements), citations_(citations) {}

  // Mentions of the incident that stand in this document.
  void add(const Document& document, std::span<const Event> events);
  std::string json() const;

 private:
  const IncidentCard& card_;
  const Sheet& statements_;
  const Sheet& citations_;
  std::string mentions_;  // finished members of the list
};

}  // namespace masudi::format
