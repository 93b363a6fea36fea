// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/digest.h"

namespace masudi::record {

// Voices that a sentence shows on its surface, for mentions of which the coder found none.

// ", the police said on Monday.", ", according to the Sana Post.", "Police said militants …".
std::optional<Teller> spoken_by(std::string_view sentence);

// Whoever "denied (on Monday) that …" before the byte `at` of the sentence; empty for nobody.
std::string denied_by(std::string_view sentence, std::size_t at);

}  // namespace masudi::record
