// SPDX-License-Identifier: Apache-2.0
#include <immintrin.h>

#include "language/kernels_kinds.h"

namespace masudi::language::avx512 {

#include "language/kernels_loops.h"

namespace {

// Four activations, sixteen times.
inline __m512i four_at(const std::uint8_t* in) {
  std::int32_t four;
  __builtin_memcpy(&four, in, 4);
  return _mm512_set1_epi32(four);
}

inline void put(__m512i sum, const float* scale, const float* bias, float* out) {
  const __m512 scaled = _mm512_mul_ps(_mm512_loadu_ps(scale), _mm512_cvtepi32_ps(sum));
  _mm512_storeu_ps(out, _mm512_add_ps(scaled, _mm512_loadu_ps(bias)));
}

// sum += products of four unsigned and four signed bytes. As assembly, because GCC 12 copies the sums of its own
// function through the stack, which halves the speed.
#define MASUDI_DOT(sum, x, w) __asm__("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(x), "v"(w))

// Some rows of some panels: six rows of four are as many as have their sums in registers.
template <int kRows, int kPanels>
void rows_by_panels(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
                    const float* bias, float* out, std::size_t stride) {
  __m512i sum[kRows][kPanels], w[kPanels];
#pragma GCC unroll 6
  for (int r = 0; r < kRows; ++r) {
#pragma GCC unroll 4
    for (int p = 0; p < kPanels; ++p) sum[r][p] = _mm512_setzero_si512();
  }
  for (std::size_t k = 0; k < inputs; k += 4) {
#pragma GCC unroll 4
    for (int p = 0; p < kPanels; ++p)
      w[p] = _mm512_load_si512(weights + static_cast<std::size_t>(p) * 16 * inputs + k * 16);
#pragma GCC unroll 6
    for (int r = 0; r < kRows; ++r) {
      const __m512i x = four_at(in + static_cast<std::size_t>(r) * inputs + k);
#pragma GCC unroll 4
      for (int p = 0; p < kPanels; ++p) MASUDI_DOT(sum[r][p], x, w[p]);
    }
  }
#pragma GCC unroll 6
  for (int r = 0; r < kRows; ++r) {
#pragma GCC unroll 4
    for (int p = 0; p < kPanels; ++p)
      put(sum[r][p], scale + 16 * p, bias + 16 * p, out + static_cast<std::size_t>(r) * stride + 16 * p);
  }
}

template <int kPanels>
void multiply_panels(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
                     const float* scale, const float* bias, float* out, std::size_t stride) {
  constexpr decltype(&rows_by_panels<6, kPanels>) kSomeRows[] = {nullptr,
                                                                 rows_by_panels<1, kPanels>,
                                                                 rows_by_panels<2, kPanels>,
                                                                 rows_by_panels<3, kPanels>,
                                                                 rows_by_panels<4, kPanels>,
                                                                 rows_by_panels<5, kPanels>,
                                                                 rows_by_panels<6, kPanels>};
  for (std::size_t r = 0; r < rows; r += 6) {
    kSomeRows[std::size_t{6} < rows - r ? 6 : rows - r](in + r * inputs, inputs, weights, scale, bias, out + r * stride,
                                                        stride);
  }
}

void multiply(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
              std::size_t outputs, const float* scale, const float* bias, float* out, std::size_t stride) {
  constexpr decltype(&multiply_panels<4>) kSomePanels[] = {nullptr, multiply_panels<1>, multiply_panels<2>,
                                                           multiply_panels<3>, multiply_panels<4>};
  for (std::size_t o = 0; o < outputs; o += 64) {
    const std::size_t panels = outputs - o < 64 ? (outputs - o) / 16 : 4;
    kSomePanels[panels](in, rows, inputs, weights + o * inputs, scale + o, bias + o, out + o, stride);
  }
}

}  // namespace

const Kernels kKernels = {multiply, embed, recur, rectify, rectify_sum, score, turn, highest};

}  // namespace masudi::language::avx512
