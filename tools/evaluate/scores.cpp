// SPDX-License-Identifier: Apache-2.0
#include "evaluate/scores.h"

#include <algorithm>
#include <string>

#include "evaluate/alignment.h"

namespace masudi::evaluate {
namespace {

// Source: the scorer's list of universal features.
constexpr std::string_view kUniversal[] = {
    "PronType", "NumType",  "Poss", "Reflex", "Foreign", "Abbr",  "Gender",  "Animacy",  "Number", "Case",  "Definite",
    "Degree",   "VerbForm", "Mood", "Tense",  "Aspect",  "Voice", "Evident", "Polarity", "Person", "Polite"};

std::string universal(std::string_view feats) {
  std::vector<std::string_view> kept;
  while (!feats.empty()) {
    const std::string_view one = feats.substr(0, feats.find('|'));
    if (std::ranges::count(kUniversal, one.substr(0, one.find('='))) > 0) kept.push_back(one);
    feats.remove_prefix(std::min(one.size() + 1, feats.size()));
  }
  std::ranges::sort(kept);
  std::string out;
  for (const std::string_view one : kept) (out += one) += '|';
  return out;
}

std::string_view main_part(std::string_view relation) { return relation.substr(0, relation.find(':')); }

Score spans(const std::vector<Span>& gold, const std::vector<Span>& system) {
  Score score{gold.size(), system.size(), 0};
  for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (gold[g].begin == system[s].begin) {
      score.correct += gold[g].end == system[s].end;
      ++g, ++s;
    } else {
      ++(gold[g].begin < system[s].begin ? g : s);
    }
  }
  return score;
}

// Counts what two paired words agree in.
class Counter {
 public:
  Counter(const Flat& gold, const Flat& system, const Pairs& pairs)
      : gold_(gold), system_(system), pairs_(pairs), gold_of_(system.words.size(), kNone) {
    for (const auto& [g, s] : pairs) gold_of_[s] = g;
  }

  template <class Same>
  Score count(Same same) const {
    Score score{gold_.words.size(), system_.words.size(), 0};
    for (const auto& [g, s] : pairs_) score.correct += same(*gold_.words[g].word, *system_.words[s].word);
    return score;
  }

  Score attachment(bool labelled) const {
    Score score{gold_.words.size(), system_.words.size(), 0};
    for (const auto& [g, s] : pairs_) {
      const FlatWord &a = gold_.words[g], &b = system_.words[s];
      const bool both_roots = a.head == kNone && b.head == kNone;
      const bool same_head = a.head != kNone && b.head != kNone && gold_of_[b.head] == a.head;
      const bool same_label = main_part(a.word->relation) == main_part(b.word->relation);
      score.correct += (both_roots || same_head) && (!labelled || same_label);
    }
    return score;
  }

 private:
  const Flat& gold_;
  const Flat& system_;
  const Pairs& pairs_;
  std::vector<std::uint32_t> gold_of_;
};

std::string first_difference(const std::string& gold, const std::string& system) {
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(gold, system).in1 - gold.begin());
  const std::size_t from = at < 20 ? 0 : at - 20;
  return "the texts differ after " + std::to_string(at) + " bytes without blanks: gold has \"" + gold.substr(from, 40) +
         "\", the system \"" + system.substr(std::min(from, system.size()), 40) + "\"";
}

}  // namespace

Result<Scores> score(const std::vector<treebank::Document>& gold_documents,
                     const std::vector<treebank::Document>& system_documents) {
  const auto gold = flatten(gold_documents);
  if (!gold) return fail("gold: " + gold.error().message);
  const auto system = flatten(system_documents);
  if (!system) return fail("system: " + system.error().message);
  if (gold->characters != system->characters) return fail(first_difference(gold->characters, system->characters));
  const Pairs pairs = align(*gold, *system);
  const Counter counter(*gold, *system, pairs);
  using Word = treebank::Word;
  Scores out;
  const auto set = [&](Metric metric, Score value) { out[static_cast<std::size_t>(metric)] = value; };
  set(Metric::tokens, spans(gold->tokens, system->tokens));
  set(Metric::sentences, spans(gold->sentences, system->sentences));
  set(Metric::words, counter.count([](const Word&, const Word&) { return true; }));
  set(Metric::upos, counter.count([](const Word& a, const Word& b) { return a.upos == b.upos; }));
  set(Metric::xpos, counter.count([](const Word& a, const Word& b) { return a.xpos == b.xpos; }));
  set(Metric::ufeats,
      counter.count([](const Word& a, const Word& b) { return universal(a.feats) == universal(b.feats); }));
  set(Metric::lemmas, counter.count([](const Word& a, const Word& b) { return a.lemma == "_" || a.lemma == b.lemma; }));
  set(Metric::uas, counter.attachment(false));
  set(Metric::las, counter.attachment(true));
  return out;
}

}  // namespace masudi::evaluate
