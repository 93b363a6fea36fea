// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
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

// A 64-bit hash that takes eight bytes at a time: faster than FNV, the same on every little-endian machine. Not for
// hostile keys.
inline std::uint64_t hash_eights(std::string_view bytes) {
  constexpr std::uint64_t kFactor = 0x9fb21c651e98df25ULL;
  std::uint64_t hash = (kHashSeed ^ bytes.size()) * kFactor, eight = 0;
  const auto take = [&] {
    hash = (hash ^ eight) * kFactor;
    hash ^= hash >> 32;
  };
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) std::memcpy(&eight, bytes.data(), 8), take();
  if (bytes.size() >= 4) {
    std::uint32_t first, last;
    std::memcpy(&first, bytes.data(), 4), std::memcpy(&last, bytes.data() + bytes.size() - 4, 4);
    eight = first | std::uint64_t{last} << 32;
  } else {
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i); };
    eight = bytes.empty()       ? 0
            : bytes.size() == 1 ? byte(0)
            : bytes.size() == 2 ? byte(0) | byte(1)
                                : byte(0) | byte(1) | byte(2);
  }
  take();
  return hash;
}

}  // namespace masudi
