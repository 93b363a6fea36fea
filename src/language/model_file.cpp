// SPDX-License-Identifier: Apache-2.0
#include "language/model_file.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"

namespace masudi::language {
namespace {

constexpr std::size_t kTable = sizeof(ModelHeader);

const ModelHeader& header_of(std::span<const std::byte> bytes) {
  return *reinterpret_cast<const ModelHeader*>(bytes.data());
}

template <std::size_t N>
std::string_view padded(const char (&text)[N]) {
  return {text, static_cast<std::size_t>(std::find(text, text + N, '\0') - text)};
}

std::size_t aligned(std::size_t size) { return (size + kSectionAlignment - 1) & ~(kSectionAlignment - 1); }

bool fits(const SectionEntry& e, std::size_t size, std::size_t first) {
  return e.offset % kSectionAlignment == 0 && e.offset >= first && e.offset <= size && e.bytes <= size - e.offset;
}

// Empty when the bytes are a whole, undamaged model that this program understands.
std::string problem_of(std::span<const std::byte> bytes) {
  if (bytes.size() < sizeof(ModelHeader)) return "is too short to be a masudi model";
  const ModelHeader& header = header_of(bytes);
  if (std::memcmp(header.magic, kModelMagic, sizeof kModelMagic) != 0) return "is not a masudi model";
  if (header.format != kModelFormat) {
    return "is a model of format " + std::to_string(header.format) + ", but this masudi reads format " +
           std::to_string(kModelFormat) + "; take the model that came with it, or train one with make train";
  }
  if (header.bytes != bytes.size()) {
    return "is cut short or has bytes too many (" + std::to_string(bytes.size()) + " of " +
           std::to_string(header.bytes) + "); copy it again";
  }
  if (model_checksum(bytes.subspan(sizeof(ModelHeader))) != header.checksum) {
    return "is damaged (its checksum is wrong); copy it again";
  }
  const std::size_t table = kTable + header.sections * sizeof(SectionEntry);
  if (header.sections > kMaxSections || table > bytes.size()) return "has a broken table of sections; train it again";
  const auto* entries = reinterpret_cast<const SectionEntry*>(bytes.data() + kTable);
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    if (!fits(entries[i], bytes.size(), table)) return "has a broken table of sections; train it again";
  }
  return {};
}

}  // namespace

std::uint64_t model_checksum(std::span<const std::byte> bytes) {
  std::uint64_t lanes[4] = {kHashSeed, kHashSeed + 1, kHashSeed + 2, kHashSeed + 3};
  std::size_t at = 0;
  for (; at + sizeof lanes <= bytes.size(); at += sizeof lanes) {
    std::uint64_t words[4];
    std::memcpy(words, bytes.data() + at, sizeof words);
    for (int i = 0; i < 4; ++i) {
      lanes[i] = (lanes[i] ^ words[i]) * 0x9fb21c651e98df25ULL;
      lanes[i] ^= lanes[i] >> 29;
    }
  }
  std::uint64_t hash = hash_mix(kHashSeed, bytes.size());
  for (const std::uint64_t lane : lanes) hash = hash_mix(hash, lane);
  for (; at < bytes.size(); ++at) hash = hash_mix(hash, static_cast<std::uint64_t>(bytes[at]));
  return hash;
}

Result<ModelFile> ModelFile::over(std::span<const std::byte> bytes) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % kSectionAlignment != 0)
    return fail("model is not aligned to 64 bytes");
  if (auto problem = problem_of(bytes); !problem.empty()) return fail(std::move(problem));
  return ModelFile(bytes);
}

std::string_view ModelFile::name() const { return padded(header_of(bytes_).name); }

const SectionEntry* ModelFile::entries() const { return reinterpret_cast<const SectionEntry*>(bytes_.data() + kTable); }

Result<std::span<const std::byte>> ModelFile::section(std::string_view wanted) const {
  const std::span all(entries(), header_of(bytes_).sections);
  const auto at = std::find_if(all.begin(), all.end(), [&](const SectionEntry& e) { return padded(e.name) == wanted; });
  if (at == all.end()) {
    return fail("has no section \"" + std::string(wanted) + "\"; train the whole model with make train");
  }
  return bytes_.subspan(at->offset, at->bytes);
}

Result<std::vector<std::byte>> build_model(std::string_view name, std::span<const NamedSection> sections) {
  if (name.size() > sizeof ModelHeader::name) return fail("the name of a model has at most 64 bytes");
  if (sections.size() > kMaxSections) return fail("a model has at most " + std::to_string(kMaxSections) + " sections");
  std::vector<SectionEntry> table;
  std::size_t end = aligned(kTable + sections.size() * sizeof(SectionEntry));
  for (const NamedSection& s : sections) {
    if (s.name.empty() || s.name.size() > sizeof SectionEntry::name) return fail("bad name of a section: " + s.name);
    SectionEntry entry{};
    std::memcpy(entry.name, s.name.data(), s.name.size());
    entry.offset = end;
    entry.bytes = s.bytes.size();
    table.push_back(entry);
    end = aligned(end + s.bytes.size());
  }
  std::vector<std::byte> out(end);
  if (!table.empty()) std::memcpy(out.data() + kTable, table.data(), table.size() * sizeof(SectionEntry));
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (!sections[i].bytes.empty()) {
      std::memcpy(out.data() + table[i].offset, sections[i].bytes.data(), sections[i].bytes.size());
    }
  }
  ModelHeader header{};
  std::memcpy(header.magic, kModelMagic, sizeof kModelMagic);
  header.format = kModelFormat;
  header.sections = static_cast<std::uint32_t>(sections.size());
  header.bytes = out.size();
  header.checksum = model_checksum(std::span(out).subspan(sizeof(ModelHeader)));
  std::memcpy(header.name, name.data(), name.size());
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace masudi::language
