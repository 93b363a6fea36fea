// SPDX-License-Identifier: Apache-2.0
#include "embedded/embedded.h"

extern "C" {
extern const std::byte masudi_model_begin[];
extern const std::byte masudi_model_end[];
extern const std::byte masudi_knowledge_begin[];
extern const std::byte masudi_knowledge_end[];
extern const char masudi_openapi_begin[];
extern const char masudi_openapi_end[];
}

namespace masudi::embedded {

std::span<const std::byte> model() { return {masudi_model_begin, masudi_model_end}; }
std::span<const std::byte> knowledge() { return {masudi_knowledge_begin, masudi_knowledge_end}; }
std::string_view openapi() {
  return {masudi_openapi_begin, static_cast<std::size_t>(masudi_openapi_end - masudi_openapi_begin)};
}

}  // namespace masudi::embedded
