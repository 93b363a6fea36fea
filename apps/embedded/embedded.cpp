// SPDX-License-Identifier: Apache-2.0
#include "embedded/embedded.h"

extern "C" {
extern const std::byte masudi_model_begin[];
extern const std::byte masudi_model_end[];
extern const std::byte masudi_knowledge_begin[];
extern const std::byte masudi_knowledge_end[];
}

namespace masudi::embedded {

std::span<const std::byte> model() { return {masudi_model_begin, masudi_model_end}; }
std::span<const std::byte> knowledge() { return {masudi_knowledge_begin, masudi_knowledge_end}; }

}  // namespace masudi::embedded
