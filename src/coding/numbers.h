// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "coding/tree.h"
#include "document/event.h"

namespace masudi::coding {

// A number as it stands in the text: tokens [first, last).
struct NumberPhrase {
  TokenIndex first;
  TokenIndex last;
  Range range;
};

// The exact number that begins at the token, in words or digits: "12", "1,500", "1.5 million", "forty-two", "two
// hundred and fifty", "a dozen". `last` is set behind it. None if there is none; ages, years and ordinals are for the
// caller to tell.
std::optional<std::int64_t> number_at(const Tree& tree, TokenIndex t, TokenIndex end, TokenIndex& last);

// A number, vague or exact, with the words around it that bound it, beginning at or behind `from` and ending before
// `end`: "at least 12" 12–, "up to 30" –30, "more than 20" 20–, "20 to 30" 20–30, "about 300" 300. Plurals mean two at
// least: "dozens" 24–, "hundreds" 200–, "tens of thousands" 20000–, "several", "a few" 2–. "Many" and "some" are no
// numbers.
std::optional<NumberPhrase> count_phrase(const Tree& tree, TokenIndex from, TokenIndex end);

// Whether the word is a noun that counts what follows "of": dozens, hundreds, pair, total.
bool counts(std::string_view lemma);

}  // namespace masudi::coding
