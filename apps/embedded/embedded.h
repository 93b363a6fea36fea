// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace masudi::embedded {

// The files that were built into the program, so that it is one file. Aligned to 64 bytes. Empty where the build had
// none.
std::span<const std::byte> model();
std::span<const std::byte> knowledge();
// docs/openapi.json.
std::string_view openapi();

// The files of the dashboard, as they lay in the folder MASUDI_WEB_DIST when the program was built; none where npm was
// not to be had.
struct File {
  std::string_view path;  // "/assets/main.js"
  std::string_view bytes;
};
std::span<const File> dashboard();

}  // namespace masudi::embedded
