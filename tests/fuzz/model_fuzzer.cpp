// SPDX-License-Identifier: Apache-2.0
// Hostile models: whole files of any bytes, and every section of the real model with bytes changed. A part may refuse
// its section or give nonsense; it must stay inside its memory.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>
#include <vector>

#include "base/mapped_file.h"
#include "language/lemmatizer.h"
#include "language/model_file.h"
#include "language/network.h"
#include "language/segmenter.h"

namespace {

using namespace masudi;
using Bytes = std::span<const std::uint8_t>;

constexpr std::string_view kText =
    "The U.S. won't recognise Gov. Lee's state-run army, it said on Oct. 7.\n\n“LEAVE,” rebels told 1,200 men in "
    "Paris.";

// A copy of a section at an aligned address that can be changed and put right again.
class Patched {
 public:
  explicit Patched(std::string_view name) {
    static const MappedFile file = MappedFile::open(MASUDI_FUZZ_MODEL).value();
    const auto section = language::ModelFile::over(file.bytes()).value().section(name).value();
    data_ = static_cast<std::byte*>(::operator new (section.size(), std::align_val_t{language::kSectionAlignment}));
    size_ = section.size();
    std::memcpy(data_, section.data(), size_);
  }

  // Every five bytes change one byte, most of them near the beginning, where sizes and tables are. The first byte cuts
  // the section short when it is odd.
  std::span<const std::byte> apply(Bytes changes) {
    std::size_t size = size_;
    if (!changes.empty()) {
      if (changes[0] % 2 == 1) size = size_ * changes[0] / 256;
      changes = changes.subspan(1);
    }
    for (; changes.size() >= 5; changes = changes.subspan(5)) {
      std::uint32_t where = 0;
      std::memcpy(&where, changes.data(), 4);
      const std::size_t at = (where & 1) != 0 ? where / 2 % size_ : where / 2 % std::min<std::size_t>(size_, 2048);
      undo_.emplace_back(at, data_[at]);
      data_[at] = static_cast<std::byte>(changes[4]);
    }
    return {data_, size};
  }

  void undo() {
    for (; !undo_.empty(); undo_.pop_back()) data_[undo_.back().first] = undo_.back().second;
  }

 private:
  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  std::vector<std::pair<std::size_t, std::byte>> undo_;
};

// The text as the real segmenter parts it.
const Analysis& segmented() {
  static const Analysis analysis = [] {
    static Patched section("segmenter");
    Analysis out;
    language::Segmenter::Scratch scratch;
    language::Segmenter::over(section.apply({})).value().segment(kText, scratch, out);
    return out;
  }();
  return analysis;
}

void copy_tokens(Analysis& out) {
  out.clear();
  out.tokens.span = segmented().tokens.span;
  out.tokens.joined = segmented().tokens.joined;
  out.sentences = segmented().sentences;
}

void try_file(Bytes bytes) {
  std::vector<std::byte> room(bytes.size() + language::kSectionAlignment);
  void* at = room.data();
  std::size_t space = room.size();
  std::align(language::kSectionAlignment, bytes.size(), at, space);
  auto* file = static_cast<std::byte*>(at);
  if (!bytes.empty()) std::memcpy(file, bytes.data(), bytes.size());
  const std::span whole(file, bytes.size());
  if (bytes.size() >= sizeof(language::ModelHeader)) {  // let the checks behind the checksum have their turn
    auto* header = reinterpret_cast<language::ModelHeader*>(file);
    std::memcpy(header->magic, language::kModelMagic, sizeof language::kModelMagic);
    header->format = language::kModelFormat;
    header->bytes = bytes.size();
    header->checksum = language::model_checksum(whole.subspan(sizeof(language::ModelHeader)));
  }
  const auto model = language::ModelFile::over(whole);
  if (!model) return;
  std::size_t sum = model->name().size();
  for (const std::string_view name : {"segmenter", "network", "lemmas"}) {
    const auto section = model->section(name);
    if (section) sum += std::count(section->begin(), section->end(), std::byte{1});
  }
  [[maybe_unused]] static volatile std::size_t sink;
  sink = sum;
}

void try_segmenter(Bytes changes) {
  static Patched section("segmenter");
  static Analysis analysis;
  language::Segmenter::Scratch scratch;
  const auto segmenter = language::Segmenter::over(section.apply(changes));
  if (segmenter) segmenter->segment(kText, scratch, analysis);
  section.undo();
}

void try_lemmatizer(Bytes changes) {
  static Patched section("lemmas");
  static Analysis analysis;
  const auto lemmatizer = language::Lemmatizer::over(section.apply(changes));
  if (lemmatizer) {
    copy_tokens(analysis);
    // Tags go round with the input, so that all paths are walked.
    const std::size_t turn = changes.size();
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
      analysis.tokens.upos.push_back(static_cast<Upos>((i + turn) % kUposCount));
      analysis.tokens.xpos.push_back(static_cast<Xpos>((i * 7 + turn) % kXposCount));
    }
    lemmatizer->lemmatize(kText, analysis);
  }
  section.undo();
}

void try_network(Bytes changes) {
  static Patched section("network");
  static Analysis analysis;
  static language::Network::Scratch scratch;
  const auto network = language::Network::over(section.apply(changes));
  if (network) {
    copy_tokens(analysis);
    network->annotate(kText, scratch, analysis);
  }
  section.undo();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Bytes rest(data + 1, size - 1);
  switch (data[0] % 4) {
    case 0: try_file(rest); break;
    case 1: try_segmenter(rest); break;
    case 2: try_lemmatizer(rest); break;
    default: try_network(rest); break;
  }
  return 0;
}
