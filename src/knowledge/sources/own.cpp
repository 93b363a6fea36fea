// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sources/own.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/mapped_file.h"
#include "knowledge/sources/compile.h"
#include "knowledge/sources/dictionary.h"

namespace masudi::knowledge {
namespace {

constexpr const char* kDictionaries[] = {"actor dictionary", "agent dictionary", "verb dictionary"};
constexpr const char* kSources[] = {"countries",    "roles",  "people",  "actors", "places",
                                    "word classes", "voices", "weights", "events"};

struct Read {
  std::string what;
  std::size_t left_out = 0;
};

std::string_view as_text(const MappedFile& file) {
  return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

Result<Read> read_own(const std::string& path, Builder& builder, WordClasses& classes, std::uint64_t& hash) {
  const auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const std::string_view text = as_text(*file);
  hash = hash_bytes(text, hash);
  if (is_dictionary(text)) {
    const std::size_t left_out = read_dictionary(path, text, builder);
    return Read{kDictionaries[static_cast<int>(dictionary_kind(text))], left_out};
  }
  const auto lines = parse_lines(path, text);
  const SourceKind kind = guess_kind(path, lines);
  read_source(kind, path, lines, classes, builder);
  return Read{kSources[static_cast<int>(kind)], 0};
}

}  // namespace

Result<OwnKnowledge> load_beside(const Knowledge& base, const std::vector<std::string>& files) {
  Builder builder(base);
  WordClasses classes = classes_of(base);
  std::uint64_t hash = hash_bytes(base.version());
  std::size_t left_out = 0;
  for (const auto& file : files) {
    const auto read = read_own(file, builder, classes, hash);
    if (!read) return tl::unexpected(read.error());
    left_out += read->left_out;
  }
  auto knowledge = Knowledge::keeping(builder.image(fmt::format("{:016x}", hash)));
  if (!knowledge) return tl::unexpected(knowledge.error());
  return OwnKnowledge{std::move(*knowledge), builder.problems(), left_out};
}

Result<Checked> check_file(const Knowledge& base, const std::string& file) {
  Builder builder(base);
  WordClasses classes = classes_of(base);
  std::uint64_t hash = 0;
  const auto read = read_own(file, builder, classes, hash);
  if (!read) return tl::unexpected(read.error());
  const auto added = [](const auto& now, const auto& before) { return now.size() - before.size(); };
  const std::size_t known = added(builder.entities, base.entities()) + added(builder.roles, base.roles()) +
                            added(builder.places, base.places()) + added(builder.triggers, base.all_triggers()) +
                            added(builder.countries, base.countries()) + added(builder.cues, base.cues());
  return Checked{read->what, builder.problems(), read->left_out, known};
}

}  // namespace masudi::knowledge
