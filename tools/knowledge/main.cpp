// SPDX-License-Identifier: Apache-2.0
// masudi-knowledge FOLDER OUT: compiles the knowledge sources into the file that masudi maps.
#include <cstdio>

#include "knowledge/sources/compile.h"

namespace masudi::knowledge {
namespace {

Result<void> compile(const char* folder, const char* out) {
  Builder builder;
  const auto version = read_folder(folder, builder);
  if (!version) return tl::unexpected(version.error());
  std::printf("knowledge: %zu countries, %zu entities, %zu roles, %zu places, %zu triggers, %zu cues\n",
              builder.countries.size(), builder.entities.size(), builder.roles.size(), builder.places.size(),
              builder.triggers.size(), builder.cues.size());
  return builder.write(out, *version);
}

}  // namespace
}  // namespace masudi::knowledge

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: masudi-knowledge FOLDER OUT\n");
    return 2;
  }
  const auto done = masudi::knowledge::compile(argv[1], argv[2]);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 2;
}
