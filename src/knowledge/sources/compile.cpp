// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sources/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/hash.h"
#include "knowledge/sources/fields.h"

namespace masudi::knowledge {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// In the order in which they are read: what others need comes first.
std::vector<fs::path> all_files(const fs::path& folder) {
  std::vector<fs::path> all;
  for (const char* part : {"world", "actors", "places"}) {
    const auto files = files_of(folder / part);
    all.insert(all.end(), files.begin(), files.end());
  }
  auto events = files_of(folder / "events");
  const auto is_classes = [](const fs::path& file) { return source_kind(file) == SourceKind::classes; };
  std::stable_partition(events.begin(), events.end(), is_classes);
  all.insert(all.end(), events.begin(), events.end());
  return all;
}

// A fingerprint of all sources: the version that records carry.
std::string fingerprint(const std::vector<fs::path>& files) {
  std::uint64_t hash = kHashSeed;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    hash = hash_bytes(bytes, hash_bytes(file.filename().string(), hash));
  }
  return fmt::format("{:016x}", hash);
}

bool looks_like_degrees(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.-") == std::string_view::npos;
}

EntityKind entity_kind(const std::string& stem) {
  if (stem.starts_with("groups")) return EntityKind::group;
  if (stem.starts_with("parties")) return EntityKind::party;
  if (stem.starts_with("media")) return EntityKind::medium;
  return EntityKind::organisation;
}

}  // namespace

SourceKind source_kind(const fs::path& file) {
  const std::string stem = file.stem().string();
  const std::string folder = file.parent_path().filename().string();
  if (folder == "events" && stem.starts_with("classes")) return SourceKind::classes;
  if (stem == "voices") return SourceKind::voices;
  if (stem.ends_with("weights")) return SourceKind::weights;
  if (folder == "events") return SourceKind::events;
  if (stem == "countries") return SourceKind::countries;
  if (stem == "roles") return SourceKind::roles;
  if (stem.starts_with("people")) return SourceKind::people;
  return folder == "places" ? SourceKind::places : SourceKind::actors;
}

SourceKind guess_kind(const fs::path& file, const std::vector<Line>& lines) {
  const std::string folder = file.parent_path().filename().string();
  const SourceKind named = source_kind(file);
  if (folder == "places" || folder == "events" || folder == "actors" || named != SourceKind::actors || lines.empty())
    return named;
  const Line& line = lines.front();
  if (line.field(0).starts_with("type ")) return SourceKind::events;
  if (line.field(0).starts_with("class ")) return SourceKind::classes;
  if (line.fields.size() >= 5 && looks_like_degrees(line.field(3)) && looks_like_degrees(line.field(4)))
    return SourceKind::places;
  if (line.fields.size() <= 4 && looks_like_range(line.field(2))) return SourceKind::people;
  if (line.fields.size() <= 4 && line.field(1).size() >= 3 && is_sector(line.field(1).substr(0, 3)))
    return SourceKind::roles;
  return SourceKind::actors;
}

void read_source(SourceKind kind, const fs::path& file, const std::vector<Line>& lines, WordClasses& classes,
                 Builder& b) {
  switch (kind) {
    case SourceKind::countries: return read_countries(lines, b);
    case SourceKind::roles: return read_roles(lines, b);
    case SourceKind::people: return read_people(lines, b);
    case SourceKind::actors: return read_actors(lines, entity_kind(file.stem().string()), b);
    case SourceKind::places: return read_places(lines, b);
    case SourceKind::classes: return read_classes(lines, classes, b);
    case SourceKind::voices: return read_cues(lines, b);
    case SourceKind::weights: return read_weights(lines, b);
    case SourceKind::events: return read_events(lines, classes, b);
  }
}

WordClasses classes_of(const Knowledge& knowledge) {
  WordClasses out;
  for (const ClassRecord& c : knowledge.classes()) {
    auto& words = out[std::string(knowledge.text(c.name))];
    for (const WordRecord& word : knowledge.words(c.words)) words.emplace_back(knowledge.text(word.text));
  }
  return out;
}

Result<std::string> read_folder(const fs::path& folder, Builder& builder) {
  WordClasses classes;
  const auto files = all_files(folder);
  for (const auto& file : files) {
    auto lines = read_lines(folder, file);
    if (!lines) return tl::unexpected(lines.error());
    read_source(source_kind(file), file, *lines, classes, builder);
  }
  keep_classes(classes, builder);
  if (!builder.problems().empty()) return fail(fmt::format("{}", fmt::join(builder.problems(), "\n")));
  return fingerprint(files);
}

}  // namespace masudi::knowledge
