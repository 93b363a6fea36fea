// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace masudi::language {

// The features of one decision, as hashes. A template of features gives its number and up to three values.
class Features {
 public:
  static constexpr std::size_t kMost = 48;

  void add(std::uint32_t which, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    std::uint64_t h = (a + which) * 0x9e3779b97f4a7c15ULL;
    h = (h ^ h >> 32 ^ b) * 0xd6e8feb86659fd93ULL;
    h = (h ^ h >> 32 ^ c) * 0xa0761d6478bd642fULL;
    if (count_ < kMost) hashes_[count_++] = static_cast<std::uint32_t>(h >> 32);
  }
  void clear() { count_ = 0; }
  std::span<const std::uint32_t> hashes() const { return {hashes_.data(), count_}; }

 private:
  std::array<std::uint32_t, kMost> hashes_;
  std::size_t count_ = 0;
};

// Weights of a linear model over hashed features: 2^bits rows of one 16-bit weight a class. Features that fall on one
// row share it. A view; the weights outlive it.
template <std::size_t Classes>
class LinearModel {
 public:
  LinearModel() = default;
  // `weights` has Classes << bits values; bits is 1 to 24.
  LinearModel(std::span<const std::int16_t> weights, std::uint32_t bits) : weights_(weights), shift_(32 - bits) {}

  std::array<std::int32_t, Classes> score(const Features& features) const {
    std::array<std::int32_t, Classes> sum{};
    for (const std::uint32_t hash : features.hashes()) {
      const std::int16_t* row = weights_.data() + static_cast<std::size_t>(hash >> shift_) * Classes;
      for (std::size_t c = 0; c < Classes; ++c) sum[c] += row[c];
    }
    return sum;
  }

 private:
  std::span<const std::int16_t> weights_;
  std::uint32_t shift_ = 31;
};

}  // namespace masudi::language
