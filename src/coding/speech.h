// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/span.h"
#include "coding/context.h"

namespace masudi::coding {

// One saying: somebody (known or not) says something. "X said that …", "according to X, …", "“…,” X said", "X, citing
// Y, …", "reportedly". What is said are the tokens for which covers() holds.
struct Saying {
  TokenIndex cue;      // the word that says so: said, according, citing, reportedly
  TokenIndex speaker;  // head of the phrase that names the voice; kNoToken where nobody is named
  TokenIndex first;    // what is said: tokens [first, last) …
  TokenIndex last;
  TokenIndex except_first;  // … but not the words of the saying itself, [except_first, except_last)
  TokenIndex except_last;
  bool hearsay;  // "reportedly", "is said to": somebody else's word, nobody named

  bool covers(TokenIndex t) const { return t >= first && t < last && !(t >= except_first && t < except_last); }
};

// The sayings and quotations of one document. Looks at trees and quotation marks, not at who the speakers are.
class Speech {
 public:
  void read(const Context& context);

  std::span<const Saying> sayings() const { return sayings_; }  // in the order of their cues
  // Whether the token stands inside quotation marks that hold speech (not scare quotes or titles of one to three words).
  bool quoted(TokenIndex t) const { return quoted_[t] != 0; }
  // The saying in whose quotation the token stands, also where the speaker is named sentences before or after; null if none.
  const Saying* quotation(TokenIndex t) const;
  // Whether the token is a cue or belongs to the words of a saying.
  bool is_cue(TokenIndex t) const;

 private:
  std::vector<Saying> sayings_;
  std::vector<std::uint8_t> quoted_;
};

}  // namespace masudi::coding
