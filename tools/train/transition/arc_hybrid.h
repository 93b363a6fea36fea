// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "train/transition/corpus.h"

namespace masudi::train::transition {

enum class Move : std::uint8_t { shift, left, right };
constexpr std::array<Move, 3> kMoves = {Move::shift, Move::left, Move::right};
constexpr std::size_t number(Move move) { return static_cast<std::size_t>(move); }

// A sentence half read: a stack of words, the words still to come with the root behind the last, and the arcs so far.
// Shift puts the next word on the stack; left takes the top off the stack and hangs it below the next word, right below
// the word under it. Source: the arc-hybrid system of Kuhlmann, Gómez-Rodríguez and Satta 2011,
// https://aclanthology.org/P11-1068/; the root last: Ballesteros and Nivre 2013, https://aclanthology.org/J13-1002/.
//
// Only the last word on the stack may be hung below the root. So there is always a legal move, every way has two moves
// a word and ends in a tree with one root. Cheap to copy: 40 bytes a word.
class State {
 public:
  static constexpr std::uint8_t kNoRelation = 63;

  struct Node {
    std::uint16_t head;
    std::uint16_t left1, left2, right1, right2;  // outermost children on either side, and the last ones before them
    std::uint8_t relation;
    std::uint8_t lefts, rights;         // numbers of children
    std::uint64_t left_set, right_set;  // bits of their relations
  };

  explicit State(std::size_t words = 0);

  std::size_t words() const { return nodes_.size() - 2; }
  std::uint16_t root() const { return static_cast<std::uint16_t>(words()); }
  // The place of what does not exist; its node is blank.
  std::uint16_t none() const { return static_cast<std::uint16_t>(words() + 1); }

  bool done() const { return stack_.empty() && next_ == root(); }
  bool is_legal(Move move) const;
  // Of the arc that a move makes; not for shift.
  std::uint16_t head_of(Move move) const { return move == Move::left ? next_ : stack_[stack_.size() - 2]; }
  void apply(Move move, std::uint8_t relation = kNoRelation);

  const Node& node(std::uint16_t place) const { return nodes_[place]; }
  // From the top, which is 0.
  std::uint16_t stack(std::size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : none(); }
  // From the next word, which is 0; the root is behind the last.
  std::uint16_t buffer(std::size_t i) const {
    return next_ + i <= root() ? static_cast<std::uint16_t>(next_ + i) : none();
  }
  std::size_t stack_size() const { return stack_.size(); }
  Tree tree() const;

 private:
  std::vector<std::uint16_t> stack_;
  std::uint16_t next_ = 0;
  std::vector<Node> nodes_;  // words, root, nothing
};

// How many heads of the gold tree can be reached before the legal move and not after it. The arcs of a tree that can be
// reached one by one can be reached together, so this is exact for projective trees. Source: the dynamic oracle of
// Goldberg and Nivre 2013, https://aclanthology.org/Q13-1033/; the root counts as lying under the stack, for only its
// last word may hang there.
int cost(const State& state, Move move, const Tree& gold);
// The first of left, right and shift that is legal and costs least: one way to each projective tree.
Move oracle_move(const State& state, const Tree& gold);

}  // namespace masudi::train::transition
