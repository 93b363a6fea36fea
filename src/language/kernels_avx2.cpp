// SPDX-License-Identifier: Apache-2.0
#include <immintrin.h>

#include "language/kernels_kinds.h"

namespace masudi::language::avx2 {

#include "language/kernels_loops.h"

namespace {

// kRows rows of one panel. No sum of two products leaves 16 bits: 2 · 127 · 127 < 32768.
template <int kRows>
void panel_rows(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
                const float* bias, float* out, std::size_t stride) {
  __m256i low[kRows], high[kRows];
  for (int r = 0; r < kRows; ++r) low[r] = high[r] = _mm256_setzero_si256();
  const __m256i ones = _mm256_set1_epi16(1);
  for (std::size_t k = 0; k < inputs; k += 4) {
    const __m256i w0 = _mm256_load_si256(reinterpret_cast<const __m256i*>(weights + k * 16));
    const __m256i w1 = _mm256_load_si256(reinterpret_cast<const __m256i*>(weights + k * 16 + 32));
    for (int r = 0; r < kRows; ++r) {
      std::int32_t four;
      __builtin_memcpy(&four, in + static_cast<std::size_t>(r) * inputs + k, 4);
      const __m256i x = _mm256_set1_epi32(four);
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(_mm256_maddubs_epi16(x, w0), ones));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(_mm256_maddubs_epi16(x, w1), ones));
    }
  }
  for (int r = 0; r < kRows; ++r) {
    float* to = out + static_cast<std::size_t>(r) * stride;
    const __m256 a = _mm256_mul_ps(_mm256_loadu_ps(scale), _mm256_cvtepi32_ps(low[r]));
    const __m256 b = _mm256_mul_ps(_mm256_loadu_ps(scale + 8), _mm256_cvtepi32_ps(high[r]));
    _mm256_storeu_ps(to, _mm256_add_ps(a, _mm256_loadu_ps(bias)));
    _mm256_storeu_ps(to + 8, _mm256_add_ps(b, _mm256_loadu_ps(bias + 8)));
  }
}

void multiply(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
              std::size_t outputs, const float* scale, const float* bias, float* out, std::size_t stride) {
  for (std::size_t panel = 0; panel < outputs; panel += 16) {
    const std::int8_t* w = weights + panel * inputs;
    std::size_t r = 0;
    for (; r + 4 <= rows; r += 4) {
      panel_rows<4>(in + r * inputs, inputs, w, scale + panel, bias + panel, out + r * stride + panel, stride);
    }
    for (; r < rows; ++r) {
      panel_rows<1>(in + r * inputs, inputs, w, scale + panel, bias + panel, out + r * stride + panel, stride);
    }
  }
}

}  // namespace

const Kernels kKernels = {multiply, embed, recur, rectify, rectify_sum, score};

}  // namespace masudi::language::avx2
