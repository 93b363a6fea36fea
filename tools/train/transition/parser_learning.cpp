// SPDX-License-Identifier: Apache-2.0
// How the parser learns.
#include <algorithm>
#include <numeric>

#include "train/transition/parser.h"

namespace masudi::train::transition {

void Parser::learn_apply(State& state, const Lesson& lesson, Move move) {
  if (move == Move::shift) return state.apply(move);
  HashedFeatures features;
  const std::uint8_t found = choose_relation(state, lesson.words, move, features);
  const std::uint16_t child = state.stack(0), head = state.head_of(move);
  if (head != state.root() && lesson.gold.heads[child] == head) {
    const std::uint8_t gold = lesson.gold.relations[child];
    if (found != gold) relations_.update(features, gold, found);
    relations_.tick();
  }
  state.apply(move, found);
}

void Parser::learn_greedily(const Lesson& lesson, bool explore) {
  HashedFeatures features;
  Perceptron::Scores scores;
  State state(lesson.gold.heads.size());
  while (!state.done()) {
    const Move found = best_move(state, lesson.words, features, scores);
    Move right = oracle_move(state, lesson.gold);
    if (settings_.explore > 0) {
      // Of the moves that cost least, the one with the best score.
      const int least = cost(state, right, lesson.gold);
      for (const Move move : kMoves) {
        if (scores[number(move)] <= scores[number(right)] || !state.is_legal(move)) continue;
        if (cost(state, move, lesson.gold) == least) right = move;
      }
    }
    if (found != right) moves_.update(features, number(right), number(found));
    moves_.tick();
    learn_apply(state, lesson, explore && random_.uniform() < settings_.explore ? found : right);
  }
}

// Rewards the right way and punishes the wrong one from where they part.
void Parser::learn_ways(const Lesson& lesson, std::span<const Move> right, std::span<const Move> wrong) {
  HashedFeatures features;
  State good(lesson.gold.heads.size()), bad = good;
  bool parted = false;
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    parted = parted || right[i] != wrong[i];
    if (parted) {
      move_features(good, lesson.words, features);
      moves_.add(features, number(right[i]), 1);
      move_features(bad, lesson.words, features);
      moves_.add(features, number(wrong[i]), -1);
    }
    apply(good, lesson.words, right[i]);
    apply(bad, lesson.words, wrong[i]);
  }
}

void Parser::learn_beam(const Lesson& lesson) {
  Item right;
  right.state = State(lesson.gold.heads.size());
  Violation violation;
  std::vector<Move> found;
  HashedFeatures features;
  Perceptron::Scores scores;
  search(lesson.words, [&](const std::vector<Item>& beam) {
    const Move next = oracle_move(right.state, lesson.gold);
    move_features(right.state, lesson.words, features);
    moves_.score(features, scores);
    right.score += scores[number(next)];
    right.way.push_back(next);
    apply(right.state, lesson.words, next);
    const Item& best = beam[0];
    if (best.way != right.way && best.score - right.score > violation.size) {
      violation = {best.score - right.score, best.way};
    }
    if (best.state.done()) found = best.way;
  });
  if (!violation.way.empty()) learn_ways(lesson, right.way, violation.way);
  moves_.tick();
  // Relations, along the way that was found.
  State state(lesson.gold.heads.size());
  for (const Move move : found) learn_apply(state, lesson, move);
}

void Parser::learn(std::span<const Sentence> sentences) {
  std::vector<Lesson> lessons;
  for (const Sentence& s : sentences) {
    Lesson& lesson = lessons.emplace_back(s.gold, parsed_words(s.forms, s.tags));
    lift(lesson.gold.heads);
  }
  std::vector<std::uint32_t> order(lessons.size());
  std::iota(order.begin(), order.end(), 0u);
  for (int pass = 0; pass < settings_.passes; ++pass) {
    random_.shuffle(order);
    for (const std::uint32_t i : order) {
      if (settings_.beam > 1) {
        learn_beam(lessons[i]);
      } else {
        learn_greedily(lessons[i], pass > 0 && settings_.explore > 0);
      }
    }
  }
  moves_.average();
  relations_.average();
}

}  // namespace masudi::train::transition
