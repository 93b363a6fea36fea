// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "language/tokenizer.h"
#include "train/linear_trainer.h"
#include "treebank/conllu.h"

namespace masudi::train {

// What happens at every point between two atoms of a text, labelled with language::Split.
void add_split_examples(const treebank::RawText& text, float weight, ExampleSet& out);

// Whether a sentence ends at every point where one may, labelled 0 or 1. Tokens are those that the tokenizer finds, so
// that its mistakes are learnt with.
void add_end_examples(const treebank::RawText& text, const language::Tokenizer& tokenizer, float weight,
                      ExampleSet& out);

}  // namespace masudi::train
