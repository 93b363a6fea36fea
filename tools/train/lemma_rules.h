// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "language/lemma_table.h"

namespace masudi::train {

// A word of the treebank with the way from its form to its lemma.
struct LemmaExample {
  std::string form;
  std::string lower;
  language::FormShape shape;
  Upos upos;
  Xpos xpos;
  std::uint16_t ending;
  language::CaseChange change;
};

// Endings by number, without repeats.
class EndingList {
 public:
  // The ending and the change that lead from a form to its lemma, with as little of the form cut off as can be.
  void explain(std::string_view lemma, LemmaExample& example);
  std::uint16_t number(std::size_t cut, std::string_view text);

  std::vector<language::Ending> endings;
  std::string strings;

 private:
  std::map<std::pair<std::size_t, std::string>, std::uint16_t> numbers_;
};

// Learns the section "lemmas".
std::vector<std::byte> train_lemmas(const std::vector<LemmaExample>& examples, const EndingList& endings);

}  // namespace masudi::train
