// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace masudi::language {

// Finds the best tree with one root among scores of every head for every word: the best head for each word, where that
// is a tree; else the maximum spanning tree below the likeliest root.
// Source: Chu and Liu 1965, Edmonds 1967; one root as in Zmigrod et al. 2020, https://arxiv.org/abs/2008.12014, but
// with the root fixed first.
class Attacher {
 public:
  // `scores` has a row of `stride` floats for each of `words` words (at least one): [0] for the root, [1 + h] for word
  // h. Fills heads: 0 for the root, 1 + h for word h. One word has head 0, and from every word the heads lead there.
  // Ties go to the earlier head. Cost: words² once; more only where the best heads do not make a tree.
  void attach(std::span<const float> scores, std::size_t words, std::size_t stride, std::span<std::uint32_t> heads);

 private:
  bool is_tree(std::span<const std::uint32_t> heads);
  std::size_t likeliest_root(std::span<const float> scores, std::size_t words, std::size_t stride) const;
  void span_from(std::size_t root, std::span<const float> scores, std::size_t words, std::size_t stride,
                 std::span<std::uint32_t> heads);

  // One level of contraction: nodes 0 (the root) to size - 1.
  struct Level {
    std::size_t size = 0;
    std::vector<float> scores;         // [dependent * size + head]
    std::vector<std::uint32_t> arcs;   // the same: which cell of the level below it stands for
    std::vector<std::uint32_t> best;   // head of each node
    std::vector<std::uint32_t> cycle;  // number of the cycle that a node is in, from 1; 0 for none
    std::vector<std::uint32_t> above;  // number of each node in the next level
    std::uint32_t cycles = 0;
  };
  void choose_best(Level& level);
  bool find_cycles(Level& level);
  void contract(Level& below, Level& above);
  void expand(Level& below, const Level& above);

  std::vector<std::uint8_t> seen_;
  std::vector<std::uint32_t> path_;
  std::vector<Level> levels_;
};

}  // namespace masudi::language
