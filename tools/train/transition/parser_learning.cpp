// SPDX-License-Identifier: Apache-2.0
// How the parser learns.
#include <algorithm>
#include <numeric>

#include "train/transition/parser.h"

namespace masudi::train::transition {

int Parser::cost_of(const State& state, std::size_t number, const Tree& gold) const {
  const auto [move, group] = classes_[number];
  const int lost = cost(state, move, gold);
  if (move == Move::shift) return lost;
  const std::uint16_t child = state.stack(0), head = state.head_of(move);
  const bool other = gold.heads[child] == head && head != state.root() && group_of_[gold.relations[child]] != group;
  return lost + (other ? 1 : 0);
}

std::size_t Parser::oracle_class(const State& state, const Tree& gold) const {
  const Move move = oracle_move(state, gold);
  const std::size_t group = move == Move::shift ? 0 : group_of_[gold.relations[state.stack(0)]];
  const auto found = std::find_if(classes_.begin(), classes_.end(),
                                  [&](const Class& c) { return c.move == move && c.group == group; });
  return static_cast<std::size_t>(found - classes_.begin());
}

// The relation for the arc of a class of moves, learnt if the arc is right.
std::uint8_t Parser::learn_relation(const State& state, const Lesson& lesson, std::size_t number) {
  HashedFeatures features;
  const std::uint8_t found = choose_relation(state, lesson.words, number, features);
  const std::uint16_t child = state.stack(0), head = state.head_of(classes_[number].move);
  if (head == state.root() || lesson.gold.heads[child] != head) return found;
  const std::uint8_t gold = lesson.gold.relations[child];
  if (group_of_[gold] != classes_[number].group) return found;
  if (found != gold) relations_.update(features, gold, found);
  relations_.tick();
  return found;
}

void Parser::learn_greedily(const Lesson& lesson, bool explore) {
  HashedFeatures features;
  Perceptron::Scores scores;
  State state(lesson.gold.heads.size());
  while (!state.done()) {
    const std::size_t found = best_class(state, lesson.words, features, scores);
    std::size_t right = oracle_class(state, lesson.gold);
    if (settings_.explore > 0) {
      // Of the classes that cost least, the one with the best score.
      const int least = cost_of(state, right, lesson.gold);
      for (std::size_t c = 0; c < classes_.size(); ++c) {
        if (scores[c] > scores[right] && is_legal(state, c) && cost_of(state, c, lesson.gold) <= least) right = c;
      }
    }
    if (found != right) moves_.update(features, right, found);
    moves_.tick();
    const std::size_t taken = explore && random_.uniform() < settings_.explore ? found : right;
    const bool is_arc = classes_[taken].move != Move::shift;
    state.apply(classes_[taken].move, is_arc ? learn_relation(state, lesson, taken) : State::kNoRelation);
  }
}

// Rewards the right way and punishes the wrong one from where they part.
void Parser::learn_ways(const Lesson& lesson, std::span<const std::uint8_t> right,
                        std::span<const std::uint8_t> wrong) {
  HashedFeatures features;
  State good(lesson.gold.heads.size()), bad = good;
  bool parted = false;
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    parted = parted || right[i] != wrong[i];
    if (parted) {
      move_features(good, lesson.words, features);
      moves_.add(features, right[i], 1);
      move_features(bad, lesson.words, features);
      moves_.add(features, wrong[i], -1);
    }
    apply(good, lesson.words, right[i]);
    apply(bad, lesson.words, wrong[i]);
  }
}

void Parser::learn_beam(const Lesson& lesson) {
  Item right;
  right.state = State(lesson.gold.heads.size());
  Violation violation;
  std::vector<std::uint8_t> found;
  HashedFeatures features;
  Perceptron::Scores scores;
  search(lesson.words, [&](const std::vector<Item>& beam) {
    const std::size_t next = oracle_class(right.state, lesson.gold);
    move_features(right.state, lesson.words, features);
    moves_.score(features, scores);
    right.score += scores[next];
    right.way.push_back(static_cast<std::uint8_t>(next));
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
  for (const std::uint8_t number : found) {
    const bool is_arc = classes_[number].move != Move::shift;
    state.apply(classes_[number].move, is_arc ? learn_relation(state, lesson, number) : State::kNoRelation);
  }
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
