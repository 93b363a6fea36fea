// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/sheet.h"
#include "format/json.h"

namespace masudi::format {

// A list of objects, one a row; unknown cells are null.
Json rows_json(const Sheet& sheet);

}  // namespace masudi::format
