// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/analysis.h"

namespace masudi::language {

// Puts right what shows to be wrong in the names that the network finds. None are:
// - letters of an era beside a year or century ("3000 BC");
// - letters of an office or degree behind a person ("Tom Hale, QC");
// - a word at the head of a sentence that the document also writes small, and nowhere else with a capital ("Iodine");
// - words without a capital in a sentence that has one further in.
// Behind a title that only persons have stands a person, and the title is no part of the name ("Senator Hale"). A
// number behind a person's name is part of it ("Napoleon III"); an address ends a name and begins the next. Keeps its
// memory. Linear in the words, but for the sorting of words.
class NameMender {
 public:
  void mend(std::string_view text, Analysis& analysis);

 private:
  void part_at_addresses(std::string_view text, Analysis& analysis);
  void read_words(std::string_view text, const Analysis& analysis);

  std::vector<std::uint32_t> small_, raised_;  // words written small; with a capital inside sentences. Sorted hashes
  std::vector<Name> parts_;
};

}  // namespace masudi::language
