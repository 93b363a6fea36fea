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

#define MASUDI_ROW(r) __m512i r##a = _mm512_setzero_si512(), r##b = r##a, r##c = r##a, r##d = r##a
#define MASUDI_ADD(r, at)          \
  do {                             \
    const __m512i x = four_at(at); \
    MASUDI_DOT(r##a, x, wa);       \
    MASUDI_DOT(r##b, x, wb);       \
    MASUDI_DOT(r##c, x, wc);       \
    MASUDI_DOT(r##d, x, wd);       \
  } while (false)
#define MASUDI_PUT(r, to)                                                  \
  put(r##a, scale, bias, to), put(r##b, scale + 16, bias + 16, (to) + 16); \
  put(r##c, scale + 32, bias + 32, (to) + 32), put(r##d, scale + 48, bias + 48, (to) + 48)

// Six rows of four panels.
void six_by_four(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
                 const float* bias, float* out, std::size_t stride) {
  MASUDI_ROW(r0);
  MASUDI_ROW(r1);
  MASUDI_ROW(r2);
  MASUDI_ROW(r3);
  MASUDI_ROW(r4);
  MASUDI_ROW(r5);
  const std::size_t panel = 16 * inputs;
  for (std::size_t k = 0; k < inputs; k += 4) {
    const std::int8_t* w = weights + k * 16;
    const __m512i wa = _mm512_load_si512(w), wb = _mm512_load_si512(w + panel);
    const __m512i wc = _mm512_load_si512(w + 2 * panel), wd = _mm512_load_si512(w + 3 * panel);
    MASUDI_ADD(r0, in + k);
    MASUDI_ADD(r1, in + inputs + k);
    MASUDI_ADD(r2, in + 2 * inputs + k);
    MASUDI_ADD(r3, in + 3 * inputs + k);
    MASUDI_ADD(r4, in + 4 * inputs + k);
    MASUDI_ADD(r5, in + 5 * inputs + k);
  }
  MASUDI_PUT(r0, out);
  MASUDI_PUT(r1, out + stride);
  MASUDI_PUT(r2, out + 2 * stride);
  MASUDI_PUT(r3, out + 3 * stride);
  MASUDI_PUT(r4, out + 4 * stride);
  MASUDI_PUT(r5, out + 5 * stride);
}

void one_by_four(const std::uint8_t* in, std::size_t inputs, const std::int8_t* weights, const float* scale,
                 const float* bias, float* out) {
  MASUDI_ROW(r);
  const std::size_t panel = 16 * inputs;
  for (std::size_t k = 0; k < inputs; k += 4) {
    const std::int8_t* w = weights + k * 16;
    const __m512i wa = _mm512_load_si512(w), wb = _mm512_load_si512(w + panel);
    const __m512i wc = _mm512_load_si512(w + 2 * panel), wd = _mm512_load_si512(w + 3 * panel);
    MASUDI_ADD(r, in + k);
  }
  MASUDI_PUT(r, out);
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

// Where the rows are no multiple of six or four, the last block begins a little earlier and does some rows again.
void multiply(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
              std::size_t outputs, const float* scale, const float* bias, float* out, std::size_t stride) {
  std::size_t o = 0;
  for (; o + 64 <= outputs; o += 64) {
    const std::int8_t* w = weights + o * inputs;
    if (rows < 6) {
      for (std::size_t r = 0; r < rows; ++r) {
        one_by_four(in + r * inputs, inputs, w, scale + o, bias + o, out + r * stride + o);
      }
      continue;
    }
    for (std::size_t r = 0; r < rows; r = r + 6 <= rows - 6 || r + 6 >= rows ? r + 6 : rows - 6) {
      six_by_four(in + r * inputs, inputs, w, scale + o, bias + o, out + r * stride + o, stride);
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
