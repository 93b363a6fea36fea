// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "train/transition/hashed_features.h"

namespace masudi::train::transition {

// Averaged perceptron (Freund and Schapire 1999; Collins 2002) over hashed features: a table of 2^bits rows, one weight
// a class; features that fall on one row share it. It learns in whole numbers, so sums are exact, and is averaged and
// rounded to 16 bits once at the end. Scores are const and may be asked by many threads; learning is for one.
class Perceptron {
 public:
  static constexpr std::size_t kMostClasses = 128;
  using Scores = std::array<std::int32_t, kMostClasses>;

  Perceptron(std::size_t classes, std::uint32_t bits);

  std::size_t classes() const { return classes_; }
  void score(const HashedFeatures& features, Scores& out) const;
  // Adds `amount` to the weights of a class.
  void add(const HashedFeatures& features, std::size_t to, std::int32_t amount);
  void update(const HashedFeatures& features, std::size_t right, std::size_t wrong) {
    add(features, right, 1);
    add(features, wrong, -1);
  }
  // One decision was looked at; the average is over these.
  void tick() { ++ticks_; }
  // Ends the learning: from here on scores are those of the averaged weights.
  void average();
  // Of the averaged weights.
  std::uint64_t checksum() const;

 private:
  std::size_t classes_;
  std::size_t width_;  // numbers a row
  std::uint32_t shift_;
  std::int64_t ticks_ = 1;
  std::vector<std::int32_t> weights_;
  std::vector<std::int64_t> moments_;  // sum of each change times the tick at which it was made
  std::vector<std::int16_t> averaged_;
};

}  // namespace masudi::train::transition
