// SPDX-License-Identifier: Apache-2.0
// masudi-train-segmenter TREEBANK.conllu OUT: learns the section "segmenter" of a model.
#include "language/segmenter.h"

#include <cstdio>
#include <fstream>
#include <string>

#include "language/section_reader.h"
#include "train/segmenter_examples.h"
#include "train/text_variants.h"
#include "treebank/conllu.h"

namespace masudi::train {
namespace {

constexpr LinearSettings kSplits{.bits = 13, .passes = 10};
constexpr LinearSettings kEnds{.bits = 16, .passes = 12};

std::vector<treebank::RawText> texts_of(const std::vector<treebank::Document>& documents) {
  std::vector<treebank::RawText> out;
  for (const treebank::Document& d : documents) out.push_back(raw_text(d));
  return out;
}

std::vector<std::int16_t> learn_splits(const std::vector<treebank::RawText>& texts) {
  ExampleSet set;
  for (const treebank::RawText& text : texts) {
    add_split_examples(text, 1, set);
    add_split_examples(lowered(text), 0.3F, set);
  }
  std::fprintf(stderr, "splits: %zu examples\n", set.examples.size());
  return train_linear(set, language::kSplitClasses, kSplits);
}

std::vector<std::int16_t> learn_ends(const std::vector<treebank::RawText>& texts,
                                     const language::Tokenizer& tokenizer) {
  ExampleSet set;
  Random random(2);
  for (const treebank::RawText& text : texts) {
    add_end_examples(text, tokenizer, 1, set);
    add_end_examples(lowered(text), tokenizer, 0.2F, set);
    add_end_examples(wrapped(text, 60 + random.below(40)), tokenizer, 0.3F, set);
    add_end_examples(sentence_lines(text, random), tokenizer, 0.3F, set);
  }
  std::fprintf(stderr, "sentence ends: %zu examples\n", set.examples.size());
  return train_linear(set, 2, kEnds);
}

std::vector<std::byte> section(std::span<const std::int16_t> splits, std::span<const std::int16_t> ends) {
  language::SectionWriter writer;
  writer.value(language::SegmenterHeader{language::kSegmenterFormat, kSplits.bits, kEnds.bits, 0});
  writer.array(splits, 64);
  writer.array(ends, 64);
  return writer.take();
}

int run(const char* treebank, const char* to) {
  const auto documents = treebank::read_conllu(treebank);
  if (!documents) {
    std::fprintf(stderr, "masudi-train-segmenter: %s\n", documents.error().message.c_str());
    return 1;
  }
  const auto texts = texts_of(*documents);
  const auto splits = learn_splits(texts);
  const language::Tokenizer tokenizer({splits, kSplits.bits});
  const auto bytes = section(splits, learn_ends(texts, tokenizer));
  std::ofstream out(to, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) std::fprintf(stderr, "masudi-train-segmenter: cannot write %s\n", to);
  return out ? 0 : 1;
}

}  // namespace
}  // namespace masudi::train

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: masudi-train-segmenter TREEBANK.conllu OUT\n", stderr);
    return 2;
  }
  return masudi::train::run(argv[1], argv[2]);
}
