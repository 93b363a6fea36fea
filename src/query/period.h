// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace masudi::query {

// The steps that a timeline is cut into. Weeks begin on Monday (ISO 8601).
enum class Step { day, week, month, year };
std::optional<Step> step_named(std::string_view name);

// The first day of the period that the day lies in, and of the next one.
Date period_start(Date day, Step step);
Date next_period(Date start, Step step);
// "2024-03-12", "2024-03-11" (the Monday), "2024-03", "2024".
std::string period_name(Date start, Step step);

}  // namespace masudi::query
