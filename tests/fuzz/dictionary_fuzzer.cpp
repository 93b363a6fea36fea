// SPDX-License-Identifier: Apache-2.0
// Any bytes as a dictionary of a person's own, and as a source of ours: what is made of them must open again.
#include <cstdint>
#include <cstdlib>

#include "knowledge/sources/compile.h"
#include "knowledge/sources/dictionary.h"

namespace {

using namespace masudi::knowledge;

const Knowledge& base() {
  static const Knowledge knowledge = [] {
    Builder b;
    read_countries(
        parse_lines("base", "AFG | AF | 004 | 700 | 700 | AF | AFG | Afghanistan |  | Afghan | Afghans | Kabul |  |\n"),
        b);
    read_roles(parse_lines("base", "farmer | AGR |  |\n"), b);
    return Knowledge::keeping(b.image("base")).value();
  }();
  return knowledge;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  Builder builder(base());
  WordClasses classes;
  // The first byte chooses the reader: '0' a dictionary, '1' a source of ours.
  if (data[0] % 2 == 0) {
    read_dictionary("own.txt", text, builder);
  } else {
    const auto lines = parse_lines("own.txt", text);
    read_source(guess_kind("own.txt", lines), "own.txt", lines, classes, builder);
  }
  if (!Knowledge::keeping(builder.image("own"))) std::abort();
  return 0;
}
