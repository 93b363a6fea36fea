// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace masudi::treebank {

// A syntactic word of a CoNLL-U file, as written there ("_" comes as empty, but for form and lemma).
// Source: https://universaldependencies.org/format.html
struct Word {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string xpos;
  std::string feats;
  std::uint32_t head = 0;  // number of the head in the sentence, from 1; 0: the root
  std::string relation;
};

// One orthographic token: a word, or a multiword token over words [first, last).
struct Surface {
  std::string form;
  std::uint32_t first;
  std::uint32_t last;
  bool blank_after;
};

struct Sentence {
  std::string id;
  std::vector<Word> words;
  std::vector<Surface> surface;  // covers all words, in order
  bool starts_paragraph = false;
};

struct Document {
  std::string id;
  std::vector<Sentence> sentences;
};

// Documents by "# newdoc"; a file without any is one document. Empty nodes (8.1) are left out.
Result<std::vector<Document>> parse_conllu(std::string_view bytes);
Result<std::vector<Document>> read_conllu(const std::filesystem::path& path);

// A document's text as it was before it was cut up: paragraphs parted by a blank line, sentences of a paragraph by a
// blank, unless the last word has SpaceAfter=No. Where the words of a multiword token do not spell it, as in
// "aux" → "à" "les", each is given the span of the whole.
struct RawText {
  std::string text;
  std::vector<Span> words;                   // of all sentences, in order
  std::vector<std::uint8_t> joined;          // 1: this word and the next belong to one multiword token
  std::vector<std::uint32_t> sentence_ends;  // number of words up to and with each sentence
};
RawText raw_text(const Document& document);

}  // namespace masudi::treebank
