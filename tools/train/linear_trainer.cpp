// SPDX-License-Identifier: Apache-2.0
#include "train/linear_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "train/random.h"

namespace masudi::train {
namespace {

constexpr std::size_t kMostClasses = 8;
constexpr float kScale = 256;  // of the rounded weights

struct Weight {
  float value = 0;
  float squares = 0;  // sum of squared gradients
};

class Learner {
 public:
  Learner(const ExampleSet& set, std::size_t classes, const LinearSettings& settings)
      : set_(set),
        settings_(settings),
        columns_(classes == 2 ? 1 : classes),
        shift_(32 - settings.bits),
        weights_(columns_ << settings.bits),
        sums_(weights_.size()) {}

  void pass(std::span<const std::uint32_t> order) {
    for (const std::uint32_t i : order) learn(set_.examples[i]);
  }

  void collect() {
    for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i].value;
    ++collected_;
  }

  std::vector<std::int16_t> rounded() const {
    std::vector<std::int16_t> out(sums_.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      const float w = std::round(sums_[i] / static_cast<float>(collected_) * kScale);
      out[i] = static_cast<std::int16_t>(std::clamp(w, -32767.0F, 32767.0F));
    }
    return out;
  }

 private:
  std::span<const std::uint32_t> hashes(const Example& e) const {
    return std::span(set_.hashes).subspan(e.begin, e.end - e.begin);
  }

  // The features of an example that are used this time.
  void draw(const Example& e) {
    drawn_.clear();
    for (const std::uint32_t h : hashes(e)) {
      if (settings_.dropout == 0 || random_.uniform() >= settings_.dropout) drawn_.push_back(h);
    }
  }

  void learn(const Example& e) {
    draw(e);
    std::array<float, kMostClasses> score{};
    for (const std::uint32_t h : drawn_) {
      const Weight* row = &weights_[static_cast<std::size_t>(h >> shift_) * columns_];
      for (std::size_t c = 0; c < columns_; ++c) score[c] += row[c].value;
    }
    std::array<float, kMostClasses> gradient{};
    if (columns_ == 1) {
      gradient[0] = 1 / (1 + std::exp(-score[0])) - (e.label == 1 ? 1.0F : 0.0F);
    } else {
      const float top = *std::max_element(score.begin(), score.begin() + static_cast<std::ptrdiff_t>(columns_));
      float sum = 0;
      for (std::size_t c = 0; c < columns_; ++c) sum += gradient[c] = std::exp(score[c] - top);
      for (std::size_t c = 0; c < columns_; ++c) gradient[c] = gradient[c] / sum - (e.label == c ? 1.0F : 0.0F);
    }
    for (const std::uint32_t h : drawn_) {
      Weight* row = &weights_[static_cast<std::size_t>(h >> shift_) * columns_];
      for (std::size_t c = 0; c < columns_; ++c) {
        const float g = gradient[c] * e.weight + settings_.decay * row[c].value;
        row[c].squares += g * g;
        row[c].value -= settings_.rate * g / (std::sqrt(row[c].squares) + 1e-3F);
      }
    }
  }

  const ExampleSet& set_;
  LinearSettings settings_;
  std::size_t columns_;
  std::uint32_t shift_;
  std::vector<Weight> weights_;
  std::vector<float> sums_;
  int collected_ = 0;
  std::vector<std::uint32_t> drawn_;
  Random random_{3};
};

}  // namespace

void ExampleSet::add(const language::Features& features, std::uint8_t label, float weight) {
  const auto begin = static_cast<std::uint32_t>(hashes.size());
  hashes.insert(hashes.end(), features.hashes().begin(), features.hashes().end());
  examples.push_back({begin, static_cast<std::uint32_t>(hashes.size()), label, weight});
}

std::vector<std::int16_t> train_linear(const ExampleSet& set, std::size_t classes, const LinearSettings& settings) {
  Learner learner(set, classes, settings);
  std::vector<std::uint32_t> order(set.examples.size());
  std::iota(order.begin(), order.end(), 0u);
  Random random(1);
  for (int pass = 0; pass < settings.passes; ++pass) {
    random.shuffle(order);
    learner.pass(order);
    if (pass >= settings.passes / 2) learner.collect();
  }
  return learner.rounded();
}

}  // namespace masudi::train
