// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/result.h"
#include "document/analysis.h"

namespace masudi::language {

// Parts text into sentences and syntactic words as UD English has them (do|n't, Korea|'s, all|-|girl). Immutable.
class Segmenter {
 public:
  // Over the model's section "segmenter", which must outlive the object.
  static Result<Segmenter> over(std::span<const std::byte> section);

  struct Scratch;  // memory kept from text to text

  // Fills out.tokens.span, out.tokens.joined and out.sentences (all cleared before). Blank lines end sentences.
  void segment(std::string_view text, Scratch& scratch, Analysis& out) const;

 private:
  std::span<const std::byte> section_;
};

}  // namespace masudi::language
