// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "coding/coder.h"
#include "format/writer.h"
#include "knowledge/knowledge.h"
#include "language/core.h"

namespace masudi::cli {

// The model: from the path, or the one built into the program where the path is empty.
Result<language::Core> open_model(const std::string& path);
Result<knowledge::Knowledge> open_knowledge(const std::string& path);

std::string_view version();
CoderStamp stamp(const language::Core& core, const knowledge::Knowledge& knowledge);

}  // namespace masudi::cli
