// SPDX-License-Identifier: Apache-2.0
#include "language/name_tags.h"

#include <array>
#include <limits>

namespace masudi::language {
namespace {

enum Part { kBegin, kInside, kEnd, kSingle };

constexpr std::uint8_t tag(int kind, Part part) { return static_cast<std::uint8_t>(1 + 4 * kind + part); }
constexpr bool closed(std::size_t tag) { return tag == 0 || (tag - 1) % 4 == kEnd || (tag - 1) % 4 == kSingle; }

using Scores = std::array<float, kNameTags>;

// The best tag after which a name may begin or none be open.
std::uint8_t best_closed(const Scores& scores) {
  std::uint8_t best = 0;
  for (std::uint8_t t = 1; t < kNameTags; ++t) {
    if (closed(t) && scores[t] > scores[best]) best = t;
  }
  return best;
}

}  // namespace

void NameDecoder::decode(std::span<const float> scores, std::size_t words, std::size_t stride, TokenIndex first,
                         std::vector<Name>& out) {
  constexpr float kNever = -std::numeric_limits<float>::max() / 4;
  Scores before;
  before.fill(kNever);
  before[0] = 0;
  from_.resize(words * kNameTags);
  for (std::size_t w = 0; w < words; ++w) {
    const float* row = scores.data() + w * stride;
    std::uint8_t* from = from_.data() + w * kNameTags;
    const std::uint8_t start = best_closed(before);
    Scores now;
    for (std::size_t t = 0; t < kNameTags; ++t) from[t] = start;
    for (int kind = 0; kind < kNameKinds; ++kind) {
      const std::uint8_t open =
          before[tag(kind, kInside)] > before[tag(kind, kBegin)] ? tag(kind, kInside) : tag(kind, kBegin);
      from[tag(kind, kInside)] = from[tag(kind, kEnd)] = open;
    }
    for (std::size_t t = 0; t < kNameTags; ++t) now[t] = before[from[t]] + row[t];
    before = now;
  }
  tags_.resize(words);
  std::uint8_t at = best_closed(before);
  for (std::size_t w = words; w-- > 0;) {
    tags_[w] = at;
    at = from_[w * kNameTags + at];
  }
  std::size_t begin = 0;
  for (std::size_t w = 0; w < words; ++w) {
    if (tags_[w] == 0) continue;
    const int part = (tags_[w] - 1) % 4;
    if (part == kBegin || part == kSingle) begin = w;
    if (part == kEnd || part == kSingle) {
      out.push_back({first + static_cast<TokenIndex>(begin), first + static_cast<TokenIndex>(w) + 1,
                     static_cast<NameKind>((tags_[w] - 1) / 4)});
    }
  }
}

}  // namespace masudi::language
