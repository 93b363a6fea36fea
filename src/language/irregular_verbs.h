// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace masudi::language {

// The verb of an irregular past tense or participle, in small letters: "froze" gives "freeze". Empty for others, and
// for forms that are as often another verb's or noun's ("lay", "wound").
std::string_view irregular_verb(std::string_view form);

}  // namespace masudi::language
