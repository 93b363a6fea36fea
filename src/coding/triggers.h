// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "coding/context.h"

namespace masudi::coding {

constexpr std::uint32_t kNoRecord = 0xFFFFFFFF;

// A lexicon entry found in the text.
struct Trigger {
  std::uint32_t record = kNoRecord;  // index into Knowledge::all_triggers()
  TokenIndex head = kNoToken;        // the verb, noun or adjective; of a phrase the word that all others hang on
  TokenIndex object = kNoToken;      // the object that the entry asks for, if it does
  std::uint32_t first_word = 0;      // all words of the trigger: Triggers::words()
  std::uint32_t word_count = 0;
  float specificity = 0;  // how much the entry asks for, and got; the most specific entry wins

  // The light verb that lends a noun its subject and objects ("launched an attack"), and its entry.
  TokenIndex light = kNoToken;
  std::uint32_t light_record = kNoRecord;

  // The word by which it stands in its clause: the light verb where there is one, else the head.
  TokenIndex anchor() const { return light != kNoToken ? light : head; }
};

// Finds the entries of the lexicon in one document: at each word the most specific one, no word used twice. What looks
// like an event and is not (type NONE) is found like any other entry and takes its words away.
class Triggers {
 public:
  void find(const Context& context);

  // Events and NONE entries, in the order of their heads.
  std::span<const Trigger> all() const { return triggers_; }
  // In the order of the text.
  std::span<const TokenIndex> words(const Trigger& t) const {
    return std::span(words_).subspan(t.first_word, t.word_count);
  }
  bool covers(const Trigger& t, TokenIndex word) const {
    const auto all = words(t);
    return std::find(all.begin(), all.end(), word) != all.end();
  }

 private:
  struct Found {  // an entry that fits at a word; its words lie in pool_
    Trigger trigger;
    bool is_light;
    TokenIndex lent;  // the noun that a light verb lends to
  };

  void mend_lemma(TokenIndex t);
  std::uint64_t singular_hash(TokenIndex t) const;
  void find_at(TokenIndex t);
  void try_entries(std::uint64_t key, TokenIndex t);
  bool fits(const knowledge::TriggerRecord& record, TokenIndex t, Found& found);
  bool fits_phrase(const knowledge::TriggerRecord& record, TokenIndex t, Found& found);
  // Words of entries are given by their hashes.
  TokenIndex particle(TokenIndex t, std::uint64_t word) const;
  TokenIndex object_among(TokenIndex verb, knowledge::IndexRange words) const;
  TokenIndex behind_particle(const Found& found, knowledge::IndexRange words) const;
  TokenIndex marked(TokenIndex noun, std::uint64_t preposition) const;
  std::uint64_t hyphenated_hash(TokenIndex t) const;
  bool has_particle(TokenIndex verb, std::uint64_t word) const;
  TokenIndex predicate(TokenIndex verb, knowledge::IndexRange words) const;
  TokenIndex quality_among(TokenIndex noun, knowledge::IndexRange words) const;
  TokenIndex said_of(TokenIndex noun, knowledge::IndexRange words, int depth) const;
  TokenIndex doer_among(TokenIndex verb, knowledge::IndexRange words) const;
  TokenIndex complement(TokenIndex t, std::uint64_t preposition, knowledge::IndexRange words) const;
  TokenIndex modifier(TokenIndex noun, knowledge::IndexRange words) const;
  bool ends_at(TokenIndex t, std::string_view words) const;
  bool is_one_of(TokenIndex t, knowledge::IndexRange words) const;
  bool ends_phrase(TokenIndex t, knowledge::IndexRange range) const;
  TokenIndex lent_noun(const Found& light) const;
  void choose();
  void link_light_verbs();

  const Context* context_ = nullptr;
  std::vector<std::uint64_t> lemma_hash_;  // by token, of the lemma in lower case
  std::vector<std::uint64_t> form_hash_;   // by token, of the form in lower case
  std::vector<Found> found_;
  std::vector<TokenIndex> pool_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint8_t> taken_;       // by token
  std::vector<std::uint8_t> event_noun_;  // by token: a noun entry fits here
  std::vector<Trigger> triggers_;
  std::vector<TokenIndex> words_;
  std::vector<Found> lights_;
};

// "hundreds of troops" → troops, "a series of attacks" → attacks: the noun that a word of quantity or kind stands for;
// the token itself where it is none.
TokenIndex content_of(const Tree& tree, TokenIndex t);

}  // namespace masudi::coding
