// SPDX-License-Identifier: Apache-2.0
// The loops on floats, compiled once for each kind of processor by the file that includes them, in a namespace of its
// own. No header of the standard library with inline functions may be included here: the linker could take the copy
// that was compiled for a newer processor.

inline float clamp(float x, float low, float high) { return x < low ? low : (x > high ? high : x); }

// Source of the quotient: the continued fraction of tanh, cut; exact to 2e-4 and within (-1, 1) for every y.
inline float squash(float x) {
  const float y = clamp(x, -4.97F, 4.97F);
  const float y2 = y * y;
  const float top = y * (135135.0F + y2 * (17325.0F + y2 * (378.0F + y2)));
  const float bottom = 135135.0F + y2 * (62370.0F + y2 * (3150.0F + y2 * 28.0F));
  return top / bottom;
}

inline float gate(float x) { return 0.5F + 0.5F * squash(0.5F * x); }

// Rounds a number of [0, 255] to the nearest, halves upwards.
inline std::uint8_t to_byte(float x) { return static_cast<std::uint8_t>(static_cast<std::int32_t>(x + 0.5F)); }

constexpr std::size_t kAtOnce = 64;  // elements of a row whose sums stay near

#if defined(__AVX512F__)
inline __m512 floats_at(const std::int8_t* bytes) {
  return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))));
}

// Adds `by` times kAtOnce elements of each row onto the sums.
inline void add_rows(const std::uint32_t* rows, std::size_t groups, const std::int8_t* table, std::size_t width,
                     const float* scale, float* sum) {
  __m512 sums[kAtOnce / 16];
  for (std::size_t i = 0; i < kAtOnce / 16; ++i) sums[i] = _mm512_loadu_ps(sum + 16 * i);
  for (std::size_t g = 0; g < groups; ++g) {
    const __m512 by = _mm512_set1_ps(scale[g]);
    for (std::size_t i = 0; i < kAtOnce / 16; ++i) {
      sums[i] = _mm512_add_ps(sums[i], _mm512_mul_ps(by, floats_at(table + rows[g] * width + 16 * i)));
    }
  }
  for (std::size_t i = 0; i < kAtOnce / 16; ++i) _mm512_storeu_ps(sum + 16 * i, sums[i]);
}
#else
// A row of the table onto the sums. A function of its own, because GCC 12 leaves this loop as it is inside another.
__attribute__((noinline)) void add_row(const std::int8_t* row, float by, std::size_t width, float* __restrict sum) {
  for (std::size_t i = 0; i < width; ++i) sum[i] = sum[i] + by * static_cast<float>(row[i]);
}

inline void add_rows(const std::uint32_t* rows, std::size_t groups, const std::int8_t* table, std::size_t width,
                     const float* scale, float* sum) {
  for (std::size_t g = 0; g < groups; ++g) add_row(table + rows[g] * width, scale[g], kAtOnce, sum);
}
#endif

// width is a multiple of kAtOnce.
void embed(const std::uint32_t* rows, std::size_t groups, const std::int8_t* table, std::size_t width,
           const float* scale, const float* bias, std::uint8_t* __restrict out) {
  for (std::size_t first = 0; first < width; first += kAtOnce) {
    float sum[kAtOnce];
    for (std::size_t i = 0; i < kAtOnce; ++i) sum[i] = bias[first + i];
    add_rows(rows, groups, table + first, width, scale, sum);
    for (std::size_t i = 0; i < kAtOnce; ++i) out[first + i] = to_byte(63.0F * squash(sum[i]) + 64.0F);
  }
}

template <bool kHighway>
void recur_as(const float* gates, std::size_t words, std::size_t width, std::size_t first, std::size_t last, int step,
              const std::uint8_t* in, std::uint8_t* __restrict out, float* __restrict state) {
  for (std::size_t n = 0; n < words; ++n) {
    const std::size_t t = step > 0 ? n : words - 1 - n;
    const float* z = gates + t * 3 * width;
    const float* f = z + width;
    const float* o = f + width;
    const std::uint8_t* below = in + t * width;
    std::uint8_t* above = out + t * width;
    for (std::size_t i = first; i < last; ++i) {
      const float forget = gate(f[i]);
      const float c = forget * state[i] + (1.0F - forget) * squash(z[i]);
      state[i] = c;
      const float open = gate(o[i]);
      float y = 63.0F * (open * c);
      if constexpr (kHighway) y = y + (1.0F - open) * static_cast<float>(static_cast<std::int32_t>(below[i]) - 64);
      above[i] = to_byte(y + 64.0F);
    }
  }
}

void recur(const float* gates, std::size_t words, std::size_t width, std::size_t first, std::size_t last, int step,
           bool highway, const std::uint8_t* in, std::uint8_t* out, float* state) {
  if (highway) {
    recur_as<true>(gates, words, width, first, last, step, in, out, state);
  } else {
    recur_as<false>(gates, words, width, first, last, step, in, out, state);
  }
}

void rectify(const float* in, std::size_t count, float scale, std::uint8_t* __restrict out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = to_byte(clamp(scale * in[i], 0.0F, 127.0F));
}

void rectify_sum(const float* a, const float* b, std::size_t count, float scale, std::uint8_t* __restrict out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = to_byte(clamp(scale * (a[i] + b[i]), 0.0F, 127.0F));
}

// Sixteen numbers, in as many registers as the processor needs for them.
typedef float Sixteen __attribute__((vector_size(64)));

// Several words at once, so that no addition waits for the one before.
template <std::size_t kWords>
void score_some(const float* dependents, std::size_t width, const float* heads, std::size_t stride, std::size_t count,
                float* __restrict scores) {
  for (std::size_t h = 0; h < count; h += 16) {
    Sixteen sum[kWords] = {};
    for (std::size_t k = 0; k < width; ++k) {
      Sixteen column;
      __builtin_memcpy(&column, heads + k * stride + h, sizeof column);
      for (std::size_t w = 0; w < kWords; ++w) sum[w] = sum[w] + dependents[w * width + k] * column;
    }
    for (std::size_t w = 0; w < kWords; ++w) __builtin_memcpy(scores + w * stride + h, &sum[w], sizeof sum[w]);
  }
}

void score(const float* dependents, std::size_t words, std::size_t width, const float* heads, std::size_t stride,
           std::size_t count, float* __restrict scores) {
  std::size_t w = 0;
  for (; w + 4 <= words; w += 4)
    score_some<4>(dependents + w * width, width, heads, stride, count, scores + w * stride);
  for (; w < words; ++w) score_some<1>(dependents + w * width, width, heads, stride, count, scores + w * stride);
}

void turn(const float* in, std::size_t rows, std::size_t in_stride, std::size_t width, float* __restrict out,
          std::size_t out_stride) {
  for (std::size_t k = 0; k < width; ++k) {
    for (std::size_t r = 0; r < rows; ++r) {
      const float x = in[r * in_stride + k];
      out[k * out_stride + r] = x > 0 ? x : 0;
    }
  }
}

std::size_t highest(const float* in, std::size_t count) {
  float most = in[0];
  for (std::size_t i = 1; i < count; ++i) most = in[i] > most ? in[i] : most;
  std::size_t at = 0;
  while (in[at] != most) ++at;
  return at;
}
