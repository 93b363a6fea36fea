// SPDX-License-Identifier: Apache-2.0
#include "record/shingles.h"

#include <algorithm>
#include <limits>

#include "base/hash.h"
#include "record/words.h"

namespace masudi::record {
namespace {

void make_distinct(std::vector<std::uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// A text of fewer words than a shingle has is one shingle.
std::vector<std::uint32_t> all_shingles(std::string_view text) {
  std::vector<std::uint64_t> words;
  for (WordWalk walk(text); walk.next();) words.push_back(hash_bytes(walk.word()));
  std::vector<std::uint32_t> out;
  if (words.empty()) return out;
  const std::size_t run = std::min<std::size_t>(kShingleWords, words.size());
  for (std::size_t i = 0; i + run <= words.size(); ++i) {
    std::uint64_t hash = kHashSeed;
    for (std::size_t w = i; w < i + run; ++w) hash = hash_mix(hash, words[w]);
    out.push_back(static_cast<std::uint32_t>(hash_mix(hash, run) >> 16));
  }
  make_distinct(out);
  return out;
}

bool is_kept(std::uint32_t shingle, int level) { return level == 0 || shingle >> (32 - level) == 0; }

// The n-th hash function of the MinHash family: a multiply-add over 64 bits with fixed odd multipliers.
struct Permutation {
  std::uint64_t multiplier;
  std::uint64_t addend;

  std::uint32_t of(std::uint32_t shingle) const {
    return static_cast<std::uint32_t>((multiplier * (shingle + 1ULL) + addend) >> 32);
  }
};

constexpr auto kPermutations = [] {
  std::array<Permutation, kBands* kRows> all = {};
  for (std::uint64_t n = 0; n < all.size(); ++n)
    all[n] = {hash_mix(kHashSeed, 2 * n) | 1, hash_mix(kHashSeed, 2 * n + 1)};
  return all;
}();

std::array<std::uint32_t, kBands> bands_of(const std::vector<std::uint32_t>& shingles) {
  std::array<std::uint32_t, kBands> bands = {};
  if (shingles.empty()) return bands;
  for (int band = 0; band < kBands; ++band) {
    std::uint64_t key = hash_mix(kHashSeed, static_cast<std::uint64_t>(band));
    for (int row = 0; row < kRows; ++row) {
      const Permutation& permutation = kPermutations[static_cast<std::size_t>(band * kRows + row)];
      std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
      for (const std::uint32_t shingle : shingles) least = std::min(least, permutation.of(shingle));
      key = hash_mix(key, least);
    }
    bands[static_cast<std::size_t>(band)] = static_cast<std::uint32_t>(key);
  }
  return bands;
}

// Sorted shingles begin with those that a higher level keeps.
std::size_t count_at(const std::vector<std::uint32_t>& shingles, int level) {
  if (level == 0) return shingles.size();
  const auto end =
      std::partition_point(shingles.begin(), shingles.end(), [&](std::uint32_t s) { return is_kept(s, level); });
  return static_cast<std::size_t>(end - shingles.begin());
}

double part(std::size_t shared, std::size_t of) {
  return of == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(of);
}

}  // namespace

Sketch sketch(std::string_view text) {
  Sketch out;
  out.shingles = all_shingles(text);
  out.bands = bands_of(out.shingles);
  while (count_at(out.shingles, out.level) > kSketchLimit) ++out.level;
  out.shingles.resize(count_at(out.shingles, out.level));
  out.shingles.shrink_to_fit();
  return out;
}

std::vector<std::uint32_t> shingles_of(std::string_view text) { return all_shingles(text); }

Overlap overlap(const Sketch& first, const Sketch& second) {
  const int level = std::max(first.level, second.level);
  const std::size_t a = count_at(first.shingles, level);
  const std::size_t b = count_at(second.shingles, level);
  Overlap out;
  for (std::size_t i = 0, j = 0; i < a && j < b;) {
    if (first.shingles[i] == second.shingles[j]) {
      ++out.shared, ++i, ++j;
    } else {
      first.shingles[i] < second.shingles[j] ? ++i : ++j;
    }
  }
  out.resemblance = part(out.shared, a + b - out.shared);
  out.first_in_second = part(out.shared, a);
  out.second_in_first = part(out.shared, b);
  return out;
}

double containment(const std::vector<std::uint32_t>& inner, const std::vector<std::uint32_t>& whole) {
  return part(shared_count(inner, whole), inner.size());
}

}  // namespace masudi::record
