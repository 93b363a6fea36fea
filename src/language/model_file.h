// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace masudi::language {

// The trained model as one file, little-endian, read in place:
//
//   ModelHeader | SectionEntry × sections | section | section | …     every section aligned to 64 bytes
//
// A section has a name ("segmenter", "lemmas", "network") and bytes that the part of that name alone understands.
constexpr char kModelMagic[8] = {'M', 'A', 'S', 'U', 'D', 'I', 'L', 'M'};
constexpr std::uint32_t kModelFormat = 1;
constexpr std::size_t kSectionAlignment = 64;
constexpr std::uint32_t kMaxSections = 64;

struct ModelHeader {
  char magic[8];
  std::uint32_t format;
  std::uint32_t sections;  // at most kMaxSections
  std::uint64_t checksum;  // model_checksum() of all bytes after the header
  std::uint64_t bytes;     // of the whole file
  char name[64];           // "english-1", zero-padded
};

struct SectionEntry {
  char name[16];  // zero-padded
  std::uint64_t offset;
  std::uint64_t bytes;
};

// Views into checked bytes, which must outlive the object. Immutable; share it between threads.
class ModelFile {
 public:
  // Bytes aligned to 64. The error says what is wrong and what to do (not a model, of another version, cut short,
  // damaged). A part must still check its own section: a checksum is no proof against a hostile file.
  static Result<ModelFile> over(std::span<const std::byte> bytes);

  std::string_view name() const;
  Result<std::span<const std::byte>> section(std::string_view name) const;

 private:
  explicit ModelFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
  const SectionEntry* entries() const;

  std::span<const std::byte> bytes_;
};

// Guards against damage, not against malice. Four lanes of multiply and shift, folded at the end.
std::uint64_t model_checksum(std::span<const std::byte> bytes);

struct NamedSection {
  std::string name;  // 1 to 16 bytes, unlike any other
  std::vector<std::byte> bytes;
};

// A whole model file as bytes, for the trainers. Same input, same bytes.
Result<std::vector<std::byte>> build_model(std::string_view name, std::span<const NamedSection> sections);

}  // namespace masudi::language
