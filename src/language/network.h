// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/analysis.h"
#include "language/attach.h"
#include "language/encoder.h"
#include "language/mend_names.h"
#include "language/name_tags.h"
#include "language/name_vote.h"

namespace masudi::language {

// The neural network that gives tags, features, trees and names to segmented text. Immutable.
class Network {
 public:
  static constexpr std::uint32_t kFormat = 2;
  // Sentences longer than this are read in parts, whose trees are then joined: cost and memory stay linear.
  static constexpr std::uint32_t kLongestPiece = 192;
  // So many words at least are multiplied at once.
  static constexpr std::uint32_t kBatch = 96;

  // Over the model's section "network", which must outlive the object.
  static Result<Network> over(std::span<const std::byte> section);

  // Memory kept from text to text.
  struct Scratch;

  // Fills tokens.upos, xpos, feats (where asked for), head, relation and names of every reading from its spans and
  // sentences. Short texts are read faster together than alone, and alike.
  void annotate(std::span<const Reading> readings, Scratch& scratch) const;

 private:
  // Words of one sentence in the batch that is read: a sentence, or a part of a very long one.
  struct Part {
    const Reading* reading;
    NameVote* vote;    // of the reading
    TokenIndex first;  // of its words, in the reading
    Piece piece;       // in the batch
  };

  void collect(const Reading& reading, NameVote& vote, Scratch& scratch) const;
  void run_batch(Scratch& scratch) const;
  void give_tags(std::size_t words, Scratch& scratch) const;
  void give_feats(const Part& part, const float* scores, std::size_t stride) const;
  void find_names(std::size_t words, Scratch& scratch) const;
  void give_heads(const Part& part, Scratch& scratch) const;
  void give_relations(std::size_t words, Scratch& scratch) const;

  // Where each part of the joint product of a word begins.
  struct Parts {
    std::size_t tag, name, dependent, head, distance, relation_dependent, relation_head, end;
  };

  Encoder encoder_;
  std::uint32_t tag_ = 0, name_ = 0, arc_ = 0, relation_ = 0, feats_ = 0;
  Parts parts_{};
  float tag_scale_ = 0, name_scale_ = 0, dependent_scale_ = 0, relation_scale_ = 0;
  Dense joint_, tags_, names_, bilinear_, relations_;
  std::span<const float> root_head_, root_relation_;
  std::span<const std::uint32_t> feats_at_;
  std::span<const char> feats_text_;
};

struct Network::Scratch {
  std::vector<Part> parts;    // of the batch
  std::vector<Piece> pieces;  // the same, as the encoder takes them
  std::vector<FeatureRows> rows;
  std::vector<WordFeatures> words;
  Encoder::Scratch encoder;
  std::vector<float> joint, result, heads, scores;
  std::vector<std::uint8_t> hidden;
  std::vector<std::uint32_t> chosen;
  Attacher attacher;
  NameDecoder names;
  std::vector<NameVote> votes;  // by reading
  NameMender name_mender;
};

}  // namespace masudi::language
