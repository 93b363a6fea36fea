// SPDX-License-Identifier: Apache-2.0
// The elementwise part of a recurrent layer and its gradient, for the trainer (network.py calls it by ctypes): the same
// squashing functions as in src/language/kernels_loops.h, so that the network is trained with what it runs with.
// Arrays are [time][sentence][feature], float; the first half of the features runs forwards, the second backwards.
#include <cstddef>
#include <cstdint>

namespace {

constexpr std::size_t kWidest = 512;

#include "language/kernels_loops.h"

struct Shape {
  std::size_t time, sentences, width;
  std::size_t at(std::size_t t, std::size_t s) const { return (t * sentences + s) * width; }
};

// One half of the features of one sentence and time.
template <bool kHighway>
void step(float* __restrict z, float* __restrict f, float* __restrict o, const float* in, const float* before,
          float mask, float* __restrict c, float* __restrict out, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    z[i] = squash(z[i]) * mask;
    f[i] = gate(f[i]);
    o[i] = gate(o[i]);
    c[i] = f[i] * before[i] + (1.0F - f[i]) * z[i];
    out[i] = o[i] * c[i];
    if constexpr (kHighway) out[i] += (1.0F - o[i]) * in[i];
  }
}

template <bool kHighway>
void step_back(const float* z, const float* f, const float* o, const float* in, const float* c, const float* before,
               const float* d_out, float mask, float* __restrict carried, float* __restrict dz, float* __restrict df,
               float* __restrict d_o, float* __restrict d_in, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    const float x = kHighway ? in[i] : 0.0F;
    const float g = carried[i] + d_out[i] * o[i];
    d_o[i] = d_out[i] * (c[i] - x) * o[i] * (1.0F - o[i]);
    if constexpr (kHighway) d_in[i] = d_out[i] * (1.0F - o[i]);
    df[i] = g * (before[i] - z[i]) * f[i] * (1.0F - f[i]);
    dz[i] = g * (1.0F - f[i]) * (mask - z[i] * z[i]);
    carried[i] = g * f[i];
  }
}

}  // namespace

extern "C" {

// gates: [time][sentence][3 * width] as z, f, o before squashing; squashed in place. in: null without a highway.
// zeros: width zeros. Fills c and out.
void masudi_recur(std::size_t time, std::size_t sentences, std::size_t width, float* gates, const float* in,
                  const float* mask, const float* zeros, float* c, float* out) {
  const Shape shape{time, sentences, width};
  const std::size_t half = width / 2;
  for (int side = 0; side < 2; ++side) {
    const std::size_t from = side == 0 ? 0 : half;
    for (std::size_t n = 0; n < time; ++n) {
      const std::size_t t = side == 0 ? n : time - 1 - n;
      for (std::size_t s = 0; s < sentences; ++s) {
        const std::size_t at = shape.at(t, s) + from;
        float* z = gates + 3 * shape.at(t, s) + from;
        const float* before = n == 0 ? zeros : c + shape.at(side == 0 ? t - 1 : t + 1, s) + from;
        const float m = mask[t * sentences + s];
        if (in != nullptr) {
          step<true>(z, z + width, z + 2 * width, in + at, before, m, c + at, out + at, half);
        } else {
          step<false>(z, z + width, z + 2 * width, nullptr, before, m, c + at, out + at, half);
        }
      }
    }
  }
}

// From what masudi_recur left in gates and c, and d_out: fills d_gates and (with a highway) d_in. carried: [sentence]
// [width] zeros.
void masudi_recur_back(std::size_t time, std::size_t sentences, std::size_t width, const float* gates, const float* in,
                       const float* mask, const float* zeros, const float* c, const float* d_out, float* carried,
                       float* d_gates, float* d_in) {
  const Shape shape{time, sentences, width};
  const std::size_t half = width / 2;
  for (int side = 0; side < 2; ++side) {
    const std::size_t from = side == 0 ? 0 : half;
    for (std::size_t n = time; n-- > 0;) {
      const std::size_t t = side == 0 ? n : time - 1 - n;
      for (std::size_t s = 0; s < sentences; ++s) {
        const std::size_t at = shape.at(t, s) + from;
        const float* z = gates + 3 * shape.at(t, s) + from;
        float* dz = d_gates + 3 * shape.at(t, s) + from;
        const float* before = n == 0 ? zeros : c + shape.at(side == 0 ? t - 1 : t + 1, s) + from;
        const float m = mask[t * sentences + s];
        float* carry = carried + s * width + from;
        if (in != nullptr) {
          step_back<true>(z, z + width, z + 2 * width, in + at, c + at, before, d_out + at, m, carry, dz, dz + width,
                          dz + 2 * width, d_in + at, half);
        } else {
          step_back<false>(z, z + width, z + 2 * width, nullptr, c + at, before, d_out + at, m, carry, dz, dz + width,
                           dz + 2 * width, nullptr, half);
        }
      }
    }
  }
}

}  // extern "C"
