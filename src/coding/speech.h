// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "coding/context.h"
#include "coding/cues.h"
#include "coding/quotations.h"

namespace masudi::coding {

// One saying: somebody (known or not) says something. "X said that …", "according to X, …", "“…,” X said", "X, citing
// Y, …", "reportedly". What is said are the tokens for which covers() holds; a saying without words of its own ("X
// spoke to reporters") covers none.
struct Saying {
  TokenIndex cue;      // the word that says so: said, according, citing, reportedly
  TokenIndex speaker;  // head of the phrase that names the voice; kNoToken where nobody is named
  TokenIndex first;    // what is said: tokens [first, last) …
  TokenIndex last;
  TokenIndex except_first = 0;  // … but not the words of the saying itself, [except_first, except_last)
  TokenIndex except_last = 0;
  bool hearsay = false;            // "reportedly", "is said to": somebody else's word, nobody named
  TokenIndex leans_on = kNoToken;  // a source that another voice names ("X, citing Y": for Y the verb of X)
  TokenIndex told = kNoToken;      // whom it is told to ("told Radio One"), head of the phrase

  bool covers(TokenIndex t) const { return t >= first && t < last && !(t >= except_first && t < except_last); }
};

// The sayings and quotations of one document. Looks at trees and quotation marks, not at who the speakers are. Keeps
// memory, and the look-up of cues made from the knowledge at the first read, from document to document; one for each
// thread.
class Speech {
 public:
  void read(const Context& context);

  std::span<const Saying> sayings() const { return sayings_; }  // in the order of their cues
  // Whether the token stands inside quotation marks, single terms in marks ("destroyed") included; not the names of
  // works and nicknames of one to three capitalised words.
  bool quoted(TokenIndex t) const { return quoted_[t] != 0; }
  // The saying in whose quotation the token stands, also where the speaker is named sentences before or after; null if
  // none.
  const Saying* quotation(TokenIndex t) const;
  // Whether the token is a cue or a noun of saying beside one ("X said in a statement").
  bool is_cue(TokenIndex t) const { return is_cue_[t] != 0; }
  // Whether the token is a noun for what is said or written: report, statement, video.
  bool is_text(TokenIndex t) const;
  const Quotations& quotations() const { return quotations_; }

 private:
  void attribute_quotations(const Context& context);
  void mark(const Context& context);

  const knowledge::Knowledge* known_ = nullptr;
  std::optional<Cues> cues_;
  std::vector<CueMatch> matches_;
  std::vector<std::uint8_t> scratch_;
  Quotations quotations_;
  std::vector<Saying> sayings_;
  std::vector<TokenIndex> nouns_;            // nouns that can be cues, in the order of the text
  std::vector<std::uint32_t> of_quotation_;  // by quotation: 1 + index of its saying
  std::vector<std::uint8_t> quoted_;
  std::vector<std::uint8_t> is_cue_;
};

}  // namespace masudi::coding
