// SPDX-License-Identifier: Apache-2.0
// How the parser learns.
#include <algorithm>
#include <numeric>

#include "train/transition/parser.h"

namespace masudi::train::transition {

void Parser::learn_apply(State& state, const Lesson& lesson, Move move) {
  HashedFeatures features;
  Perceptron::Scores scores;
  const std::uint8_t found = choose_relation(state, lesson.words, move, features, scores).relation;
  if (move != Move::shift && state.head_of(move) != state.root() &&
      lesson.gold.heads[state.stack(0)] == state.head_of(move)) {
    const std::uint8_t gold = lesson.gold.relations[state.stack(0)];
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

Parser::Step Parser::oracle_step(const State& state, const Tree& gold) const {
  const Move move = oracle_move(state, gold);
  return {move, move == Move::shift ? State::kNoRelation : gold.relations[state.stack(0)]};
}

std::int64_t Parser::score_of(const State& state, std::span<const ParsedWord> words, Step step) const {
  HashedFeatures features;
  Perceptron::Scores scores;
  move_features(state, words, features);
  moves_.score(features, scores);
  const std::int64_t score = scores[number(step.move)];
  if (step.move == Move::shift || state.head_of(step.move) == state.root()) return score;
  relation_features(state, words, state.head_of(step.move), features);
  relations_.score(features, scores);
  return score + scores[step.relation];
}

void Parser::add(const State& state, std::span<const ParsedWord> words, Step step, std::int32_t amount) {
  HashedFeatures features;
  move_features(state, words, features);
  moves_.add(features, number(step.move), amount);
  if (step.move == Move::shift || state.head_of(step.move) == state.root()) return;
  relation_features(state, words, state.head_of(step.move), features);
  relations_.add(features, step.relation, amount);
}

// Rewards the right way and punishes the wrong one from where they part.
void Parser::learn_ways(const Lesson& lesson, std::span<const Step> right, std::span<const Step> wrong) {
  State good(lesson.gold.heads.size()), bad = good;
  bool parted = false;
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    parted = parted || right[i] != wrong[i];
    if (parted) {
      add(good, lesson.words, right[i], 1);
      add(bad, lesson.words, wrong[i], -1);
    }
    good.apply(right[i].move, right[i].relation);
    bad.apply(wrong[i].move, wrong[i].relation);
  }
}

void Parser::learn_beam(const Lesson& lesson) {
  Item right;
  right.state = State(lesson.gold.heads.size());
  Violation violation;
  search(lesson.words, [&](const std::vector<Item>& beam) {
    const Step next = oracle_step(right.state, lesson.gold);
    right.score += score_of(right.state, lesson.words, next);
    right.way.push_back(next);
    right.state.apply(next.move, next.relation);
    const Item& best = beam[0];
    if (best.way != right.way && best.score - right.score > violation.size) {
      violation = {best.score - right.score, best.way};
    }
  });
  if (!violation.way.empty()) learn_ways(lesson, right.way, violation.way);
  moves_.tick();
  relations_.tick();
}

void Parser::learn(std::span<const Sentence> sentences) {
  std::vector<Lesson> lessons;
  for (const Sentence& s : sentences) {
    lessons.push_back({s.gold, parsed_words(s.forms, s.tags)});
    lift(lessons.back().gold.heads);
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
