// SPDX-License-Identifier: Apache-2.0
#include "train/transition/parser.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace masudi::train::transition {
namespace {

// Groups of relations that ask for the same surroundings; what is named nowhere is in a last one.
constexpr std::array<std::string_view, 6> kGroups = {
    " nsubj csubj expl ",         " obj iobj xcomp ccomp ",         " obl nmod advmod nummod amod ",
    " det case mark aux cop cc ", " compound flat fixed goeswith ", " punct "};

std::size_t group_named(std::string_view relation) {
  const std::string padded = " " + std::string(relation.substr(0, relation.find(':'))) + " ";
  const auto found = std::find_if(kGroups.begin(), kGroups.end(),
                                  [&](std::string_view g) { return g.find(padded) != std::string_view::npos; });
  return static_cast<std::size_t>(found - kGroups.begin());
}

constexpr std::size_t kClasses = 1 + 2 * (kGroups.size() + 1);

}  // namespace

Parser::Parser(const Labels& relations, const ParserSettings& settings)
    : settings_(settings),
      groups_(kGroups.size() + 1),
      root_relation_(relations.find("root")),
      moves_(kClasses, settings.move_bits),
      relations_(relations.size(), settings.relation_bits) {
  classes_.push_back({Move::shift, 0});
  for (std::uint8_t g = 0; g < groups_.size(); ++g) {
    classes_.push_back({Move::left, g});
    classes_.push_back({Move::right, g});
  }
  for (std::size_t r = 0; r < relations.size(); ++r) {
    group_of_.push_back(static_cast<std::uint8_t>(group_named(relations.name(r))));
    if (r != root_relation_) groups_[group_of_.back()].push_back(static_cast<std::uint8_t>(r));
  }
}

bool Parser::is_legal(const State& state, std::size_t number) const {
  const auto [move, group] = classes_[number];
  if (!state.is_legal(move)) return false;
  if (move == Move::left && state.buffer(0) == state.root()) return group == group_of_[root_relation_];
  return !groups_[group].empty() || move == Move::shift;
}

std::size_t Parser::best_class(const State& state, std::span<const ParsedWord> words, HashedFeatures& features,
                               Perceptron::Scores& scores) const {
  move_features(state, words, features);
  moves_.score(features, scores);
  std::size_t best = classes_.size();
  for (std::size_t c = 0; c < classes_.size(); ++c) {
    if ((best == classes_.size() || scores[c] > scores[best]) && is_legal(state, c)) best = c;
  }
  return best;
}

std::uint8_t Parser::choose_relation(const State& state, std::span<const ParsedWord> words, std::size_t number,
                                     HashedFeatures& features) const {
  const auto [move, group] = classes_[number];
  const std::uint16_t head = state.head_of(move);
  if (head == state.root()) return root_relation_;
  relation_features(state, words, head, features);
  Perceptron::Scores scores;
  relations_.score(features, scores);
  const auto& among = groups_[group];
  return *std::max_element(among.begin(), among.end(), [&](auto a, auto b) { return scores[a] < scores[b]; });
}

void Parser::apply(State& state, std::span<const ParsedWord> words, std::size_t number) const {
  HashedFeatures features;
  const Move move = classes_[number].move;
  state.apply(move, move == Move::shift ? State::kNoRelation : choose_relation(state, words, number, features));
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
  while (!state.done()) apply(state, words, best_class(state, words, features, scores));
  return state.tree();
}

void Parser::search(std::span<const ParsedWord> words, const See& see) const {
  std::vector<Item> beam(1), after;
  beam[0].state = State(words.size() - 2);
  std::vector<Candidate> candidates;
  HashedFeatures features;
  Perceptron::Scores scores;
  while (!beam[0].state.done()) {
    candidates.clear();
    for (std::uint32_t i = 0; i < beam.size(); ++i) {
      const Item& item = beam[i];
      best_class(item.state, words, features, scores);
      for (std::size_t c = 0; c < classes_.size(); ++c) {
        if (!is_legal(item.state, c)) continue;
        candidates.push_back({item.score + scores[c], i, static_cast<std::uint8_t>(c)});
      }
    }
    const std::size_t kept = std::min(settings_.beam, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept), candidates.end(),
                      [](const Candidate& a, const Candidate& b) {
                        if (a.score != b.score) return a.score > b.score;
                        return a.parent != b.parent ? a.parent < b.parent : a.number < b.number;
                      });
    after.resize(kept);
    for (std::size_t i = 0; i < kept; ++i) {
      after[i] = beam[candidates[i].parent];
      after[i].score = candidates[i].score;
      after[i].way.push_back(candidates[i].number);
      apply(after[i].state, words, candidates[i].number);
    }
    beam.swap(after);
    see(beam);
  }
}

}  // namespace masudi::train::transition
