// SPDX-License-Identifier: Apache-2.0
#include "train/section_file.h"

#include <cstdio>
#include <fstream>

namespace masudi::train {

int write_section(const char* program, const char* path, const Result<std::vector<std::byte>>& bytes) {
  if (!bytes) {
    std::fprintf(stderr, "%s: %s\n", program, bytes.error().message.c_str());
    return 1;
  }
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
  out.close();
  if (!out) {
    std::fprintf(stderr, "%s: cannot write %s\n", program, path);
    return 1;
  }
  return 0;
}

}  // namespace masudi::train
