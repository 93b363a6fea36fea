// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "coding/names.h"
#include "coding/tree.h"
#include "document/analysis.h"
#include "document/document.h"
#include "knowledge/knowledge.h"

namespace masudi::coding {

// What every part of the coder looks at while one document is coded. Views: the parts outlive the call.
struct Context {
  const Document& document;
  const Analysis& analysis;
  const knowledge::Knowledge& knowledge;
  const Tree& tree;
  const Names& names;
  bool by_rules = false;  // no learnt weights
};

}  // namespace masudi::coding
