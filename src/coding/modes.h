// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coding/draft.h"

namespace masudi::coding {

// Fills in the modes that the lexicon entry of a draft leaves open (codebook part 3): of an assault by the weapons and
// ways that its sentence names, else by another mention of it; of requests, refusals and threats by what is asked,
// refused or threatened; of meetings by who met, and how they did before. What an entry says stands, unless the
// sentence says it more narrowly ("planes bombed").
void complete_modes(const Drafting& drafting, std::vector<Draft>& drafts);

// modes_assault.cpp: the same for the assault drafts[i].
void of_assault(const Drafting& drafting, std::vector<Draft>& drafts, std::size_t i);

bool has_mode(const Draft& d, std::string_view mode);
// Puts a mode before the others, and once only.
void put_mode_first(Draft& d, std::string_view mode);
std::string lower_lemma(const Tree& tree, TokenIndex t);

// modes_words.cpp: what a word says.

// The mode of assault that a weapon, a doer or a way of doing stands for ("gunman", "airstrike"); empty for others.
std::string_view weapon_mode(std::string_view lemma);
// How telling a mode of assault is beside others: the lower, the more. "Suicide bombers and gunmen": suicide-attack.
int weapon_rank(std::string_view mode);
// What is asked or refused by a verb or noun: assist, change, meet, yield; empty for others.
std::string_view demand_mode(std::string_view lemma);
// What is threatened by a verb or noun: violence, restrict, relations, expel, territory, arrest; empty for others.
std::string_view threat_mode(std::string_view lemma);

}  // namespace masudi::coding
