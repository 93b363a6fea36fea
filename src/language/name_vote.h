// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/analysis.h"
#include "language/name_tags.h"

namespace masudi::language {

// Lets all mentions of a name in one document say together of what kind it is: one that is plainly a person in "Mary
// Chaworth" is one in "Chaworth" too. "One sense per discourse": Gale, Church and Yarowsky 1992. The first mention
// weighs most, the n-th 1/n of it: what misleads the network of one misleads it of the next. Keeps its memory.
class NameVote {
 public:
  void clear() { evidence_.clear(); }
  // Takes the evidence for a name just found: `scores` is the row of its first word, rows follow `stride` floats apart.
  void add(const float* scores, std::size_t words, std::size_t stride);
  // Gives every name the kind that all mentions of it speak for. One call of add() for each name must have been made.
  void settle(std::string_view text, std::span<const Span> words, std::span<Name> names);

 private:
  using Evidence = std::array<float, kNameKinds>;  // by kind: logarithm of its probability, summed over mentions
  struct Vote {
    std::uint64_t key;     // of the words of a name
    std::size_t position;  // among the votes as they came: sums are the same on every run
    bool of_whole;         // a name of several words says it of one
    Evidence evidence;
  };
  void count(std::uint64_t key, const Evidence& evidence, float weight);
  void add_up();

  std::vector<Evidence> evidence_;  // by name
  std::vector<Vote> votes_;         // after add_up(): one for each key, ordered
};

}  // namespace masudi::language
