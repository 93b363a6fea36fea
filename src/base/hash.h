// SPDX-License-Identifier: Apache-2.0
#pragma once

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

// Mixes a number into a running hash.
constexpr std::uint64_t hash_mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
  hash *= 0xff51afd7ed558ccdULL;
  return hash ^ (hash >> 32);
}

}  // namespace masudi
