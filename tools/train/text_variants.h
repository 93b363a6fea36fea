// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "train/random.h"
#include "treebank/conllu.h"

namespace masudi::train {

// Copies of a text as other outlets would print it. No byte moves, so that all spans stay true.

// Without capitals (ASCII).
treebank::RawText lowered(treebank::RawText text);
// Paragraphs broken into lines of at most `width` bytes.
treebank::RawText wrapped(treebank::RawText text, std::size_t width);
// Every sentence of a paragraph on a line of its own, for about half of the paragraphs.
treebank::RawText sentence_lines(treebank::RawText text, Random& random);

// Without the blank lines, for about half of the paragraphs: titles and greetings run into what follows, as they do
// where a page was copied carelessly.
treebank::RawText run_together(treebank::RawText text, Random& random);

}  // namespace masudi::train
