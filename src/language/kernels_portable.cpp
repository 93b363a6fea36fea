// SPDX-License-Identifier: Apache-2.0
#include "language/kernels_kinds.h"

namespace masudi::language::portable {

#include "language/kernels_loops.h"

namespace {

void multiply(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
              std::size_t outputs, const float* scale, const float* bias, float* out, std::size_t stride) {
  for (std::size_t panel = 0; panel < outputs; panel += 16) {
    const std::int8_t* of_panel = weights + panel * inputs;
    for (std::size_t r = 0; r < rows; ++r) {
      std::int32_t sum[16] = {};
      for (std::size_t k = 0; k < inputs; k += 4) {
        const std::uint8_t* x = in + r * inputs + k;
        const std::int8_t* w = of_panel + k * 16;
        for (std::size_t o = 0; o < 16; ++o) {
          sum[o] += x[0] * w[4 * o] + x[1] * w[4 * o + 1] + x[2] * w[4 * o + 2] + x[3] * w[4 * o + 3];
        }
      }
      for (std::size_t o = 0; o < 16; ++o) {
        out[r * stride + panel + o] = scale[panel + o] * static_cast<float>(sum[o]) + bias[panel + o];
      }
    }
  }
}

}  // namespace

const Kernels kKernels = {multiply, embed, recur, rectify, rectify_sum, score, turn, highest};

}  // namespace masudi::language::portable
