// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/alert.h"
#include "store/store.h"

namespace masudi::query {

// The last hundred of these incidents (by incident_id) in a line each, in their order:
// "2024-03-10 ASSAULT Israel → Lebanon, Beirut (LBN): 3 reports, 2 origins, corroborated".
Result<std::vector<Alert::Behind>> alert_lines(const store::Store& store, std::span<const std::int64_t> incidents);

}  // namespace masudi::query
