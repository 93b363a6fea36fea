// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "document/analysis.h"
#include "language/lemma_table.h"

namespace masudi::language {

// Lemmas from form and tag. Words seen in training are looked up; others get the ending and the case that words with
// the longest known suffix, the same tag and the same shape had. Immutable.
class Lemmatizer {
 public:
  // Over the model's section "lemmas", which must outlive the object. Its bytes: LemmaHeader, the endings, the slots,
  // the strings, each aligned to 64.
  static Result<Lemmatizer> over(std::span<const std::byte> section);

  // Fills out.tokens.lemma from span, upos and xpos (which must be as long as span). Lemmas live in out.strings. Where
  // relations are known, they tell "has" from "is" in a 's.
  void lemmatize(std::string_view text, Analysis& out) const;

 private:
  struct Choice {
    const Ending* ending;
    CaseChange change;
  };
  // For a form that was seen in capitals alone, or with its tag never; `seen`: what is known of it all the same.
  Choice choose(std::string_view form, bool shouted, const LemmaSlot* seen, Upos upos, Xpos xpos) const;
  // Of a form never seen as a verb, by the grammar's lists and rules; empty where they leave it open.
  std::string_view verb_by_rule(std::string_view form, Xpos xpos, TextArena& strings) const;
  std::string_view lemma(std::string_view form, bool shouted, Upos upos, Xpos xpos, TextArena& strings) const;
  std::string_view build(std::string_view form, Choice choice, TextArena& strings) const;
  const Ending* ending_by_suffix(std::string_view lower, Xpos xpos) const;
  const Ending* ending(std::uint16_t number) const { return number < endings_.size() ? &endings_[number] : nullptr; }

  std::span<const Ending> endings_;
  LemmaTable table_;
  std::string_view strings_;
};

struct LemmaHeader {
  std::uint32_t format;  // kLemmaFormat
  std::uint32_t endings;
  std::uint32_t slots;  // a power of two
  std::uint32_t string_bytes;
};
constexpr std::uint32_t kLemmaFormat = 1;

}  // namespace masudi::language
