// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace masudi::train::transition {

// The features of one decision, as hashes. Templates number themselves by their order, so each decision must add the
// same ones in the same order; up to three values a template. Hashing trick: Weinberger et al. 2009.
class HashedFeatures {
 public:
  static constexpr std::size_t kMost = 128;

  // `kind` keeps the templates of decisions apart that share a table.
  void start(std::uint64_t kind = 0) {
    count_ = 0;
    seed_ = kind << 32;
  }
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    std::uint64_t h = (a ^ (seed_ += 0x632be59bd9b4e019ULL)) * 0x9e3779b97f4a7c15ULL;
    h = (h ^ h >> 32 ^ b << 7) * 0xd6e8feb86659fd93ULL;
    h = (h ^ h >> 32 ^ c << 3) * 0xa0761d6478bd642fULL;
    if (count_ < kMost) hashes_[count_++] = static_cast<std::uint32_t>(h >> 32);
  }
  std::span<const std::uint32_t> hashes() const { return {hashes_.data(), count_}; }

 private:
  std::array<std::uint32_t, kMost> hashes_;
  std::size_t count_ = 0;
  std::uint64_t seed_ = 0;
};

}  // namespace masudi::train::transition
