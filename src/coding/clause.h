// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "coding/tree.h"

namespace masudi::coding {

// Whether a clause tells of what was, what is, or what is to come.
enum class Tense : std::uint8_t { past, present, future };

// The verb or other predicate whose clause the token stands in: the token itself, or the nearest above it that is a
// verb or has a subject or copula of its own; the root of the tree if there is none.
TokenIndex clause_of(const Tree& tree, TokenIndex t);

// The tense of the clause with this predicate. Infinitives take it from what they depend on ("plans to visit": future).
Tense tense_of(const Tree& tree, TokenIndex predicate);

// "Has sent warships": up to the report.
bool is_present_perfect(const Tree& tree, TokenIndex verb);

// The first and the last token of what hangs on `t`, itself included: [first, last).
void subtree(const Tree& tree, TokenIndex t, TokenIndex& first, TokenIndex& last);

// The preposition or conjunction of a phrase or clause, as the tree has it: "of murder", "of murdering". Empty if none.
std::string_view marker(const Tree& tree, TokenIndex t);

// "calls from the council", "a claim by Iran", "Russia's demand": what the noun names is said by whom the noun names.
bool is_from_another(const Tree& tree, TokenIndex noun);

// "in response to", "in retaliation for": what follows is what somebody else did.
bool is_word_of_answer(std::string_view lemma);

// Whom a verb lays the deed of a noun to: "blamed the attack on rebels", "an attack attributed to rebels". kNoToken if
// nobody is blamed so.
TokenIndex blamed_for(const Tree& tree, TokenIndex deed);

}  // namespace masudi::coding
