// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "document/event.h"

namespace masudi::coding {

// What a word counts, and of whom.
struct MeasureWord {
  std::string_view lemma;
  Measure measure;
  bool subject;  // it is the subject who is counted: "12 people died"; of nouns: the noun itself, "12 deaths"
};

// Of a verb or a noun of harm; null for others.
const MeasureWord* measuring_verb(std::string_view lemma);
const MeasureWord* measuring_noun(std::string_view lemma);
// Of a word for a state: "were left dead", "homeless".
std::optional<Measure> state_of(std::string_view lemma);

}  // namespace masudi::coding
