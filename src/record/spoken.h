// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/digest.h"

namespace masudi::record {

// What a sentence shows on its surface, for mentions of which the coder did not find it.

// ", the police said on Monday.", ", according to the Sana Post.", "Police said militants …".
std::optional<Teller> spoken_by(std::string_view sentence);

// The day that "yesterday" or the only weekday in the sentence means in a report of that day: the latest one that is
// not after it. None if there is no such word, or several.
std::optional<Date> day_said(std::string_view sentence, Date published);

// Whoever "denied (on Monday) that …" before the byte `at` of the sentence; empty for nobody.
std::string denied_by(std::string_view sentence, std::size_t at);

}  // namespace masudi::record
