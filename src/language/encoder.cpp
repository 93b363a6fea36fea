// SPDX-License-Identifier: Apache-2.0
#include "language/encoder.h"

#include <algorithm>

#include "language/kernels_kinds.h"

namespace masudi::language {
namespace {

constexpr std::uint32_t kMostVocabulary = 1U << 20;
constexpr std::uint32_t kMostSlots = 1U << 22;
constexpr std::uint32_t kMostLayers = 16;

bool rows_are_inside(const Vocabulary& vocabulary) {
  constexpr auto kRowsOf = [](FeatureGroup group) { return kGroupRows[static_cast<std::size_t>(group)]; };
  return std::ranges::all_of(vocabulary.slots, [&](const Vocabulary::Slot& s) {
    return s.row == Vocabulary::kEmpty ||
           ((s.row == Vocabulary::kNoRow || s.row < vocabulary.size) &&
            s.parts_of_speech < kRowsOf(FeatureGroup::parts_of_speech) && s.names < kRowsOf(FeatureGroup::names));
  });
}

// The table is larger than the nearer caches: its rows are asked for this many words ahead.
constexpr std::size_t kAhead = 6;

}  // namespace

void Encoder::fetch(const FeatureRows& rows) const {
  for (const std::uint32_t row : rows) {
    const std::int8_t* at = table_.data() + std::size_t{row} * row_width_;
    for (std::uint32_t i = 0; i < row_width_; i += 64) __builtin_prefetch(at + i);
  }
}

Encoder Encoder::read(SectionReader& reader) {
  Encoder out;
  const auto vocabulary = reader.value<std::uint32_t>();
  const auto slots = reader.value<std::uint32_t>();
  out.row_width_ = reader.value<std::uint32_t>();
  out.width_ = reader.value<std::uint32_t>();
  const auto layers = reader.value<std::uint32_t>();
  if (vocabulary > kMostVocabulary || slots == 0 || slots > kMostSlots || (slots & (slots - 1)) != 0 ||
      out.row_width_ > kWidest || out.row_width_ % 64 != 0 || out.width_ > kWidest || out.width_ % 32 != 0 ||
      layers == 0 || layers > kMostLayers) {
    reader.refuse();
    return out;
  }
  out.vocabulary_.size = vocabulary;
  out.vocabulary_.slots = reader.array<Vocabulary::Slot>(slots, 64);
  out.row_scales_ = reader.array<float>(kFeatures, 64);
  out.row_bias_ = reader.array<float>(out.row_width_, 64);
  out.table_ = reader.array<std::int8_t>(std::uint64_t{feature_rows(vocabulary)} * out.row_width_, 64);
  for (std::uint32_t i = 0; i < layers; ++i) {
    out.layers_.push_back(Dense::read(reader, i == 0 ? out.row_width_ : out.width_, 3 * out.width_));
  }
  if (!rows_are_inside(out.vocabulary_) || !all_moderate(out.row_scales_) || !all_moderate(out.row_bias_)) {
    reader.refuse();
  }
  return out;
}

std::span<const std::uint8_t> Encoder::encode(std::span<const FeatureRows> words, std::span<const Piece> pieces,
                                              const Kernels& k, Scratch& scratch) const {
  const std::size_t n = words.size();
  for (auto& states : scratch.states) {
    if (states.size() < n * std::max(width_, row_width_)) states.resize(n * std::max(width_, row_width_));
  }
  if (scratch.gates.size() < n * 3 * width_) scratch.gates.resize(n * 3 * width_);
  scratch.memory.resize(width_);
  std::uint8_t* in = scratch.states[0].data();
  std::uint8_t* out = scratch.states[1].data();
  for (std::size_t w = 0; w < n; ++w) {
    if (w + kAhead < n) fetch(words[w + kAhead]);
    k.embed(words[w].data(), kFeatures, table_.data(), row_width_, row_scales_.data(), row_bias_.data(),
            in + w * row_width_);
  }
  for (const Dense& layer : layers_) {
    k.multiply(in, n, layer.inputs, layer.weights.data(), layer.outputs, layer.scale.data(), layer.bias.data(),
               scratch.gates.data(), layer.outputs);
    const bool highway = layer.inputs == width_;
    for (const Piece& p : pieces) {
      const float* gates = scratch.gates.data() + std::size_t{p.first} * 3 * width_;
      const std::uint8_t* below = in + std::size_t{p.first} * layer.inputs;
      std::uint8_t* above = out + std::size_t{p.first} * width_;
      std::fill(scratch.memory.begin(), scratch.memory.end(), 0.0F);
      k.recur(gates, p.size(), width_, 0, width_ / 2, 1, highway, below, above, scratch.memory.data());
      k.recur(gates, p.size(), width_, width_ / 2, width_, -1, highway, below, above, scratch.memory.data());
    }
    std::swap(in, out);
  }
  return {in, n * width_};
}

}  // namespace masudi::language
