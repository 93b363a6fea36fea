// SPDX-License-Identifier: Apache-2.0
#include "train/transition/parser.h"

#include <algorithm>
#include <limits>

namespace masudi::train::transition {

Parser::Parser(const Labels& relations, const ParserSettings& settings)
    : settings_(settings),
      root_relation_(relations.find("root")),
      moves_(kMoves.size(), settings.move_bits),
      relations_(relations.size(), settings.relation_bits) {}

Move Parser::best_move(const State& state, std::span<const ParsedWord> words, HashedFeatures& features,
                       Perceptron::Scores& scores) const {
  move_features(state, words, features);
  moves_.score(features, scores);
  std::int64_t most = std::numeric_limits<std::int64_t>::min();
  Move best = Move::shift;
  for (const Move move : kMoves) {
    if (const std::int32_t score = scores[number(move)]; score > most && state.is_legal(move))
      best = move, most = score;
  }
  return best;
}

Parser::Choice Parser::choose_relation(const State& state, std::span<const ParsedWord> words, Move move,
                                       HashedFeatures& features, Perceptron::Scores& scores) const {
  if (move == Move::shift) return {State::kNoRelation, 0};
  const std::uint16_t head = state.head_of(move);
  if (head == state.root()) return {root_relation_, 0};
  relation_features(state, words, head, features);
  relations_.score(features, scores);
  scores[root_relation_] = std::numeric_limits<std::int32_t>::min();
  const auto end = scores.begin() + static_cast<std::ptrdiff_t>(relations_.classes());
  const auto best = std::max_element(scores.begin(), end);
  return {static_cast<std::uint8_t>(best - scores.begin()), *best};
}

Tree Parser::parse(std::span<const std::string> forms, std::span<const Tags> tags) const {
  const auto words = parsed_words(forms, tags);
  if (settings_.beam > 1) {
    Tree out;
    search(words, [&](const std::vector<Item>& beam) {
      if (beam[0].state.done()) out = beam[0].state.tree();
    });
    return out;
  }
  HashedFeatures features;
  Perceptron::Scores scores;
  State state(forms.size());
  while (!state.done()) {
    const Move move = best_move(state, words, features, scores);
    state.apply(move, choose_relation(state, words, move, features, scores).relation);
  }
  return state.tree();
}

void Parser::search(std::span<const ParsedWord> words, const See& see) const {
  std::vector<Item> beam(1), after;
  beam[0].state = State(words.size() - 2);
  std::vector<Candidate> candidates;
  HashedFeatures features;
  Perceptron::Scores scores, relation_scores;
  while (!beam[0].state.done()) {
    candidates.clear();
    for (std::uint32_t i = 0; i < beam.size(); ++i) {
      const Item& item = beam[i];
      best_move(item.state, words, features, scores);
      for (const Move move : kMoves) {
        if (!item.state.is_legal(move)) continue;
        const auto [relation, score] = choose_relation(item.state, words, move, features, relation_scores);
        candidates.push_back({item.score + scores[number(move)] + score, i, {move, relation}});
      }
    }
    const std::size_t kept = std::min(settings_.beam, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept), candidates.end(),
                      [](const Candidate& a, const Candidate& b) {
                        if (a.score != b.score) return a.score > b.score;
                        return a.parent != b.parent ? a.parent < b.parent : a.step.move < b.step.move;
                      });
    after.resize(kept);
    for (std::size_t i = 0; i < kept; ++i) {
      after[i] = beam[candidates[i].parent];
      after[i].score = candidates[i].score;
      after[i].way.push_back(candidates[i].step);
      after[i].state.apply(candidates[i].step.move, candidates[i].step.relation);
    }
    beam.swap(after);
    see(beam);
  }
}

}  // namespace masudi::train::transition
