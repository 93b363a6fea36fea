// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "coding/context.h"
#include "coding/names.h"
#include "coding/tree.h"
#include "document/analysis.h"
#include "document/document.h"
#include "knowledge/knowledge.h"

namespace masudi::coding::testing {

// The knowledge that the build compiles; opened once.
const knowledge::Knowledge& compiled_knowledge();

// A document with an analysis written by hand, for tests. One token a line: form, lemma, upos, xpos, head (from 1, 0
// for the root), relation, parted by blanks; a blank line parts sentences, "+" after the form joins it to the next.
struct Example {
  Example(std::string_view rows, std::string_view date = "2023-11-06");

  // The first token with this form, at or after `from`.
  TokenIndex token(std::string_view form, TokenIndex from = 0) const;
  Context context() const { return {document, analysis, compiled_knowledge(), tree, names}; }

  Document document;
  Analysis analysis;
  Tree tree;
  Names names;
};

}  // namespace masudi::coding::testing
