// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/dense.h"
#include "language/features.h"
#include "language/kernels.h"

namespace masudi::language {

// Words [first, last) of a batch that are read together: a sentence, or a part of a very long one.
struct Piece {
  std::uint32_t first;
  std::uint32_t last;

  std::uint32_t size() const { return last - first; }
};

// Turns words into vectors that know their sentence: a table of feature rows, then recurrent layers in both directions
// (SRU: Lei et al. 2018, https://arxiv.org/abs/1709.02755), whose products are matrix multiplications over all words.
// Immutable; cost linear in the words.
class Encoder {
 public:
  // Not ok() in the reader when the bytes are no encoder.
  static Encoder read(SectionReader& reader);

  // Bytes of one word's vector, coded as dense.h says.
  std::uint32_t width() const { return width_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }

  struct Scratch {
    std::vector<std::uint8_t> states[2];
    std::vector<float> gates;
    std::vector<float> memory;
  };
  // The vectors of all words of a batch; valid until the scratch is used again.
  std::span<const std::uint8_t> encode(std::span<const FeatureRows> words, std::span<const Piece> pieces,
                                       const Kernels& k, Scratch& scratch) const;

 private:
  void fetch(const FeatureRows& rows) const;

  std::uint32_t row_width_ = 0;
  std::uint32_t width_ = 0;
  Vocabulary vocabulary_;
  std::span<const float> row_scales_;
  std::span<const float> row_bias_;
  std::span<const std::int8_t> table_;
  std::vector<Dense> layers_;
};

}  // namespace masudi::language
