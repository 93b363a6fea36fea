// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/sheet.h"
#include "format/json.h"

namespace masudi::format {

// Who relies on whom as a tree for each origin: whoever stands below relies on the one above. `citations` has the
// columns citing, cited, kind, circular (or is_circular) and report. A source that is met again on its own way up is
// marked circular and ends the branch. Each source stands below an origin once.
Json voice_tree(const Sheet& citations);

}  // namespace masudi::format
