// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "format/countries.h"
#include "knowledge/knowledge.h"

namespace masudi::cli {

// What the knowledge says of how other systems call countries.
format::Countries countries_of(const knowledge::Knowledge& knowledge);

}  // namespace masudi::cli
