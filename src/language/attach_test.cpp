// SPDX-License-Identifier: Apache-2.0
#include "language/attach.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace masudi::language {
namespace {

struct Problem {
  std::size_t words;
  std::vector<float> scores;  // stride words + 1
  std::size_t stride() const { return words + 1; }
  float score(std::size_t dependent, std::size_t head) const { return scores[dependent * stride() + head]; }
};

Problem random_problem(std::size_t words, std::uint32_t seed) {
  Problem out{words, std::vector<float>(words * (words + 1))};
  for (float& s : out.scores) {
    seed = seed * 1664525U + 1013904223U;
    s = static_cast<float>((seed >> 8) % 1000) / 10.0F;
  }
  return out;
}

std::vector<std::uint32_t> attach(const Problem& p) {
  std::vector<std::uint32_t> heads(p.words);
  Attacher().attach(p.scores, p.words, p.stride(), heads);
  return heads;
}

bool is_single_rooted_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  for (std::size_t d = 0; d < heads.size(); ++d) {
    std::size_t at = d + 1;
    for (std::size_t steps = 0; at != 0; ++steps) {
      if (steps > heads.size() || heads[at - 1] > heads.size()) return false;
      at = heads[at - 1];
    }
  }
  return true;
}

float total(const Problem& p, const std::vector<std::uint32_t>& heads) {
  float sum = 0;
  for (std::size_t d = 0; d < p.words; ++d) sum += p.score(d, heads[d]);
  return sum;
}

// The best tree below one root, by trying all.
float best_total_below(const Problem& p, std::size_t root) {
  std::vector<std::uint32_t> heads(p.words, 0);
  float best = -1;
  const std::size_t all = static_cast<std::size_t>(std::pow(p.words + 1, p.words));
  for (std::size_t code = 0; code < all; ++code) {
    std::size_t rest = code;
    for (auto& h : heads) h = static_cast<std::uint32_t>(rest % (p.words + 1)), rest /= p.words + 1;
    if (heads[root] == 0 && is_single_rooted_tree(heads)) best = std::max(best, total(p, heads));
  }
  return best;
}

TEST(Attach, TakesTheBestHeadsWhereTheyAreATree) {
  const Problem p{3, {0, 0, 9, 0, 9, 0, 0, 0, 0, 0, 9, 0}};
  EXPECT_EQ((std::vector<std::uint32_t>{2, 0, 2}), attach(p));
}

TEST(Attach, GivesTheOnlyWordTheRoot) { EXPECT_EQ(std::vector<std::uint32_t>{0}, attach({1, {-5, 0}})); }

TEST(Attach, AlwaysGivesATree) {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const Problem p = random_problem(1 + seed % 40, seed);
    EXPECT_TRUE(is_single_rooted_tree(attach(p))) << seed;
  }
  for (const float same : {0.0F, -1e30F}) {
    EXPECT_TRUE(is_single_rooted_tree(attach({50, std::vector<float>(50 * 51, same)})));
  }
}

TEST(Attach, GivesTheBestTreeBelowItsRoot) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const Problem p = random_problem(2 + seed % 4, seed + 1000);
    const auto heads = attach(p);
    const auto root = static_cast<std::size_t>(std::find(heads.begin(), heads.end(), 0U) - heads.begin());
    EXPECT_FLOAT_EQ(best_total_below(p, root), total(p, heads)) << seed;
  }
}

}  // namespace
}  // namespace masudi::language
