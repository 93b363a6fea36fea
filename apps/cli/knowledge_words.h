// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "knowledge/knowledge.h"

namespace masudi::cli {

// What is known of a name in words, one paragraph a meaning, each with the line of the source it comes from; with `day`
// also what it would be then. Empty where nothing is known.
std::string describe_name(const knowledge::Knowledge& knowledge, std::string_view name, std::optional<Date> day);

}  // namespace masudi::cli
