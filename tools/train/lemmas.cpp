// SPDX-License-Identifier: Apache-2.0
// masudi-train-lemmas TREEBANK.conllu OUT: learns the section "lemmas" of a model.
#include <cstdio>

#include "train/lemma_rules.h"
#include "train/section_file.h"
#include "treebank/conllu.h"

namespace masudi::train {
namespace {

bool looks_shouted(const std::string& form) {
  return form.size() > 1 && form[0] >= 'A' && form[0] <= 'Z' && form[1] >= 'A' && form[1] <= 'Z';
}

void add_examples(const treebank::Document& document, EndingList& endings, std::vector<LemmaExample>& out) {
  std::vector<const treebank::Word*> words;
  for (const treebank::Sentence& s : document.sentences) {
    for (const treebank::Word& w : s.words) words.push_back(&w);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const treebank::Word& w = *words[i];
    const auto upos = upos_named(w.upos);
    const auto xpos = xpos_named(w.xpos);
    if (w.lemma == "_" || w.form.size() > language::kLongestForm || w.lemma.size() > 200 || !upos || !xpos) continue;
    const bool neighbour =
        (i > 0 && looks_shouted(words[i - 1]->form)) || (i + 1 < words.size() && looks_shouted(words[i + 1]->form));
    LemmaExample e{w.form, w.form, language::shape_of(w.form, looks_shouted(w.form) && neighbour), *upos, *xpos, 0, {}};
    e.lower.resize(language::write_lower(w.form, e.lower.data()));
    endings.explain(w.lemma, e);
    out.push_back(std::move(e));
  }
}

Result<std::vector<std::byte>> learn(const char* treebank) {
  const auto documents = treebank::read_conllu(treebank);
  if (!documents) return tl::unexpected(documents.error());
  EndingList endings;
  endings.number(0, "");
  std::vector<LemmaExample> examples;
  for (const treebank::Document& d : *documents) add_examples(d, endings, examples);
  return train_lemmas(examples, endings);
}

}  // namespace
}  // namespace masudi::train

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: masudi-train-lemmas TREEBANK.conllu OUT\n", stderr);
    return 2;
  }
  return masudi::train::write_section("masudi-train-lemmas", argv[2], masudi::train::learn(argv[1]));
}
