// SPDX-License-Identifier: Apache-2.0
#include "train/transition/corpus.h"

#include <algorithm>

namespace masudi::train::transition {
namespace {

bool is_below(std::span<const std::uint16_t> heads, std::size_t word, std::size_t above) {
  while (word != above && word < heads.size()) word = heads[word];
  return word == above;
}

// Every word between a word and its head is below the head.
bool is_projective_arc(std::span<const std::uint16_t> heads, std::size_t word) {
  const std::size_t head = heads[word];
  for (std::size_t i = std::min(word, head) + 1; i < std::max(word, head); ++i) {
    if (!is_below(heads, i, head)) return false;
  }
  return true;
}

std::size_t length(std::span<const std::uint16_t> heads, std::size_t word) {
  return heads[word] > word ? heads[word] - word : word - heads[word];
}

}  // namespace

std::uint8_t Labels::learn(const std::string& name) {
  const auto [found, is_new] = numbers_.emplace(name, static_cast<std::uint8_t>(names_.size()));
  if (is_new) names_.push_back(name);
  return found->second;
}

std::uint8_t Labels::find(const std::string& name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? kUnknown : found->second;
}

std::vector<Sentence> sentences_of(std::span<const treebank::Document> documents, LabelSets& labels, bool learn) {
  const auto number = [learn](Labels& of, const std::string& name) { return learn ? of.learn(name) : of.find(name); };
  std::vector<Sentence> out;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (const treebank::Sentence& from : documents[d].sentences) {
      Sentence& to = out.emplace_back();
      to.document = d;
      for (const treebank::Word& w : from.words) {
        to.forms.push_back(w.form);
        to.gold_tags.push_back({number(labels.upos, w.upos), number(labels.xpos, w.xpos)});
        to.gold.heads.push_back(static_cast<std::uint16_t>(w.head == 0 ? from.words.size() : w.head - 1));
        to.gold.relations.push_back(number(labels.relations, w.relation));
      }
    }
  }
  return out;
}

bool is_projective(std::span<const std::uint16_t> heads) {
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (!is_projective_arc(heads, i)) return false;
  }
  return true;
}

void lift(std::vector<std::uint16_t>& heads) {
  for (;;) {
    std::size_t shortest = heads.size();
    for (std::size_t i = 0; i < heads.size(); ++i) {
      if (is_projective_arc(heads, i)) continue;
      if (shortest == heads.size() || length(heads, i) < length(heads, shortest)) shortest = i;
    }
    if (shortest == heads.size()) return;
    heads[shortest] = heads[heads[shortest]];
  }
}

}  // namespace masudi::train::transition
