// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace masudi::knowledge {

// How a word is written.
enum class Case : std::uint8_t { lower, title, capitals, none };  // none: no letters (numbers, signs)

// One piece of a name as names are compared: accents, apostrophes, full stops and case do not count, hyphens part words
// and a possessive 's is a word of its own ("Côte d'Ivoire's" = cote divoire s; "U.S.-led" = us led).
struct Atom {
  std::uint64_t hash;  // of the folded letters
  Case letters;
};

// Folds a word to lower case without accents, apostrophes and full stops: what Atom::hash is taken of.
void fold(std::string_view word, std::string& out);

// Appends the atoms of a token or phrase (blanks and hyphens part them). Pieces without letters and digits give none.
void append_atoms(std::string_view text, std::vector<Atom>& out);

// The running hash of a sequence of atoms; begin with kHashSeed.
std::uint64_t extend(std::uint64_t hash, Atom atom);

// Whether a text written as `text` may stand for a name written as `name`: lower case for lower case only; a name in
// capitals asks for capitals, a title-case name for title case or capitals.
constexpr bool case_fits(Case name, Case text) {
  switch (name) {
    case Case::lower:
    case Case::none: return true;
    case Case::title: return text != Case::lower;
    case Case::capitals: return text == Case::capitals || text == Case::none;
  }
  return true;
}

}  // namespace masudi::knowledge
