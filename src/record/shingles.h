// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace masudi::record {

// Texts as sets of word shingles: runs of kShingleWords folded words, hashed. Sources of the method:
// A. Broder, On the resemblance and containment of documents, 1997 (shingles, resemblance, containment, nested
// samples); J. Leskovec, A. Rajaraman, J. Ullman, Mining of Massive Datasets, ch. 3 (MinHash signatures and banding);
// L. Irber et al., Lightweight compositional analysis of metagenomes with FracMinHash, 2022 (scaled samples).
constexpr int kShingleWords = 3;
constexpr int kBands = 20;
constexpr int kRows = 3;                   // two texts share a band with probability resemblance^kRows
constexpr std::size_t kSketchLimit = 512;  // shingles that a sketch keeps at most

// A sample of a text's shingles. At level n a shingle is kept if the n highest bits of its hash are zero; the level is
// the lowest at which kSketchLimit shingles suffice, so that short texts are kept whole. Two sketches are compared at
// the higher of their levels.
struct Sketch {
  std::vector<std::uint32_t> shingles;           // sorted, distinct
  std::uint8_t level = 0;                        // 0..31
  std::array<std::uint32_t, kBands> bands = {};  // banded MinHash of all shingles; all 0 for a text without any
};

Sketch sketch(std::string_view text);

// The distinct shingles of a short stretch of text, sorted.
std::vector<std::uint32_t> shingles_of(std::string_view text);

// How much two texts share. Estimates where a sketch is a sample.
struct Overlap {
  double resemblance = 0;      // 0..1: shared shingles over all shingles of both (Jaccard)
  double first_in_second = 0;  // 0..1: the part of the first one's shingles that the second has (containment)
  double second_in_first = 0;
  std::size_t shared = 0;  // shingles that were seen in both
};

Overlap overlap(const Sketch& first, const Sketch& second);

// The part of `inner` that `whole` has, 0..1; 0 for an empty one. Both sorted.
double containment(const std::vector<std::uint32_t>& inner, const std::vector<std::uint32_t>& whole);

}  // namespace masudi::record
