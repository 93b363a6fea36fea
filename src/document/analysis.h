// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/text_arena.h"
#include "document/tagset.h"

namespace masudi {

// The index of a token in its document, from 0.
using TokenIndex = std::uint32_t;
constexpr TokenIndex kNoToken = 0xFFFFFFFF;

// The syntactic words of a document as columns, each written by the step named beside it. All columns have one length
// once the language step is done, but for `feats` where not asked for. A word that orthography joins to the next
// (do|n't, Korea|'s) is a token of its own with its own span: every token's form is exactly the text under its span.
struct Tokens {
  std::vector<Span> span;               // tokenizer
  std::vector<std::uint8_t> joined;     // tokenizer: 1 when this and the next are one orthographic word (CoNLL-U "1-2")
  std::vector<Upos> upos;               // tagger
  std::vector<Xpos> xpos;               // tagger
  std::vector<std::string_view> feats;  // tagger: "Number=Sing|…", empty for none; points into the model
  std::vector<std::string_view> lemma;  // lemmatizer; points into the model or Analysis::strings
  std::vector<TokenIndex> head;         // parser: index of the head in the document; kNoToken for the root
  std::vector<Relation> relation;       // parser

  std::uint32_t size() const { return static_cast<std::uint32_t>(span.size()); }
  void clear();
};

// Tokens [first, last) of the document and the bytes they cover.
struct Sentence {
  TokenIndex first;
  TokenIndex last;
  Span span;

  std::uint32_t size() const { return last - first; }
};

enum class NameKind : std::uint8_t { person, organisation, place, group };

// A name found by the language step: tokens [first, last).
struct Name {
  TokenIndex first;
  TokenIndex last;
  NameKind kind;
};

// What the language step finds in one document. Reused from document to document: clear() keeps the memory.
struct Analysis {
  Tokens tokens;
  std::vector<Sentence> sentences;  // in order of the text, none empty, none overlapping
  std::vector<Name> names;          // in order of the text
  TextArena strings;                // lemmas made for this document

  void clear();
};

// A text, and where goes what is found in it.
struct Reading {
  std::string_view text;
  Analysis* analysis;
  bool feats = true;  // whether the features of words are asked for
};

inline void Tokens::clear() {
  span.clear(), joined.clear(), upos.clear(), xpos.clear(), feats.clear(), lemma.clear(), head.clear(),
      relation.clear();
}

inline void Analysis::clear() { tokens.clear(), sentences.clear(), names.clear(), strings.clear(); }

}  // namespace masudi
