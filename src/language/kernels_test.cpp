// SPDX-License-Identifier: Apache-2.0
#include "language/kernels.h"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

namespace masudi::language {
namespace {

// Numbers that look random and are the same everywhere.
class Numbers {
 public:
  std::uint32_t next() { return state_ = state_ * 1664525U + 1013904223U, state_ >> 8; }
  float between(float low, float high) { return low + (high - low) * static_cast<float>(next() & 0xFFFF) / 65535.0F; }
  template <class T>
  std::vector<T> many(std::size_t n, float low, float high) {
    std::vector<T> out(n);
    for (T& x : out) x = static_cast<T>(between(low, high));
    return out;
  }

 private:
  std::uint32_t state_ = 7;
};

struct alignas(64) Weights {
  std::int8_t bytes[128 * 96];
};

template <class T>
void expect_same(const std::vector<T>& a, const std::vector<T>& b, const char* name) {
  EXPECT_EQ(0, std::memcmp(a.data(), b.data(), a.size() * sizeof(T))) << name;
}

class EveryKernel : public testing::Test {
 protected:
  EveryKernel() { count_ = all_kernels(kernels_); }
  NamedKernels kernels_[3];
  std::size_t count_;
  Numbers numbers_;
};

TEST_F(EveryKernel, MultipliesToTheSameBits) {
  constexpr std::size_t kInputs = 128, kOutputs = 96;  // 64 and two panels more
  static Weights weights;
  for (auto& w : weights.bytes) w = static_cast<std::int8_t>(static_cast<int>(numbers_.next() % 255) - 127);
  const auto scale = numbers_.many<float>(kOutputs, 0.001F, 0.1F);
  const auto bias = numbers_.many<float>(kOutputs, -3, 3);
  for (const std::size_t rows : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 11U, 12U, 13U, 50U}) {
    const auto in = numbers_.many<std::uint8_t>(rows * kInputs, 0, 127);
    std::vector<float> first;
    for (std::size_t i = 0; i < count_; ++i) {
      std::vector<float> out(rows * kOutputs, -1);
      kernels_[i].kernels->multiply(in.data(), rows, kInputs, weights.bytes, kOutputs, scale.data(), bias.data(),
                                    out.data(), kOutputs);
      if (i == 0) {
        first = out;
      } else {
        expect_same(first, out, kernels_[i].name);
      }
    }
  }
}

TEST_F(EveryKernel, MultipliesExactly) {
  static Weights weights;
  for (auto& w : weights.bytes) w = 127;
  const std::vector<std::uint8_t> in(128, 127);
  const std::vector<float> scale(96, 1), bias(96, 0.5F);
  for (std::size_t i = 0; i < count_; ++i) {
    std::vector<float> out(96);
    kernels_[i].kernels->multiply(in.data(), 1, 128, weights.bytes, 96, scale.data(), bias.data(), out.data(), 96);
    for (const float x : out) EXPECT_EQ(128 * 127 * 127 + 0.5F, x) << kernels_[i].name;
  }
}

TEST_F(EveryKernel, RecursAndEmbedsToTheSameBits) {
  constexpr std::size_t kWidth = 64, kWords = 9;
  const auto gates = numbers_.many<float>(kWords * 3 * kWidth, -9, 9);
  const auto below = numbers_.many<std::uint8_t>(kWords * kWidth, 1, 127);
  const auto table = numbers_.many<std::int8_t>(20 * kWidth, -127, 127);
  const auto bias = numbers_.many<float>(kWidth, -1, 1);
  const std::uint32_t rows[] = {3, 0, 19, 7};
  const float scales[] = {0.01F, 0.002F, 0.03F, 0.004F};
  std::vector<std::uint8_t> first_recur, first_embed;
  for (std::size_t i = 0; i < count_; ++i) {
    std::vector<std::uint8_t> recurred(kWords * kWidth), embedded(kWidth);
    std::vector<float> state(kWidth);
    const Kernels& k = *kernels_[i].kernels;
    k.recur(gates.data(), kWords, kWidth, 0, kWidth / 2, 1, true, below.data(), recurred.data(), state.data());
    k.recur(gates.data(), kWords, kWidth, kWidth / 2, kWidth, -1, false, below.data(), recurred.data(), state.data());
    k.embed(rows, 4, table.data(), kWidth, scales, bias.data(), embedded.data());
    if (i == 0) {
      first_recur = recurred, first_embed = embedded;
    } else {
      expect_same(first_recur, recurred, kernels_[i].name);
      expect_same(first_embed, embedded, kernels_[i].name);
    }
  }
}

TEST_F(EveryKernel, ScoresAndRectifiesToTheSameBits) {
  constexpr std::size_t kWords = 6, kWidth = 48, kHeads = 37, kStride = 48;
  const auto dependents = numbers_.many<float>(kWords * kWidth, -2, 2);
  const auto heads = numbers_.many<float>(kWidth * kStride, -2, 2);
  std::vector<float> first_scores;
  std::vector<std::uint8_t> first_bytes;
  for (std::size_t i = 0; i < count_; ++i) {
    std::vector<float> scores(kWords * kStride);
    std::vector<std::uint8_t> bytes(2 * kWidth);
    const Kernels& k = *kernels_[i].kernels;
    k.score(dependents.data(), kWords, kWidth, heads.data(), kStride, kHeads, scores.data());
    k.rectify(dependents.data(), kWidth, 80, bytes.data());
    k.rectify_sum(dependents.data(), heads.data(), kWidth, 30, bytes.data() + kWidth);
    if (i == 0) {
      first_scores = scores, first_bytes = bytes;
    } else {
      expect_same(first_scores, scores, kernels_[i].name);
      expect_same(first_bytes, bytes, kernels_[i].name);
    }
  }
}

}  // namespace
}  // namespace masudi::language
