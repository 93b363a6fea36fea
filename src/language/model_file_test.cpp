// SPDX-License-Identifier: Apache-2.0
#include "language/model_file.h"

#include <gtest/gtest.h>

#include <cstring>
#include <new>

#include "language/section_reader.h"

namespace masudi::language {
namespace {

// A copy at an aligned address, as a mapped file has it.
class Aligned {
 public:
  explicit Aligned(std::span<const std::byte> bytes)
      : data_(static_cast<std::byte*>(::operator new (bytes.size() + 1, std::align_val_t{kSectionAlignment}))),
        size_(bytes.size()) {
    if (size_ > 0) std::memcpy(data_, bytes.data(), size_);
  }
  Aligned(const Aligned&) = delete;
  Aligned& operator=(const Aligned&) = delete;
  ~Aligned() { ::operator delete (data_, std::align_val_t{kSectionAlignment}); }

  std::span<std::byte> bytes() { return {data_, size_}; }

 private:
  std::byte* data_;
  std::size_t size_;
};

std::vector<std::byte> bytes_of(std::string_view text) {
  const auto* data = reinterpret_cast<const std::byte*>(text.data());
  return {data, data + text.size()};
}

std::vector<std::byte> example() {
  const std::vector<NamedSection> sections = {
      {"one", bytes_of("first")}, {"empty", {}}, {"sixteen-letters!", bytes_of("second")}};
  return build_model("english-test", sections).value();
}

TEST(ModelFile, GivesBackItsSections) {
  Aligned file(example());
  const auto model = ModelFile::over(file.bytes());
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->name(), "english-test");
  const auto section = model->section("sixteen-letters!");
  ASSERT_TRUE(section);
  EXPECT_EQ(std::memcmp(section->data(), "second", 6), 0);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(section->data()) % kSectionAlignment, 0u);
  EXPECT_EQ(model->section("empty")->size(), 0u);
  const auto missing = model->section("network");
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("network"), std::string::npos);
}

TEST(ModelFile, RefusesEveryDamagedByte) {
  Aligned file(example());
  for (std::byte& b : file.bytes()) {
    const bool in_name =
        &b >= file.bytes().data() + offsetof(ModelHeader, name) && &b < file.bytes().data() + sizeof(ModelHeader);
    b ^= std::byte{0x40};
    EXPECT_EQ(ModelFile::over(file.bytes()).has_value(), in_name);
    b ^= std::byte{0x40};
  }
}

TEST(ModelFile, RefusesEveryCutFile) {
  const auto whole = example();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    Aligned file(std::span<const std::byte>(whole).first(size));
    EXPECT_FALSE(ModelFile::over(file.bytes())) << size;
  }
}

TEST(ModelFile, RefusesSectionsOutsideTheFileEvenWithAGoodChecksum) {
  Aligned file(example());
  auto* header = reinterpret_cast<ModelHeader*>(file.bytes().data());
  auto* entry = reinterpret_cast<SectionEntry*>(file.bytes().data() + sizeof(ModelHeader));
  const auto refused = [&] {
    header->checksum = model_checksum(file.bytes().subspan(sizeof(ModelHeader)));
    return !ModelFile::over(file.bytes());
  };
  const SectionEntry good = *entry;
  EXPECT_FALSE(refused());
  entry->bytes = ~0ull;
  EXPECT_TRUE(refused());
  *entry = good, entry->offset = ~0ull - 63;
  EXPECT_TRUE(refused());
  *entry = good, entry->offset += 1;
  EXPECT_TRUE(refused());
  *entry = good, header->sections = 0xFFFFFFFF;
  EXPECT_TRUE(refused());
}

TEST(SectionReader, StopsAtTheEnd) {
  SectionWriter writer;
  writer.value<std::uint16_t>(7);
  const std::vector<std::uint32_t> numbers = {1, 2, 3};
  writer.array<std::uint32_t>(numbers);
  Aligned section(writer.take());

  SectionReader good(section.bytes());
  EXPECT_EQ(good.value<std::uint16_t>(), 7);
  EXPECT_EQ(good.array<std::uint32_t>(3)[2], 3u);
  EXPECT_TRUE(good.at_end());

  SectionReader greedy(section.bytes());
  EXPECT_TRUE(greedy.array<std::uint32_t>(0x4000000000000001ull).empty());
  EXPECT_FALSE(greedy.ok());
  EXPECT_EQ(greedy.value<std::uint8_t>(), 0);
}

}  // namespace
}  // namespace masudi::language
