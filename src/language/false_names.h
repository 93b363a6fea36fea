// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/analysis.h"

namespace masudi::language {

// Takes away what was found as a name and shows to be none:
// - letters of an era beside a year or century ("3000 BC");
// - letters of an office or degree behind a person ("Tom Hale, QC");
// - a word at the head of a sentence that the document also writes small, and nowhere else with a capital ("Iodine").
// Keeps its memory. Linear in the words, but for the sorting of words.
class FalseNames {
 public:
  void drop(std::string_view text, Analysis& analysis);

 private:
  void read_words(std::string_view text, const Analysis& analysis);

  std::vector<std::uint32_t> small_, raised_;  // words written small; with a capital inside sentences. Sorted hashes
};

}  // namespace masudi::language
