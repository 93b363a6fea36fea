// SPDX-License-Identifier: Apache-2.0
#include "train/segmenter_examples.h"

#include <algorithm>

namespace masudi::train {
namespace {

using language::Split;

// What the treebank has at each byte at which a word ends; Split::none elsewhere.
std::vector<Split> gold_splits(const treebank::RawText& text) {
  std::vector<Split> out(text.text.size() + 1, Split::none);
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    out[text.words[i].end] = text.joined[i] != 0 ? Split::join : Split::split;
  }
  return out;
}

}  // namespace

void add_split_examples(const treebank::RawText& text, float weight, ExampleSet& out) {
  const auto gold = gold_splits(text);
  std::vector<language::Atom> atoms;
  language::ChunkReader chunks(text.text, 0, atoms);
  language::Features features;
  while (chunks.next()) {
    if (atoms.size() < 2) continue;
    const language::ChunkView view = language::view_chunk(text.text, chunks.end(), atoms);
    Split before = Split::none;
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
      language::split_features(view, i, before, features);
      before = gold[atoms[i].end];
      out.add(features, static_cast<std::uint8_t>(before), weight);
    }
  }
}

void add_end_examples(const treebank::RawText& text, const language::Tokenizer& tokenizer, float weight,
                      ExampleSet& out) {
  std::vector<std::uint32_t> ends;
  for (const std::uint32_t words : text.sentence_ends) ends.push_back(text.words[words - 1].end);
  language::Tokenizer::Scratch scratch;
  language::Features features;
  Tokens tokens;
  std::size_t at = 0;
  while (true) {
    const std::size_t first = tokens.span.size();
    at = tokenizer.paragraph(text.text, at, scratch, tokens);
    if (tokens.span.size() == first) return;
    language::SentenceState state;
    state.start_paragraph(scratch.words);
    for (std::size_t i = 0; i < scratch.words.size(); ++i) {
      const bool is_end = std::binary_search(ends.begin(), ends.end(), tokens.span[first + i].end);
      state.before(scratch.words, i);
      if (language::may_end(scratch.words, i)) {
        language::sentence_features(scratch.words, i, state, features);
        out.add(features, is_end ? 1 : 0, weight);
      }
      state.after(scratch.words[i], is_end);
    }
  }
}

}  // namespace masudi::train
