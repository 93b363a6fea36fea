// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/sheet.h"
#include "format/writer.h"

namespace masudi::format {

// An incident for a person to check: what is known of it, who says so, and who relies on whom. The sheets are those of
// a question after one incident: one row of everything; field, value, by, reports; citing, cited, kind, circular,
// report.
std::string incident_block(const Sheet& head, const Sheet& statements, const Sheet& citations, const Style& style);

}  // namespace masudi::format
