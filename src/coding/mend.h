// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/analysis.h"
#include "knowledge/knowledge.h"

namespace masudi::coding {

// Headlines tell in the present tense, which treebanks hardly hold: taggers take "denies" and "resigns" for plurals.
// This puts such words right where the lexicon knows the verb and the clause has no other: the word becomes a verb,
// what stands before it its subject, what follows its object. Copies the tokens to `out` and returns true if it changed
// anything; else leaves `out` alone.
bool mend_verbs(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text, Tokens& out);

}  // namespace masudi::coding
