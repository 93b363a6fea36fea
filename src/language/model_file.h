// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"

namespace masudi::language {

// The trained model as one file, little-endian, read in place:
//
//   ModelHeader | SectionEntry × sections | section | section | …     every section aligned to 64 bytes
//
// A section has a name ("segmenter", "lemmas", "network") and bytes that the part of that name alone understands.
constexpr char kModelMagic[8] = {'M', 'A', 'S', 'U', 'D', 'I', 'L', 'M'};
constexpr std::uint32_t kModelFormat = 1;

struct ModelHeader {
  char magic[8];
  std::uint32_t format;
  std::uint32_t sections;
  std::uint64_t checksum;  // of all bytes after the header
  std::uint64_t bytes;     // of the whole file
  char name[64];           // "english-1", zero-padded
};

struct SectionEntry {
  char name[16];  // zero-padded
  std::uint64_t offset;
  std::uint64_t bytes;
};

// Views into checked bytes, which must outlive the object.
class ModelFile {
 public:
  // Bytes aligned to 64. The error says what is wrong and what to do (not a model, of another version, cut short, damaged).
  static Result<ModelFile> over(std::span<const std::byte> bytes);

  std::string_view name() const;
  Result<std::span<const std::byte>> section(std::string_view name) const;

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace masudi::language
