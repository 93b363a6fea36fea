// SPDX-License-Identifier: Apache-2.0
#include "coding/times.h"

#include <algorithm>

#include "coding/clause.h"

namespace masudi::coding {
namespace {

// A story goes on from a day no further back than this.
constexpr int kStoryDays = 14;
// … and for so many sentences.
constexpr std::uint32_t kStorySentences = 4;

TokenIndex head_of(const Tree& tree, TokenIndex first, TokenIndex last, TokenIndex& attached) {
  for (TokenIndex t = first; t < last; ++t) {
    const TokenIndex up = tree.head(t);
    if (up == kNoToken || up < first || up >= last) {
      // Commas, hyphens and prepositions inside hang where they may; the words of the time decide.
      if (tree.upos(t) == Upos::punct || tree.upos(t) == Upos::adp || tree.upos(t) == Upos::cconj) continue;
      attached = up;
      return t;
    }
  }
  attached = tree.head(first);
  return first;
}

}  // namespace

void Times::read(const Context& context) {
  times_.clear(), sentence_.clear(), story_.clear();
  const Tree& tree = context.tree;
  std::optional<Date> anchor;
  std::uint32_t anchor_sentence = 0;
  for (std::uint32_t s = 0; s < context.analysis.sentences.size(); ++s) {
    const Sentence& sentence = context.analysis.sentences[s];
    sentence_.push_back(static_cast<std::uint32_t>(times_.size()));
    words_.clear();
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) words_.push_back(time_word(tree.form(t)));
    const TimeReader reader(tree, context.document.date, sentence.first, words_);
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      // "The next day" counts from a day told in this sentence or the one before.
      const bool near = anchor && s - anchor_sentence <= 1;
      const auto reading = reader.read(t, near ? anchor : std::nullopt);
      if (!reading) continue;
      TimeMention m{reading->first, reading->last, t, kNoToken, reading->days.from, reading->days.to, reading->role};
      m.head = head_of(tree, m.first, m.last, m.attached);
      times_.push_back(m);
      if (m.role == TimeRole::at && m.from == m.to) anchor = m.from, anchor_sentence = s;
      t = reading->last - 1;
    }
  }
  sentence_.push_back(static_cast<std::uint32_t>(times_.size()));
  set_story(context);
}

void Times::set_story(const Context& context) {
  const Tree& tree = context.tree;
  std::uint32_t current = 0, since = 0;
  for (std::uint32_t s = 0; s < context.analysis.sentences.size(); ++s) {
    const Sentence& sentence = context.analysis.sentences[s];
    const TimeMention* found = nullptr;
    for (TokenIndex t = sentence.first; t < sentence.last && found == nullptr; ++t) {
      if (tree.head(t) == kNoToken && times_.size() > sentence_[s]) found = best_at(context, t, t, false);
    }
    if (found != nullptr) {
      const bool near = found->role == TimeRole::at && found->from <= context.document.date &&
                        context.document.date - found->from <= kStoryDays && found->to - found->from <= 1;
      current = near ? static_cast<std::uint32_t>(found - times_.data()) + 1 : 0;
      since = s;
    }
    if (s - since > kStorySentences) current = 0;
    story_.push_back(current);
  }
}

std::optional<TimeMention> Times::story_day(const Context& context, TokenIndex trigger) const {
  const std::uint32_t s = context.tree.sentence(trigger);
  if (s >= story_.size() || story_[s] == 0) return std::nullopt;
  TimeMention m = times_[story_[s] - 1];
  // What is promised was promised when its main clause says so.
  const TokenIndex clause = clause_of(context.tree, trigger);
  Tense tense = tense_of(context.tree, clause);
  if (tense == Tense::future && context.tree.relation(clause) == Relation::ccomp)
    tense = tense_of(context.tree, context.tree.head(clause));
  if (tense != Tense::past) return std::nullopt;
  // The perfect tells of what holds now.
  if (const TokenIndex have = context.tree.child_with_lemma(clause, "have");
      have != kNoToken && context.tree.xpos(have) != Xpos::vbd)
    return std::nullopt;
  m.carried = context.tree.sentence(m.first) != s;
  return m;
}

}  // namespace masudi::coding
