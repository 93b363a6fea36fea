// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace masudi::knowledge {

// Holds back most of what is not in a hash table, before its memory is touched: a bit for each value of the upper bits
// of a hash. Never holds back what was added. (A Bloom filter with one function.) Immutable once filled.
class Sieve {
 public:
  Sieve() = default;
  // For so many hashes, with four to eight bits for each: of others one in four to eight passes.
  explicit Sieve(std::size_t hashes)
      : shift_(64 - static_cast<int>(std::bit_width(4 * hashes + 63))), words_((~0ULL >> shift_) / 64 + 1) {}

  void add(std::uint64_t hash) { words_[hash >> shift_ >> 6] |= bit(hash); }
  bool passes(std::uint64_t hash) const { return !words_.empty() && (words_[hash >> shift_ >> 6] & bit(hash)) != 0; }

 private:
  std::uint64_t bit(std::uint64_t hash) const { return 1ULL << (hash >> shift_ & 63); }

  int shift_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace masudi::knowledge
