// SPDX-License-Identifier: Apache-2.0
// masudi-train-segmenter TREEBANK.conllu OUT [TEXTS.jsonl…]: learns the section "segmenter" of a model, and how words
// are usually written from the texts.
#include "language/segmenter.h"

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "language/section_reader.h"
#include "train/section_file.h"
#include "train/segmenter_examples.h"
#include "train/text_variants.h"
#include "train/word_classes.h"
#include "treebank/conllu.h"

namespace masudi::train {
namespace {

constexpr std::uint32_t kClassBits = 17;
constexpr LinearSettings kSplits{.bits = 16, .passes = 12, .rate = 0.07F, .decay = 6e-4F};
constexpr LinearSettings kEnds{.bits = 18, .passes = 12, .rate = 0.03F, .decay = 2e-3F};
// Found on the development halves: sentences are missed more often than made up.
constexpr std::int32_t kThreshold = -100;

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
    add_end_examples(run_together(text, random), tokenizer, 0.3F, set);
  }
  std::fprintf(stderr, "sentence ends: %zu examples\n", set.examples.size());
  return train_linear(set, 2, kEnds);
}

std::vector<std::byte> section(std::span<const std::int16_t> splits, std::span<const std::int16_t> ends,
                               std::span<const std::uint8_t> classes) {
  language::SectionWriter writer;
  writer.value(language::SegmenterHeader{language::kSegmenterFormat, kSplits.bits, kEnds.bits, kClassBits, kThreshold});
  writer.array(splits, 64);
  writer.array(ends, 64);
  writer.array(classes, 64);
  return writer.take();
}

// The field "text" of every line of JSON.
Result<WordCounter> count_words(std::span<char* const> files) {
  WordCounter counter;
  for (const char* path : files) {
    std::ifstream in(path);
    if (!in) return fail(std::string(path) + ": cannot be read");
    for (std::string line; std::getline(in, line);) {
      const auto json = nlohmann::json::parse(line, nullptr, false);
      if (!json.is_object() || !json.contains("text") || !json["text"].is_string()) {
        return fail(std::string(path) + ": a line is no JSON object with a \"text\"");
      }
      counter.add_text(json["text"].get_ref<const std::string&>());
    }
  }
  return counter;
}

Result<std::vector<std::byte>> learn(const char* treebank, std::span<char* const> files) {
  const auto documents = treebank::read_conllu(treebank);
  if (!documents) return tl::unexpected(documents.error());
  auto counter = count_words(files);
  if (!counter) return tl::unexpected(counter.error());
  for (const treebank::Document& d : *documents) counter->add_tags(d);
  const auto classes = counter->table(kClassBits);
  const auto texts = texts_of(*documents);
  const auto splits = learn_splits(texts);
  const language::Tokenizer tokenizer({splits, kSplits.bits}, {classes, kClassBits});
  return section(splits, learn_ends(texts, tokenizer), classes);
}

}  // namespace
}  // namespace masudi::train

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: masudi-train-segmenter TREEBANK.conllu OUT [TEXTS.jsonl...]\n", stderr);
    return 2;
  }
  return masudi::train::write_section("masudi-train-segmenter", argv[2],
                                      masudi::train::learn(argv[1], std::span(argv + 3, argv + argc)));
}
