// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "coding/times.h"

namespace masudi::coding {

// "One week after the attack": the day of what is told at `told`, counted back (with "before": on) from the clause that
// it hangs on. Vague where the number is not told ("days after the attack"); none where nothing is counted.
std::optional<TimeMention> counted_from(const Context& context, const Times& times, TokenIndex told);

}  // namespace masudi::coding
