// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/event.h"
#include "format/writer.h"

namespace masudi::format {

// The trigger among the words of its sentence, printable, at most `width` columns and filled up to them. The trigger is
// bold, or between « » where there are no colours.
std::string in_context(const Event& event, std::string_view text, int width, const Style& style);

}  // namespace masudi::format
