// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/result.h"
#include "document/analysis.h"

namespace masudi::language {

// Lemmas from form and tag, also of unseen words. Immutable.
class Lemmatizer {
 public:
  // Over the model's section "lemmas", which must outlive the object.
  static Result<Lemmatizer> over(std::span<const std::byte> section);

  // Fills out.tokens.lemma from span, upos and xpos. New strings go to out.strings.
  void lemmatize(std::string_view text, Analysis& out) const;

 private:
  std::span<const std::byte> section_;
};

}  // namespace masudi::language
