// SPDX-License-Identifier: Apache-2.0
#include "train/transition/perceptron.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/hash.h"

namespace masudi::train::transition {
namespace {

constexpr double kScale = 64;  // of the rounded weights

// Sums of the rows, `Block` classes at a time, so that the sums stay in registers.
template <std::size_t Block, class Weight>
void sum_rows(const Weight* table, std::span<const std::uint32_t> hashes, std::uint32_t shift, std::size_t width,
              std::int32_t* out) {
  for (std::size_t at = 0; at < width; at += Block) {
    std::array<std::int32_t, Block> sum{};
    for (const std::uint32_t hash : hashes) {
      const Weight* row = table + static_cast<std::size_t>(hash >> shift) * width + at;
      for (std::size_t c = 0; c < Block; ++c) sum[c] += row[c];
    }
    std::copy(sum.begin(), sum.end(), out + at);
  }
}

template <class Weight>
void sum_table(const std::vector<Weight>& table, std::span<const std::uint32_t> hashes, std::uint32_t shift,
               std::size_t width, std::int32_t* out) {
  if (width == 4) return sum_rows<4>(table.data(), hashes, shift, width, out);
  sum_rows<8>(table.data(), hashes, shift, width, out);
}

}  // namespace

Perceptron::Perceptron(std::size_t classes, std::uint32_t bits)
    : classes_(classes),
      width_(classes <= 4 ? 4 : (classes + 7) / 8 * 8),
      shift_(32 - bits),
      weights_(width_ << bits),
      moments_(width_ << bits) {}

void Perceptron::score(const HashedFeatures& features, Scores& out) const {
  if (averaged_.empty()) return sum_table(weights_, features.hashes(), shift_, width_, out.data());
  sum_table(averaged_, features.hashes(), shift_, width_, out.data());
}

void Perceptron::add(const HashedFeatures& features, std::size_t to, std::int32_t amount) {
  for (const std::uint32_t hash : features.hashes()) {
    const std::size_t at = static_cast<std::size_t>(hash >> shift_) * width_ + to;
    weights_[at] += amount;
    moments_[at] += amount * ticks_;
  }
}

void Perceptron::average() {
  averaged_.resize(weights_.size());
  for (std::size_t i = 0; i < averaged_.size(); ++i) {
    const double mean = weights_[i] - static_cast<double>(moments_[i]) / static_cast<double>(ticks_);
    averaged_[i] = static_cast<std::int16_t>(std::clamp(std::round(mean * kScale), -32767.0, 32767.0));
  }
  weights_ = {};
  moments_ = {};
}

std::uint64_t Perceptron::checksum() const {
  return hash_bytes({reinterpret_cast<const char*>(averaged_.data()), averaged_.size() * sizeof(averaged_[0])});
}

}  // namespace masudi::train::transition
