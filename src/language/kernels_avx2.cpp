// SPDX-License-Identifier: Apache-2.0
#include <immintrin.h>

#include "language/kernels_kinds.h"

namespace masudi::language::avx2 {

#include "language/kernels_loops.h"

namespace {

// One row of a panel, in registers. No sum of two products leaves 16 bits: 2 · 127 · 127 < 32768.
struct Row {
  __m256i low = _mm256_setzero_si256(), high = low;

  inline void add(const std::uint8_t* in, __m256i w_low, __m256i w_high) {
    std::int32_t four;
    __builtin_memcpy(&four, in, 4);
    const __m256i x = _mm256_set1_epi32(four);
    const __m256i ones = _mm256_set1_epi16(1);
    low = _mm256_add_epi32(low, _mm256_madd_epi16(_mm256_maddubs_epi16(x, w_low), ones));
    high = _mm256_add_epi32(high, _mm256_madd_epi16(_mm256_maddubs_epi16(x, w_high), ones));
  }
  inline void put(const float* scale, const float* bias, float* out) const {
    const __m256 a = _mm256_mul_ps(_mm256_loadu_ps(scale), _mm256_cvtepi32_ps(low));
    const __m256 b = _mm256_mul_ps(_mm256_loadu_ps(scale + 8), _mm256_cvtepi32_ps(high));
    _mm256_storeu_ps(out, _mm256_add_ps(a, _mm256_loadu_ps(bias)));
    _mm256_storeu_ps(out + 8, _mm256_add_ps(b, _mm256_loadu_ps(bias + 8)));
  }
};

void four_rows(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
               const float* bias, float* out, std::size_t stride) {
  Row r0, r1, r2, r3;
  for (std::size_t k = 0; k < inputs; k += 4) {
    const __m256i low = _mm256_load_si256(reinterpret_cast<const __m256i*>(weights + k * 16));
    const __m256i high = _mm256_load_si256(reinterpret_cast<const __m256i*>(weights + k * 16 + 32));
    r0.add(in + k, low, high), r1.add(in + inputs + k, low, high);
    r2.add(in + 2 * inputs + k, low, high), r3.add(in + 3 * inputs + k, low, high);
  }
  r0.put(scale, bias, out), r1.put(scale, bias, out + stride);
  r2.put(scale, bias, out + 2 * stride), r3.put(scale, bias, out + 3 * stride);
}

void one_row(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
             const float* bias, float* out) {
  Row r;
  for (std::size_t k = 0; k < inputs; k += 4) {
    r.add(in + k, _mm256_load_si256(reinterpret_cast<const __m256i*>(weights + k * 16)),
          _mm256_load_si256(reinterpret_cast<const __m256i*>(weights + k * 16 + 32)));
  }
  r.put(scale, bias, out);
}

void multiply(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
              std::size_t outputs, const float* scale, const float* bias, float* out, std::size_t stride) {
  for (std::size_t o = 0; o < outputs; o += 16) {
    const std::int8_t* w = weights + o * inputs;
    std::size_t r = 0;
    for (; r + 4 <= rows; r += 4) {
      four_rows(in + r * inputs, inputs, w, scale + o, bias + o, out + r * stride + o, stride);
    }
    for (; r < rows; ++r) one_row(in + r * inputs, inputs, w, scale + o, bias + o, out + r * stride + o);
  }
}

}  // namespace

const Kernels kKernels = {multiply, embed, recur, rectify, rectify_sum, score, turn, highest};

}  // namespace masudi::language::avx2
