// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "treebank/conllu.h"

namespace masudi::train::transition {

// Names by number, in the order in which they were met.
class Labels {
 public:
  static constexpr std::uint8_t kUnknown = 255;

  std::uint8_t learn(const std::string& name);
  // kUnknown for a name that was never learnt.
  std::uint8_t find(const std::string& name) const;
  const std::string& name(std::size_t number) const { return names_[number]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint8_t> numbers_;
};

struct LabelSets {
  Labels upos, xpos, relations;
};

struct Tags {
  std::uint8_t upos = 0;
  std::uint8_t xpos = 0;

  bool operator==(const Tags&) const = default;
};

// Heads are places in the sentence from 0; its number of words stands for the root above it.
struct Tree {
  std::vector<std::uint16_t> heads;
  std::vector<std::uint8_t> relations;
};

struct Sentence {
  std::vector<std::string> forms;
  std::vector<Tags> gold_tags;
  std::vector<Tags> tags;  // what a tagger found
  Tree gold;
  std::size_t document = 0;

  std::size_t size() const { return forms.size(); }
};

// With `learn`, names that are new are added to the labels.
std::vector<Sentence> sentences_of(std::span<const treebank::Document> documents, LabelSets& labels, bool learn);

bool is_projective(std::span<const std::uint16_t> heads);
// Lifts the shortest arc that crosses another to the head of its head until none is left; relations stay. Source: Nivre
// and Nilsson 2005, https://aclanthology.org/P05-1013/ (without their marks on the relations).
void lift(std::vector<std::uint16_t>& heads);

}  // namespace masudi::train::transition
