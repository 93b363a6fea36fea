// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "language/section_reader.h"

namespace masudi::language {

// Activations are 7-bit numbers in bytes: products of two with 8-bit weights then fit 16 bits on every processor, and
// sums are exact. A value x of [-1, 1] is kept as round(63 x) + 64.
constexpr int kActivationZero = 64;
constexpr float kActivationScale = 63.0F;

// A linear map from bytes to floats: out = scale · (weights · in) + bias, where the zero point is already in the bias.
// Weights lie in panels of 16 outputs: [outputs / 16][inputs / 4][16][4].
struct Dense {
  std::uint32_t inputs = 0;   // a multiple of 4
  std::uint32_t outputs = 0;  // a multiple of 16; what is beyond the real outputs is never read
  std::span<const float> scale;
  std::span<const float> bias;
  std::span<const std::int8_t> weights;

  // Not ok() in the reader when the sizes are not the expected ones.
  static Dense read(SectionReader& reader, std::uint32_t inputs, std::uint32_t outputs);
};

// Numbers that no sum of the network can make infinite: the kernels rely on it.
bool all_moderate(std::span<const float> numbers);

constexpr std::uint32_t round_up(std::uint32_t n, std::uint32_t to) { return (n + to - 1) / to * to; }

}  // namespace masudi::language
