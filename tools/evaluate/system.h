// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/analysis.h"
#include "evaluate/names.h"
#include "language/core.h"
#include "language/lemmatizer.h"
#include "language/segmenter.h"
#include "treebank/conllu.h"

namespace masudi::evaluate {

// An analysis in the shape of a treebank document. Columns that no step filled are left empty.
treebank::Document as_treebank(std::string_view text, const Analysis& analysis);

// What the segmenter alone makes of the raw texts of documents.
std::vector<treebank::Document> segmented(const std::vector<treebank::Document>& gold,
                                          const language::Segmenter& segmenter);

// What the whole core makes of the raw texts of documents.
std::vector<treebank::Document> analysed(const std::vector<treebank::Document>& gold, const language::Core& core);

// The names that the whole core finds in the raw texts of documents.
std::vector<NameSpan> names_of(const std::vector<treebank::Document>& documents, const language::Core& core);

// Gold documents with the lemmas that the lemmatizer gives to gold words with gold tags and trees.
std::vector<treebank::Document> lemmatized(std::vector<treebank::Document> gold,
                                           const language::Lemmatizer& lemmatizer);

}  // namespace masudi::evaluate
