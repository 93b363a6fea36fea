// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/linear_model.h"

namespace masudi::train {

// One decision to learn from.
struct Example {
  std::uint32_t begin;  // of its feature hashes in ExampleSet::hashes
  std::uint32_t end;
  std::uint8_t label;
  float weight;
};

struct ExampleSet {
  std::vector<std::uint32_t> hashes;
  std::vector<Example> examples;

  void add(const language::Features& features, std::uint8_t label, float weight = 1);
};

struct LinearSettings {
  std::uint32_t bits = 15;  // 2^bits rows
  int passes = 8;
  float rate = 0.2F;
  float decay = 1e-6F;  // pull of the weights to zero
  float dropout = 0;    // share of the features that are left out of an example each time it is seen
};

// Multinomial logistic regression by AdaGrad (Duchi, Hazan, Singer 2011), examples in an order drawn from a fixed seed,
// features left out
// at random, weights averaged over the last half of the passes and rounded to 16 bits. With two classes one column is
// learnt (the score of class 1 against class 0); with more, one column a class. Same input, same bytes.
std::vector<std::int16_t> train_linear(const ExampleSet& set, std::size_t classes, const LinearSettings& settings);

}  // namespace masudi::train
