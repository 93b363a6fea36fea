// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/sources/builder.h"

namespace masudi::knowledge {

// What a source file holds.
enum class SourceKind : std::uint8_t { countries, roles, people, actors, places, classes, voices, weights, events };

// By its place in the knowledge folder: its own folder (world, actors, places, events) and its name.
SourceKind source_kind(const std::filesystem::path& file);
// The same for a file that may lie anywhere: by its folder and name where they say it, else by its entries.
SourceKind guess_kind(const std::filesystem::path& file, const std::vector<Line>& lines);
// Reads the entries of one file; what is wrong goes to Builder::complain. `classes`: of the events read so far.
void read_source(SourceKind kind, const std::filesystem::path& file, const std::vector<Line>& lines,
                 WordClasses& classes, Builder& b);
// The word classes of what is compiled.
WordClasses classes_of(const Knowledge& knowledge);

// Reads all of a knowledge folder; an error names every bad line. Returns a fingerprint of the sources.
Result<std::string> read_folder(const std::filesystem::path& folder, Builder& builder);

}  // namespace masudi::knowledge
