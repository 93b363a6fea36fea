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

  // Fills out.tokens.upos, xpos, feats, head, relation and out.names from spans and sentences.
  void annotate(std::string_view text, Scratch& scratch, Analysis& out) const;

 private:
  void run_batch(std::string_view text, TokenIndex first, Scratch& scratch, Analysis& out) const;
  void give_tags(std::size_t words, TokenIndex first, Scratch& scratch, Analysis& out) const;
  void find_names(std::size_t words, TokenIndex first, Scratch& scratch, Analysis& out) const;
  void give_heads(const Piece& piece, TokenIndex first, Scratch& scratch, Analysis& out) const;
  void give_relations(std::size_t words, TokenIndex first, Scratch& scratch, Analysis& out) const;

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
  std::vector<Piece> pieces;  // of the batch, in its words
  std::vector<std::uint32_t> sentence_of_piece;
  std::vector<FeatureRows> rows;
  std::vector<WordFeatures> words;
  Encoder::Scratch encoder;
  std::vector<float> joint, result, heads, scores;
  std::vector<std::uint8_t> hidden;
  std::vector<std::uint32_t> chosen;
  Attacher attacher;
  NameDecoder names;
  NameVote vote;
  NameMender name_mender;
};

}  // namespace masudi::language
