// SPDX-License-Identifier: Apache-2.0
// masudi-knowledge FOLDER OUT: compiles the knowledge sources into the file that masudi maps.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "base/hash.h"
#include "builder.h"

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

// A fingerprint of all sources: the version that records carry.
std::string fingerprint(const std::vector<fs::path>& files) {
  std::uint64_t hash = kHashSeed;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    hash = hash_bytes(bytes, hash_bytes(file.filename().string(), hash));
  }
  char text[20];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

EntityKind entity_kind(const std::string& stem) {
  if (stem == "groups") return EntityKind::group;
  if (stem == "parties") return EntityKind::party;
  if (stem == "media") return EntityKind::medium;
  return EntityKind::organisation;
}

void read_world_file(const fs::path& file, const std::vector<Line>& lines, Builder& builder) {
  const std::string stem = file.stem().string();
  if (stem == "countries") return read_countries(lines, builder);
  if (stem == "roles") return read_roles(lines, builder);
  if (stem.starts_with("people")) return read_people(lines, builder);
  if (file.parent_path().filename() == "places") return read_places(lines, builder);
  read_actors(lines, entity_kind(stem), builder);
}

Result<void> compile(const fs::path& folder, const fs::path& out) {
  Builder builder;
  std::vector<fs::path> all;
  for (const char* part : {"world", "actors", "places"}) {
    for (const auto& file : files_of(folder / part)) {
      auto lines = read_lines(folder, file);
      if (!lines) return tl::unexpected(lines.error());
      read_world_file(file, *lines, builder);
      all.push_back(file);
    }
  }

  WordClasses classes;
  const auto events = files_of(folder / "events");
  const auto is_classes = [](const fs::path& file) { return file.stem().string().starts_with("classes"); };
  for (const bool classes_first : {true, false}) {
    for (const auto& file : events) {
      if (is_classes(file) != classes_first) continue;
      auto lines = read_lines(folder, file);
      if (!lines) return tl::unexpected(lines.error());
      if (classes_first) read_classes(*lines, classes, builder);
      else if (file.stem() == "voices") read_cues(*lines, builder);
      else if (file.stem().string().ends_with("weights")) read_weights(*lines, builder);
      else read_events(*lines, classes, builder);
      all.push_back(file);
    }
  }

  keep_classes(classes, builder);
  if (!builder.problems().empty()) {
    std::string text;
    for (const auto& problem : builder.problems()) text += (text.empty() ? "" : "\n") + problem;
    return fail(text);
  }
  std::printf("knowledge: %zu countries, %zu entities, %zu roles, %zu places, %zu triggers, %zu cues\n", builder.countries.size(),
              builder.entities.size(), builder.roles.size(), builder.places.size(), builder.triggers.size(), builder.cues.size());
  return builder.write(out, fingerprint(all));
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
