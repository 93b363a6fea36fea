// SPDX-License-Identifier: Apache-2.0
#include "train/transition/arc_hybrid.h"

#include <algorithm>
#include <utility>

namespace masudi::train::transition {
namespace {

// Gold children of the top of the stack among the words to come: a word taken off gets no more.
int children_to_come(const State& state, const Tree& gold) {
  const auto begin = gold.heads.begin();
  return static_cast<int>(std::count(begin + state.buffer(0), begin + state.root(), state.stack(0)));
}

int cost_of_left(const State& state, const Tree& gold) {
  const std::uint16_t head = gold.heads[state.stack(0)];
  const bool to_come = head > state.buffer(0) && head < state.root();
  const bool is_under = state.stack_size() > 1 ? head == state.stack(1) : head == state.root();
  const bool loses_head = to_come || (is_under && head != state.buffer(0));
  return children_to_come(state, gold) + (loses_head ? 1 : 0);
}

int cost_of_right(const State& state, const Tree& gold) {
  const std::uint16_t head = gold.heads[state.stack(0)];
  return children_to_come(state, gold) + (head >= state.buffer(0) && head < state.root() ? 1 : 0);
}

int cost_of_shift(const State& state, const Tree& gold) {
  const std::uint16_t next = state.buffer(0), head = gold.heads[next];
  int lost = head == state.root() && state.stack_size() > 0 ? 1 : 0;
  for (std::size_t i = 0; i < state.stack_size(); ++i) {
    lost += gold.heads[state.stack(i)] == next ? 1 : 0;
    lost += i > 0 && state.stack(i) == head ? 1 : 0;
  }
  return lost;
}

}  // namespace

State::State(std::size_t words) : nodes_(words + 2) {
  const std::uint16_t nothing = none();
  std::fill(nodes_.begin(), nodes_.end(), Node{nothing, nothing, nothing, nothing, nothing, kNoRelation, 0, 0, 0, 0});
}

bool State::is_legal(Move move) const {
  switch (move) {
    case Move::shift: return next_ < root();
    case Move::left: return next_ < root() ? !stack_.empty() : stack_.size() == 1;
    case Move::right: return stack_.size() > 1;
  }
  return false;
}

void State::apply(Move move, std::uint8_t relation) {
  if (move == Move::shift) return stack_.push_back(next_++);
  const std::uint16_t child = stack_.back(), head = head_of(move);
  stack_.pop_back();
  nodes_[child].head = head;
  nodes_[child].relation = relation;
  Node& above = nodes_[head];
  const std::uint64_t bit = std::uint64_t{1} << relation;
  if (child < head) {
    above.left2 = std::exchange(above.left1, child);
    above.left_set |= bit;
    ++above.lefts;
  } else {
    above.right2 = std::exchange(above.right1, child);
    above.right_set |= bit;
    ++above.rights;
  }
}

Tree State::tree() const {
  Tree out;
  for (std::size_t i = 0; i < words(); ++i) {
    out.heads.push_back(nodes_[i].head);
    out.relations.push_back(nodes_[i].relation);
  }
  return out;
}

int cost(const State& state, Move move, const Tree& gold) {
  switch (move) {
    case Move::shift: return cost_of_shift(state, gold);
    case Move::left: return cost_of_left(state, gold);
    case Move::right: return cost_of_right(state, gold);
  }
  return 0;
}

Move oracle_move(const State& state, const Tree& gold) {
  Move best = Move::shift;
  int least = -1;
  for (const Move move : {Move::left, Move::right, Move::shift}) {
    if (!state.is_legal(move)) continue;
    const int lost = cost(state, move, gold);
    if (least < 0 || lost < least) best = move, least = lost;
  }
  return best;
}

}  // namespace masudi::train::transition
