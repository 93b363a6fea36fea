// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "document/analysis.h"

namespace masudi::language {

// Tags of names: 0 outside, then beginning, inside, end, single of each NameKind in its order.
constexpr int kNameKinds = 4;
constexpr int kNameTags = 1 + 4 * kNameKinds;

// Finds the best sequence of tags that are well formed together, by Viterbi. Linear in the words.
class NameDecoder {
 public:
  // `scores` has a row of `stride` floats for each word. Appends the names, whose first word is `first`.
  void decode(std::span<const float> scores, std::size_t words, std::size_t stride, TokenIndex first,
              std::vector<Name>& out);

 private:
  std::vector<std::uint8_t> from_;  // [word][tag]: the best tag before
  std::vector<std::uint8_t> tags_;
};

}  // namespace masudi::language
