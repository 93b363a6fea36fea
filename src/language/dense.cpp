// SPDX-License-Identifier: Apache-2.0
#include "language/dense.h"

namespace masudi::language {

Dense Dense::read(SectionReader& reader, std::uint32_t inputs, std::uint32_t outputs) {
  Dense out;
  out.inputs = inputs;
  out.outputs = round_up(outputs, 16);
  out.scale = reader.array<float>(out.outputs, 64);
  out.bias = reader.array<float>(out.outputs, 64);
  out.weights = reader.array<std::int8_t>(static_cast<std::uint64_t>(out.inputs) * out.outputs, 64);
  return out;
}

}  // namespace masudi::language
