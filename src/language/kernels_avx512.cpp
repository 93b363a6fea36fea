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

// Some rows of four panels: six rows are as many as have their sums in registers.
template <int kRows>
void rows_by_four(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
                  const float* bias, float* out, std::size_t stride) {
  __m512i sum[kRows][4];
#pragma GCC unroll 6
  for (int r = 0; r < kRows; ++r) sum[r][0] = sum[r][1] = sum[r][2] = sum[r][3] = _mm512_setzero_si512();
  const std::size_t panel = 16 * inputs;
  for (std::size_t k = 0; k < inputs; k += 4) {
    const std::int8_t* w = weights + k * 16;
    const __m512i wa = _mm512_load_si512(w), wb = _mm512_load_si512(w + panel);
    const __m512i wc = _mm512_load_si512(w + 2 * panel), wd = _mm512_load_si512(w + 3 * panel);
#pragma GCC unroll 6
    for (int r = 0; r < kRows; ++r) {
      const __m512i x = four_at(in + static_cast<std::size_t>(r) * inputs + k);
      MASUDI_DOT(sum[r][0], x, wa);
      MASUDI_DOT(sum[r][1], x, wb);
      MASUDI_DOT(sum[r][2], x, wc);
      MASUDI_DOT(sum[r][3], x, wd);
    }
  }
#pragma GCC unroll 6
  for (int r = 0; r < kRows; ++r) {
    float* to = out + static_cast<std::size_t>(r) * stride;
    put(sum[r][0], scale, bias, to), put(sum[r][1], scale + 16, bias + 16, to + 16);
    put(sum[r][2], scale + 32, bias + 32, to + 32), put(sum[r][3], scale + 48, bias + 48, to + 48);
  }
}

// Four rows of one panel.
void four_by_one(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
                 const float* bias, float* out, std::size_t stride) {
  __m512i a = _mm512_setzero_si512(), b = a, c = a, d = a;
  for (std::size_t k = 0; k < inputs; k += 4) {
    const __m512i w = _mm512_load_si512(weights + k * 16);
    a = _mm512_dpbusd_epi32(a, four_at(in + k), w), b = _mm512_dpbusd_epi32(b, four_at(in + inputs + k), w);
    c = _mm512_dpbusd_epi32(c, four_at(in + 2 * inputs + k), w);
    d = _mm512_dpbusd_epi32(d, four_at(in + 3 * inputs + k), w);
  }
  put(a, scale, bias, out), put(b, scale, bias, out + stride);
  put(c, scale, bias, out + 2 * stride), put(d, scale, bias, out + 3 * stride);
}

void one_by_one(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
                const float* bias, float* out) {
  __m512i sum = _mm512_setzero_si512();
  for (std::size_t k = 0; k < inputs; k += 4) {
    sum = _mm512_dpbusd_epi32(sum, four_at(in + k), _mm512_load_si512(weights + k * 16));
  }
  put(sum, scale, bias, out);
}

// Where the rows are no multiple of four, the last block of one panel begins a little earlier and does some rows again.
void multiply(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
              std::size_t outputs, const float* scale, const float* bias, float* out, std::size_t stride) {
  constexpr decltype(&rows_by_four<6>) kSomeRows[] = {
      nullptr, rows_by_four<1>, rows_by_four<2>, rows_by_four<3>, rows_by_four<4>, rows_by_four<5>, rows_by_four<6>};
  std::size_t o = 0;
  for (; o + 64 <= outputs; o += 64) {
    for (std::size_t r = 0; r < rows; r += 6) {
      kSomeRows[std::size_t{6} < rows - r ? 6 : rows - r](in + r * inputs, inputs, weights + o * inputs, scale + o,
                                                          bias + o, out + r * stride + o, stride);
    }
  }
  for (; o < outputs; o += 16) {
    const std::int8_t* w = weights + o * inputs;
    if (rows < 4) {
      for (std::size_t r = 0; r < rows; ++r) {
        one_by_one(in + r * inputs, inputs, w, scale + o, bias + o, out + r * stride + o);
      }
      continue;
    }
    for (std::size_t r = 0; r < rows; r = r + 4 <= rows - 4 || r + 4 >= rows ? r + 4 : rows - 4) {
      four_by_one(in + r * inputs, inputs, w, scale + o, bias + o, out + r * stride + o, stride);
    }
  }
}

}  // namespace

const Kernels kKernels = {multiply, embed, recur, rectify, rectify_sum, score, turn, highest};

}  // namespace masudi::language::avx512
