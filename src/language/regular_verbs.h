// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "document/tagset.h"

namespace masudi::language {

// What makes the verb of a regular form: bytes to cut off, then letters to add.
struct VerbEnding {
  std::size_t cut;
  std::string_view tail;  // "", "e" or "y"
};

// By the rules of English spelling, for a form in small letters that was never seen: "shouted" is of shout, "stoned" of
// stone, "planned" of plan, "annexes" of annex. None where spelling leaves it open ("edited" and "incited"), and for
// what is no regular form of its tag (VBD, VBN, VBG). A form in -s is one whatever the tag, save VB.
std::optional<VerbEnding> regular_verb(std::string_view form, Xpos xpos);

}  // namespace masudi::language
