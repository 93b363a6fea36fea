// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/analysis.h"

namespace masudi::coding {

// The dependency trees of a document with their children at hand, and the questions that a coder asks of them. For one
// thread: answers are kept, and memory from build() to build(). All indexes are of the document; kNoToken is "none".
class Tree {
 public:
  void build(const Analysis& analysis, std::string_view text);

  std::uint32_t size() const { return tokens_->size(); }
  std::span<const TokenIndex> children(TokenIndex t) const {
    return {children_.data() + first_child_[t], first_child_[t + 1] - first_child_[t]};
  }
  TokenIndex head(TokenIndex t) const { return tokens_->head[t]; }
  Relation relation(TokenIndex t) const { return tokens_->relation[t]; }
  std::string_view lemma(TokenIndex t) const { return tokens_->lemma[t]; }
  std::string_view form(TokenIndex t) const { return tokens_->span[t].in(text_); }
  // As tagged; but what has a subject and an object, or is the only verb that its sentence can have, is a verb of the
  // present, even if the tagger takes it for a noun or an adjective ("Peru summons the envoy", "Parliament votes to
  // …").
  Upos upos(TokenIndex t) const { return is_retagged_[t] ? Upos::verb : tokens_->upos[t]; }
  Xpos xpos(TokenIndex t) const { return is_retagged_[t] ? Xpos::vbz : tokens_->xpos[t]; }
  Span span(TokenIndex t) const { return tokens_->span[t]; }
  std::uint32_t sentence(TokenIndex t) const { return sentence_of_[t]; }

  bool is_verb(TokenIndex t) const { return upos(t) == Upos::verb || upos(t) == Upos::aux; }
  bool is_nominal(TokenIndex t) const;
  // First child with the relation.
  TokenIndex child(TokenIndex t, Relation relation) const;
  bool has_child(TokenIndex t, Relation relation) const { return child(t, relation) != kNoToken; }
  // The first child with the lemma, whatever its relation.
  TokenIndex child_with_lemma(TokenIndex t, std::string_view lemma) const;
  // The preposition (or 's) that marks a nominal; empty if none. "because of" gives "because".
  std::string_view preposition(TokenIndex t) const;
  // A preposition right before a phrase that the parser tied elsewhere; kNoToken if none.
  TokenIndex preposition_before(TokenIndex t) const;
  // Whether `t` is `above` or hangs below it.
  bool dominates(TokenIndex above, TokenIndex t) const;

  bool is_passive(TokenIndex verb) const {
    if (passive_[verb] == Answer::none) passive_[verb] = find_passive(verb) ? Answer::yes : Answer::no;
    return passive_[verb] == Answer::yes;
  }
  // Who does it, by grammar: own subject, shared, controlled or the noun that a participle modifies. For a passive the
  // by-agent.
  TokenIndex logical_subject(TokenIndex verb) const;
  // Whom it is done to, by grammar: the object, or the subject of a passive.
  TokenIndex logical_object(TokenIndex verb) const {
    if (object_[verb] == kNotAsked) object_[verb] = find_object(verb);
    return object_[verb];
  }
  // The grammatical subject, found as logical_subject() does, of an active or passive verb.
  TokenIndex subject(TokenIndex verb) const { return subject(verb, 0); }

  // Premodifiers and flat parts of a nominal: the words from the first to the last that belong to its core (no
  // prepositional phrases or clauses). The determiner is part of it.
  void core(TokenIndex t, TokenIndex& first, TokenIndex& last) const;

 private:
  enum class Answer : std::uint8_t { none, no, yes };
  static constexpr TokenIndex kNotAsked = kNoToken - 1;

  bool is_mistaken_noun(TokenIndex t) const;
  bool is_only_verb(TokenIndex t) const;
  TokenIndex subject_before(TokenIndex t) const;
  bool find_passive(TokenIndex verb) const;
  TokenIndex find_object(TokenIndex verb) const;
  bool is_marked_passive(TokenIndex verb) const;
  bool is_headline_passive(TokenIndex verb) const;
  TokenIndex subject(TokenIndex verb, int depth) const;
  TokenIndex counted_object(TokenIndex verb) const;
  TokenIndex bare_object(TokenIndex verb) const;

  const Tokens* tokens_ = nullptr;
  std::string_view text_;
  std::vector<TokenIndex> children_;
  std::vector<std::uint32_t> first_child_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<std::uint8_t> is_retagged_;   // by token: see upos()
  mutable std::vector<Answer> passive_;     // by token, once asked: is_passive()
  mutable std::vector<TokenIndex> object_;  // the same: logical_object()
};

}  // namespace masudi::coding
