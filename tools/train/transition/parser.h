// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "train/random.h"
#include "train/transition/arc_hybrid.h"
#include "train/transition/parser_features.h"
#include "train/transition/perceptron.h"

namespace masudi::train::transition {

struct ParserSettings {
  int passes = 8;
  // 1: the best move is taken. More: so many states are kept, and the best way to the end is taken.
  std::size_t beam = 1;
  // How often learning goes on from where a wrong move leads, from the second pass on; 0: never, and each move but that
  // of one fixed way to the tree is wrong (a static oracle). Not for beams.
  double explore = 0.9;
  std::uint32_t move_bits = 22;
  std::uint32_t relation_bits = 19;
};

// A transition parser of two averaged perceptrons. One chooses the move, the other the relation of the arc that it
// makes, so the many features of a move meet rows of 4 numbers, and few rows of 50.
//
// Without a beam it learns with a dynamic oracle and exploration (Goldberg and Nivre 2013). With one, the moves of a
// whole sentence are scored together and learnt where the best way is farthest ahead of the right one (max-violation,
// Huang, Fayong and Guo 2012, https://aclanthology.org/N12-1015/); the score of a way is that of its moves and
// of its relations.
class Parser {
 public:
  Parser(const Labels& relations, const ParserSettings& settings);

  // Reads `tags`, and `gold` with its arcs lifted; in an order drawn from a fixed seed; then averages.
  void learn(std::span<const Sentence> sentences);
  Tree parse(std::span<const std::string> forms, std::span<const Tags> tags) const;
  std::uint64_t checksum() const { return moves_.checksum() ^ relations_.checksum(); }

 private:
  // A move, with the relation of its arc.
  struct Step {
    Move move;
    std::uint8_t relation = State::kNoRelation;
    bool operator==(const Step&) const = default;
  };
  struct Choice {
    std::uint8_t relation;
    std::int32_t score;
  };
  struct Candidate {
    std::int64_t score;
    std::uint32_t parent;
    Step step;
  };
  struct Item {
    State state;
    std::int64_t score = 0;
    std::vector<Step> way;  // from the start
  };
  struct Lesson {
    Tree gold;  // projective
    std::vector<ParsedWord> words;
  };
  // Where the best way was farthest ahead of the right one.
  struct Violation {
    std::int64_t size = -1;
    std::vector<Step> way;
  };

  // The scores of all moves, and the best legal one.
  Move best_move(const State& state, std::span<const ParsedWord> words, HashedFeatures& features,
                 Perceptron::Scores& scores) const;
  // The best relation for the arc that a move makes; for shift none, with the score 0.
  Choice choose_relation(const State& state, std::span<const ParsedWord> words, Move move, HashedFeatures& features,
                         Perceptron::Scores& scores) const;
  // The beams after each move, until all is read; `see` gets each.
  using See = std::function<void(const std::vector<Item>&)>;
  void search(std::span<const ParsedWord> words, const See& see) const;

  void learn_greedily(const Lesson& lesson, bool explore);
  void learn_beam(const Lesson& lesson);
  Step oracle_step(const State& state, const Tree& gold) const;
  std::int64_t score_of(const State& state, std::span<const ParsedWord> words, Step step) const;
  // Adds `amount` to the weights of a step.
  void add(const State& state, std::span<const ParsedWord> words, Step step, std::int32_t amount);
  void learn_ways(const Lesson& lesson, std::span<const Step> right, std::span<const Step> wrong);
  // Makes the move; the relation of its arc is learnt where the arc is right.
  void learn_apply(State& state, const Lesson& lesson, Move move);

  ParserSettings settings_;
  std::uint8_t root_relation_;
  Perceptron moves_;
  Perceptron relations_;
  Random random_{5};
};

}  // namespace masudi::train::transition
