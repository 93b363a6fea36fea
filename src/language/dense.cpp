// SPDX-License-Identifier: Apache-2.0
#include "language/dense.h"

#include <algorithm>

namespace masudi::language {

Dense Dense::read(SectionReader& reader, std::uint32_t inputs, std::uint32_t outputs) {
  Dense out;
  out.inputs = inputs;
  out.outputs = round_up(outputs, 16);
  out.scale = reader.array<float>(out.outputs, 64);
  out.bias = reader.array<float>(out.outputs, 64);
  out.weights = reader.array<std::int8_t>(static_cast<std::uint64_t>(out.inputs) * out.outputs, 64);
  if (!all_moderate(out.scale) || !all_moderate(out.bias)) reader.refuse();
  return out;
}

bool all_moderate(std::span<const float> numbers) {
  // Written so that NaN fails.
  return std::all_of(numbers.begin(), numbers.end(), [](float x) { return -1e6F < x && x < 1e6F; });
}

}  // namespace masudi::language
