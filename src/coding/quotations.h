// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "coding/context.h"

namespace masudi::coding {

// Whether a blank line stands between two sentences: a new paragraph begins.
bool parted(std::string_view text, Span before, Span after);

// Words between quotation marks: tokens [first, last) without the marks. Never longer than a paragraph.
struct Quotation {
  TokenIndex first;
  TokenIndex last;
  std::uint32_t paragraph;
  bool speech;  // more than three words with a verb, or a whole sentence: somebody's words, not a name or a single term
  bool closed;  // false: the paragraph ends before the closing mark, as where the next goes on with the same speaker
};

// The quotations of a document. Straight marks open and close in turn, curly ones by their shape, single ones only
// where they cannot be apostrophes; a mark left open ends with its paragraph. Inner quotations belong to the outer.
class Quotations {
 public:
  void read(const Context& context);

  std::span<const Quotation> all() const { return quotations_; }
  // The quotation that the token stands in; null if none. Marks themselves stand in none.
  const Quotation* at(TokenIndex t) const { return of_[t] == 0 ? nullptr : &quotations_[of_[t] - 1]; }
  // Those that share a token with [first, last).
  std::span<const Quotation> near(TokenIndex first, TokenIndex last) const;
  std::uint32_t paragraph(std::uint32_t sentence) const { return paragraphs_[sentence]; }

 private:
  void close(const Context& context, TokenIndex first, TokenIndex last, std::uint32_t paragraph, bool closed);

  std::vector<Quotation> quotations_;
  std::vector<std::uint32_t> of_;          // by token: 1 + index
  std::vector<std::uint32_t> paragraphs_;  // by sentence
};

}  // namespace masudi::coding
