// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace masudi::language {

// The inner loops of the network. One set for each kind of processor; all give the same bits: sums of integers are
// exact, and floats are worked on element by element in one order.
struct Kernels {
  // out[r * stride + o] = scale[o] * sum_k(in[r * inputs + k] * weights of Dense) + bias[o] for `rows` rows.
  void (*multiply)(const std::uint8_t* in, std::size_t rows, std::size_t inputs, const std::int8_t* weights,
                   std::size_t outputs, const float* scale, const float* bias, float* out, std::size_t stride);

  // out = activation(tanh(bias + sum over g of scale[g] * table[rows[g]])) for one word.
  void (*embed)(const std::uint32_t* rows, std::size_t groups, const std::int8_t* table, std::size_t width,
                const float* scale, const float* bias, std::uint8_t* out);

  // One direction of a recurrent layer over `words` words: gates [word][3 * width] as z, f, o, of which features
  // [first, last) are done; c = f c + (1 - f) z; out = o c, or o c + (1 - o) in where `highway`. `state` has `width`
  // floats, zeros at the beginning of a sentence. step is 1 or -1 (from the last word to the first).
  void (*recur)(const float* gates, std::size_t words, std::size_t width, std::size_t first, std::size_t last, int step,
                bool highway, const std::uint8_t* in, std::uint8_t* out, float* state);

  // out = round(scale * max(in, 0)), at most 127.
  void (*rectify)(const float* in, std::size_t count, float scale, std::uint8_t* out);

  // out = round(scale * max(a + b, 0)), at most 127.
  void (*rectify_sum)(const float* a, const float* b, std::size_t count, float scale, std::uint8_t* out);

  // scores[w * stride + h] = sum_k(dependents[w * width + k] * heads[k * stride + h]) for w < words, h < count; stride
  // and room for a multiple of 16.
  void (*score)(const float* dependents, std::size_t words, std::size_t width, const float* heads, std::size_t stride,
                std::size_t count, float* scores);

  // out[k * out_stride + r] = max(in[r * in_stride + k], 0) for r < rows, k < width: rows become columns.
  void (*turn)(const float* in, std::size_t rows, std::size_t in_stride, std::size_t width, float* out,
               std::size_t out_stride);

  // Where the highest of `count` numbers stands, the first of equals; count is at least 1.
  std::size_t (*highest)(const float* in, std::size_t count);
};

// For the processor that runs this. The same object on every call.
const Kernels& kernels();

// All that this processor can run, the plainest first: for tests that they agree.
struct NamedKernels {
  const char* name;
  const Kernels* kernels;
};
std::size_t all_kernels(NamedKernels out[3]);

}  // namespace masudi::language
