// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/analysis.h"
#include "evaluate/scores.h"

namespace masudi::evaluate {

// A name in the text of a document: bytes and class ("PER", "LOC", "ORG").
struct NameSpan {
  std::size_t document;
  Span span;
  std::string kind;

  friend auto operator<=>(const NameSpan&, const NameSpan&) = default;
};

constexpr std::array<std::string_view, 3> kNameKinds = {"PER", "LOC", "ORG"};

// The names of a JSONL file of sentences {"sent_id", "tokens", "names": [{"start", "end", "type"}]} (token indexes, end
// exclusive), found in the treebank's sentences of the same ids. Classes other than kNameKinds are left out.
// The error says which sentence is missing or has other words.
Result<std::vector<NameSpan>> read_names(const std::filesystem::path& path,
                                         const std::vector<treebank::Document>& documents);

// The names of an analysis in the same shape; groups are left out.
void append_names(std::size_t document, const Analysis& analysis, std::vector<NameSpan>& out);

// Exact spans and classes: one score for each of kNameKinds, then all together.
std::array<Score, kNameKinds.size() + 1> score_names(std::vector<NameSpan> gold, std::vector<NameSpan> system);

}  // namespace masudi::evaluate
