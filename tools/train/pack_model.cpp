// SPDX-License-Identifier: Apache-2.0
// masudi-pack-model NAME OUT SECTION=FILE…: joins trained sections into one model file.
#include <cstdio>
#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "language/model_file.h"
#include "train/section_file.h"

namespace masudi::train {
namespace {

Result<language::NamedSection> read_section(std::string_view argument) {
  const std::size_t at = argument.find('=');
  if (at == std::string_view::npos) return fail(std::string(argument) + ": a section is given as NAME=FILE");
  auto file = MappedFile::open(std::string(argument.substr(at + 1)));
  if (!file) return tl::unexpected(file.error());
  const auto bytes = file->bytes();
  return language::NamedSection{std::string(argument.substr(0, at)), {bytes.begin(), bytes.end()}};
}

Result<std::vector<std::byte>> pack(std::string_view name, const std::vector<std::string_view>& arguments) {
  std::vector<language::NamedSection> sections;
  for (const std::string_view argument : arguments) {
    auto section = read_section(argument);
    if (!section) return tl::unexpected(section.error());
    sections.push_back(std::move(*section));
  }
  return language::build_model(name, sections);
}

}  // namespace
}  // namespace masudi::train

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: masudi-pack-model NAME OUT SECTION=FILE...\n", stderr);
    return 2;
  }
  return masudi::train::write_section("masudi-pack-model", argv[2],
                                      masudi::train::pack(argv[1], {argv + 3, argv + argc}));
}
