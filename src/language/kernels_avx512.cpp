// SPDX-License-Identifier: Apache-2.0
#include <immintrin.h>

#include "language/kernels_kinds.h"

namespace masudi::language::avx512 {

#include "language/kernels_loops.h"

namespace {

// kRows rows of kPanels panels of 16 outputs each.
template <int kRows, int kPanels>
void block(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
           const float* bias, float* out, std::size_t stride) {
  __m512i sum[kRows][kPanels];
  for (int r = 0; r < kRows; ++r) {
    for (int p = 0; p < kPanels; ++p) sum[r][p] = _mm512_setzero_si512();
  }
  for (std::size_t k = 0; k < inputs; k += 4) {
    __m512i w[kPanels];
    for (int p = 0; p < kPanels; ++p)
      w[p] = _mm512_load_si512(weights + static_cast<std::size_t>(p) * 16 * inputs + k * 16);
    for (int r = 0; r < kRows; ++r) {
      std::int32_t four;
      __builtin_memcpy(&four, in + static_cast<std::size_t>(r) * inputs + k, 4);
      const __m512i x = _mm512_set1_epi32(four);
      for (int p = 0; p < kPanels; ++p) sum[r][p] = _mm512_dpbusd_epi32(sum[r][p], x, w[p]);
    }
  }
  for (int r = 0; r < kRows; ++r) {
    for (int p = 0; p < kPanels; ++p) {
      const __m512 scaled = _mm512_mul_ps(_mm512_loadu_ps(scale + 16 * p), _mm512_cvtepi32_ps(sum[r][p]));
      _mm512_storeu_ps(out + static_cast<std::size_t>(r) * stride + 16 * p,
                       _mm512_add_ps(scaled, _mm512_loadu_ps(bias + 16 * p)));
    }
  }
}

template <int kPanels>
void panels(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
            const float* scale, const float* bias, float* out, std::size_t stride) {
  std::size_t r = 0;
  for (; r + 6 <= rows; r += 6)
    block<6, kPanels>(in + r * inputs, inputs, weights, scale, bias, out + r * stride, stride);
  for (; r + 2 <= rows; r += 2)
    block<2, kPanels>(in + r * inputs, inputs, weights, scale, bias, out + r * stride, stride);
  for (; r < rows; ++r) block<1, kPanels>(in + r * inputs, inputs, weights, scale, bias, out + r * stride, stride);
}

void multiply(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
              std::size_t outputs, const float* scale, const float* bias, float* out, std::size_t stride) {
  std::size_t o = 0;
  for (; o + 64 <= outputs; o += 64) {
    panels<4>(in, rows, inputs, weights + o * inputs, scale + o, bias + o, out + o, stride);
  }
  for (; o < outputs; o += 16) {
    panels<1>(in, rows, inputs, weights + o * inputs, scale + o, bias + o, out + o, stride);
  }
}

}  // namespace

const Kernels kKernels = {multiply, embed, recur, rectify, rectify_sum, score};

}  // namespace masudi::language::avx512
