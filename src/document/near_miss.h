// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/span.h"

namespace masudi {

// A trigger that was found and gave no event, with the reason in plain words ("content of a threat", "no party").
struct NearMiss {
  std::uint32_t sentence;  // number of the sentence, from 0
  Span trigger;
  std::string entry;  // the lexicon entry that matched
  std::string reason;
};

}  // namespace masudi
