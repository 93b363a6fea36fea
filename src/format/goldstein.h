// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace masudi::format {

// The Goldstein score of a CAMEO code, -10..10; none for a code that CAMEO does not have.
// Source: Goldstein, A Conflict-Cooperation Scale for WEIS Events Data, 1992, as the CAMEO project assigns it to its
// codes (and GDELT publishes it).
std::optional<double> goldstein(std::string_view cameo);

}  // namespace masudi::format
