// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace masudi {

// 64-bit FNV-1a, the same on every machine; used in compiled files and stable ids. Not for hostile keys.
// Source: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/
constexpr std::uint64_t kHashSeed = 0xcbf29ce484222325ULL;

constexpr std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = kHashSeed) {
  for (char c : bytes) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return seed;
}

// A hash of a text that is given part by part: the same for every way of parting it. The bytes are the coefficients of
// a polynomial, modulo 2^64; unlike those of FNV they need not wait for one another, which is faster. Not for hostile
// keys.
class PartsHash {
 public:
  constexpr PartsHash& add(std::string_view part) {
    while (part.size() > kBlock) add_block(part.substr(0, kBlock)), part.remove_prefix(kBlock);
    add_block(part);
    return *this;
  }
  constexpr std::uint64_t value() const {
    const std::uint64_t mixed = (sum_ ^ (sum_ >> 32)) * 0xff51afd7ed558ccdULL;
    return mixed ^ (mixed >> 32);
  }

 private:
  static constexpr std::size_t kBlock = 16;
  static constexpr auto kPowers = [] {
    std::array<std::uint64_t, kBlock + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 0x9fb21c651e98df25ULL;
    return powers;
  }();

  constexpr void add_block(std::string_view block) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < block.size(); ++i)
      sum += (static_cast<unsigned char>(block[i]) + 1U) * kPowers[block.size() - 1 - i];
    sum_ = sum_ * kPowers[block.size()] + sum;
  }

  std::uint64_t sum_ = kHashSeed;
};

// Mixes a number into a running hash.
constexpr std::uint64_t hash_mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
  hash *= 0xff51afd7ed558ccdULL;
  return hash ^ (hash >> 32);
}

}  // namespace masudi
