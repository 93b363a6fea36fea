// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/analysis.h"
#include "language/segmenter.h"
#include "treebank/conllu.h"

namespace masudi::evaluate {

// An analysis in the shape of a treebank document. Columns that no step filled are left empty.
treebank::Document as_treebank(std::string_view text, const Analysis& analysis);

// What the segmenter alone makes of the raw texts of documents.
std::vector<treebank::Document> segmented(const std::vector<treebank::Document>& gold,
                                          const language::Segmenter& segmenter);

}  // namespace masudi::evaluate
