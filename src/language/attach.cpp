// SPDX-License-Identifier: Apache-2.0
#include "language/attach.h"

#include <limits>

namespace masudi::language {
namespace {

constexpr float kNever = -std::numeric_limits<float>::max();

}  // namespace

void Attacher::attach(std::span<const float> scores, std::size_t words, std::size_t stride,
                      std::span<std::uint32_t> heads) {
  std::size_t roots = 0;
  for (std::size_t d = 0; d < words; ++d) {
    const float* row = scores.data() + d * stride;
    std::size_t best = d == 0 ? 0 : 1;
    if (row[0] >= row[best]) best = 0;
    for (std::size_t h = 1; h <= words; ++h) {
      if (h != d + 1 && row[h] > row[best]) best = h;
    }
    heads[d] = static_cast<std::uint32_t>(best);
    roots += best == 0;
  }
  if (roots == 1 && is_tree(heads.first(words))) return;
  span_from(likeliest_root(scores, words, stride), scores, words, stride, heads);
}

bool Attacher::is_tree(std::span<const std::uint32_t> heads) {
  // 0 not seen, 1 on the path, 2 leads to the root.
  seen_.assign(heads.size(), 0);
  for (std::size_t start = 0; start < heads.size(); ++start) {
    std::size_t at = start;
    path_.clear();
    while (seen_[at] == 0) {
      seen_[at] = 1;
      path_.push_back(static_cast<std::uint32_t>(at));
      if (heads[at] == 0) break;
      at = heads[at] - 1;
      if (seen_[at] == 1) return false;
    }
    for (const std::uint32_t p : path_) seen_[p] = 2;
  }
  return true;
}

// The word that loses least, or wins most, by being the root.
std::size_t Attacher::likeliest_root(std::span<const float> scores, std::size_t words, std::size_t stride) const {
  std::size_t root = 0;
  float most = kNever;
  for (std::size_t d = 0; d < words; ++d) {
    const float* row = scores.data() + d * stride;
    float other = kNever;
    for (std::size_t h = 1; h <= words; ++h) {
      if (h != d + 1 && row[h] > other) other = row[h];
    }
    const float gain = row[0] - other;
    if (gain > most) root = d, most = gain;
  }
  return root;
}

void Attacher::span_from(std::size_t root, std::span<const float> scores, std::size_t words, std::size_t stride,
                         std::span<std::uint32_t> heads) {
  // Node 0 is the root word; the others keep their order.
  const auto word_of = [&](std::size_t node) { return node == 0 ? root : node - 1 + (node - 1 >= root); };
  if (levels_.empty()) levels_.emplace_back();
  levels_[0].size = words;
  levels_[0].scores.resize(words * words);
  for (std::size_t d = 1; d < words; ++d) {
    const float* row = scores.data() + word_of(d) * stride + 1;
    for (std::size_t h = 0; h < words; ++h) levels_[0].scores[d * words + h] = row[word_of(h)];
  }
  std::size_t depth = 0;
  choose_best(levels_[0]);
  while (find_cycles(levels_[depth])) {
    if (levels_.size() == depth + 1) levels_.emplace_back();
    contract(levels_[depth], levels_[depth + 1]);
    choose_best(levels_[++depth]);
  }
  for (; depth > 0; --depth) expand(levels_[depth - 1], levels_[depth]);
  heads[root] = 0;
  for (std::size_t d = 1; d < words; ++d) {
    heads[word_of(d)] = static_cast<std::uint32_t>(word_of(levels_[0].best[d]) + 1);
  }
}

void Attacher::choose_best(Level& level) {
  level.best.assign(level.size, 0);
  for (std::size_t d = 1; d < level.size; ++d) {
    const float* row = level.scores.data() + d * level.size;
    std::size_t best = 0;
    for (std::size_t h = 1; h < level.size; ++h) {
      if (h != d && row[h] > row[best]) best = h;
    }
    level.best[d] = static_cast<std::uint32_t>(best);
  }
}

// Numbers the cycles among the best heads.
bool Attacher::find_cycles(Level& level) {
  level.cycle.assign(level.size, 0);
  level.cycles = 0;
  // 0 not seen, 1 on the path, 2 done.
  seen_.assign(level.size, 0);
  seen_[0] = 2;
  for (std::size_t start = 1; start < level.size; ++start) {
    std::size_t at = start;
    path_.clear();
    while (seen_[at] == 0) {
      seen_[at] = 1;
      path_.push_back(static_cast<std::uint32_t>(at));
      at = level.best[at];
    }
    if (seen_[at] == 1) {
      ++level.cycles;
      for (std::size_t node = at; level.cycle[node] == 0; node = level.best[node]) level.cycle[node] = level.cycles;
    }
    for (const std::uint32_t p : path_) seen_[p] = 2;
  }
  return level.cycles > 0;
}

// Every cycle becomes one node of the level above, after those that are in none.
void Attacher::contract(Level& below, Level& above) {
  const std::size_t n = below.size;
  std::uint32_t outside = 0;
  below.above.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    if (below.cycle[i] == 0) below.above[i] = outside++;
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (below.cycle[i] != 0) below.above[i] = outside + below.cycle[i] - 1;
  }
  const std::size_t m = outside + below.cycles;
  above.size = m;
  above.scores.assign(m * m, kNever);
  above.arcs.resize(m * m);
  for (std::size_t d = 1; d < n; ++d) {
    const float* row = below.scores.data() + d * n;
    // Entering a cycle at d costs the head that d has in it.
    const float cost = below.cycle[d] != 0 ? row[below.best[d]] : 0.0F;
    const std::size_t cell = below.above[d] * m;
    for (std::size_t h = 0; h < n; ++h) {
      const std::size_t to = cell + below.above[h];
      const float gain = row[h] - cost;
      if (below.above[h] != below.above[d] && (gain > above.scores[to] || above.scores[to] == kNever)) {
        above.scores[to] = gain;
        above.arcs[to] = static_cast<std::uint32_t>(d * n + h);
      }
    }
  }
}

// Turns the heads of the level above into those of the level below: where a cycle is entered, it is broken.
void Attacher::expand(Level& below, const Level& above) {
  for (std::size_t d = 1; d < above.size; ++d) {
    const std::uint32_t arc = above.arcs[d * above.size + above.best[d]];
    below.best[arc / below.size] = static_cast<std::uint32_t>(arc % below.size);
  }
}

}  // namespace masudi::language
