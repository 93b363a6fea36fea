// SPDX-License-Identifier: Apache-2.0
#include "coding/times.h"

#include <algorithm>

#include "coding/clause.h"
#include "coding/quotations.h"

namespace masudi::coding {
namespace {

// A story stands at a day no further back than this, and goes on for so many sentences that name none.
constexpr int kStoryDays = 14;
constexpr int kVisitDays = 7;  // a journey that a report tells of
constexpr std::uint32_t kStorySentences = 4;
// What is told of days further back goes on for so many, and the story then goes back to where it stood.
constexpr std::uint32_t kBackgroundSentences = 1;
// "The next day" counts from a day told no more sentences before.
constexpr std::uint32_t kAnchorSentences = 6;
constexpr int kParticiples = 3;  // steps from a participle up to a verb with a tense

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

// "On December 21 Chinese police shot a man", where the tree ties the day to the police: a preposition of time before
// it makes it the time of the clause.
void lift_to_clause(const Tree& tree, TimeMention& m) {
  if (m.attached == kNoToken || m.attached < m.last || m.first == 0 || !tree.is_nominal(m.attached)) return;
  const TokenIndex word = m.first - 1;
  const TokenIndex up = tree.head(m.attached);
  if (tree.upos(word) != Upos::adp || up == kNoToken || (tree.head(word) != m.attached && tree.head(word) != up))
    return;
  const Relation r = tree.relation(m.attached);
  const std::string_view lemma = tree.lemma(word);
  if ((lemma == "on" || lemma == "in" || lemma == "during") && (r == Relation::nsubj || r == Relation::nsubj_pass))
    m.attached = tree.head(m.attached);
}

bool is_beginning(const Tree& tree, TokenIndex verb) {
  const std::string_view lemma = tree.lemma(verb);
  return lemma == "begin" || lemma == "start" || lemma == "erupt" || lemma == "break";
}

// "Arrested since they invaded in June": the arrests have gone on since then; what began then has, too.
std::optional<TimeMention> since_clause(const Context& context, const TimeMention& m) {
  const Tree& tree = context.tree;
  if (m.role != TimeRole::at || m.attached == kNoToken || !tree.is_verb(m.attached) ||
      tree.relation(m.attached) != Relation::advcl || m.from > context.document.date)
    return std::nullopt;
  const TokenIndex mark = tree.child(m.attached, Relation::mark), up = tree.head(m.attached);
  if (mark == kNoToken || tree.lemma(mark) != "since" || tree.child_with_lemma(up, "have") == kNoToken)
    return std::nullopt;
  TimeMention since = m;
  since.role = TimeRole::since, since.to = context.document.date, since.attached = up;
  return since;
}

// Puts right whom a time belongs to. False where it tells nothing: the year of the report in a name ("in the 2011
// Libyan civil war") does not say when in that year.
bool settle_owner(const Context& context, TimeMention& m) {
  const Tree& tree = context.tree;
  // "the fifth anniversary of the attack": the day of the attack.
  if (tree.lemma(m.last - 1) == "anniversary") {
    const TokenIndex of = tree.child(m.last - 1, Relation::nmod);
    if (of == kNoToken || tree.preposition(of) != "of") return false;
    m.attached = of;
    return true;
  }
  const bool year_of_report = m.last - m.first == 1 && tree.upos(m.first) == Upos::num &&
                              m.to == context.document.date && m.to - m.from < 366 && split(m.from).month == 1 &&
                              split(m.from).day == 1;
  return !(year_of_report && m.attached != kNoToken && m.attached >= m.last);
}

bool is_present_passive(const Tree& tree, TokenIndex verb) {
  return std::ranges::any_of(tree.children(verb), [&](TokenIndex c) {
    const bool auxiliary = tree.relation(c) == Relation::aux_pass || tree.relation(c) == Relation::aux;
    return auxiliary && tree.lemma(c) == "be" && (tree.xpos(c) == Xpos::vbz || tree.xpos(c) == Xpos::vbp);
  });
}

bool is_beside_main(const Tree& tree, TokenIndex verb) {
  const Relation r = tree.relation(verb);
  return r == Relation::conj || (r == Relation::advcl && !tree.has_child(verb, Relation::mark));
}

// "requesting": without a tense of its own.
bool is_participle(const Tree& tree, TokenIndex verb) {
  return tree.xpos(verb) == Xpos::vbg && tree.head(verb) != kNoToken && !tree.has_child(verb, Relation::aux);
}

// A day, or the days of a journey ("from April 17 to 20"); not "last week", which is a day of that week.
bool is_short(const Tree& tree, const TimeMention& m) {
  return m.to - m.from <= 1 || (m.to - m.from < kVisitDays && !tree.lemma(m.last - 1).starts_with("week"));
}

// Whether a clause is, or stands in, what the verb above it says or thinks.
bool is_in_report(const Tree& tree, TokenIndex t) {
  for (; t != kNoToken; t = tree.head(t)) {
    if (tree.relation(t) == Relation::ccomp) return true;
  }
  return false;
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
      const bool near = anchor && s - anchor_sentence <= kAnchorSentences;
      // "Left in 2011 and returned three years later": within a sentence the last year or month will do as well.
      const bool here = times_.size() > sentence_.back() && times_.back().role == TimeRole::at &&
                        times_.back().to - times_.back().from > 1;
      const auto from = here ? std::optional(times_.back().from) : near ? anchor : std::nullopt;
      const auto reading = reader.read(t, from);
      if (!reading) continue;
      TimeMention m{reading->first, reading->last, t, kNoToken, reading->days.from, reading->days.to, reading->role};
      m.head = head_of(tree, m.first, m.last, m.attached);
      lift_to_clause(tree, m);
      if (!settle_owner(context, m)) {
        t = reading->last - 1;
        continue;
      }
      times_.push_back(m);
      if (const auto since = since_clause(context, m)) {
        if (is_beginning(tree, m.attached)) times_.pop_back();
        times_.push_back(*since);
      }
      // A day in a noun phrase ("the November 27 agreement") is only spoken of.
      const bool of_noun = m.attached != kNoToken && m.attached > m.head && tree.is_nominal(m.attached);
      if (m.role == TimeRole::at && m.from == m.to && (!of_noun || !anchor)) anchor = m.from, anchor_sentence = s;
      t = reading->last - 1;
    }
  }
  sentence_.push_back(static_cast<std::uint32_t>(times_.size()));
  set_story(context);
}

// The time said of the main clause of a sentence; null where there is none.
const TimeMention* Times::of_main_clause(const Context& context, std::uint32_t s) const {
  if (sentence_[s] == sentence_[s + 1]) return nullptr;
  const Sentence& sentence = context.analysis.sentences[s];
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    if (context.tree.head(t) != kNoToken) continue;
    // "Over the past two months the truce has held": the story does not go back there.
    if (is_present_perfect(context.tree, t)) return nullptr;
    if (const TimeMention* m = best_at(context, t, t, false); m != nullptr) return m;
    if (const TimeMention* m = of_occasion(context, t); m != nullptr) return m;
  }
  // The only time of the sentence, at a verb that the tree has put beside the main one.
  const TimeMention& m = times_[sentence_[s]];
  if (m.role != TimeRole::at || sentence_[s + 1] - sentence_[s] > 1 || m.attached == kNoToken) return nullptr;
  if (context.tree.is_verb(m.attached) && is_beside_main(context.tree, m.attached)) return &m;
  return nullptr;
}

// Whether a time of the sentence is this very day.
bool Times::names_day(std::uint32_t s, Date day) const {
  return std::any_of(times_.begin() + sentence_[s], times_.begin() + sentence_[s + 1],
                     [&](const TimeMention& m) { return m.from == day && m.to == day; });
}

void Times::set_story(const Context& context) {
  const Date published = context.document.date;
  const auto& sentences = context.analysis.sentences;
  std::uint32_t story = 0, current = 0, since = 0;
  for (std::uint32_t s = 0; s < context.analysis.sentences.size(); ++s) {
    if (const TimeMention* m = of_main_clause(context, s); m != nullptr) {
      current = m->role == TimeRole::at && m->from <= published ? static_cast<std::uint32_t>(m - times_.data()) + 1 : 0;
      if (current != 0 && published - m->from <= kStoryDays && is_short(context.tree, *m)) story = current;
      since = s;
    }
    if (story != 0 && names_day(s, times_[story - 1].from)) since = s;
    // What was told beside the story ends with its paragraph.
    const bool told = since == s;
    const bool anew = s > 0 && parted(context.document.text, sentences[s - 1].span, sentences[s].span);
    if (current != story && !told && (s - since > kBackgroundSentences || anew)) current = story, since = s;
    if (s - since > kStorySentences) current = story = 0;
    story_.push_back(current);
  }
}

std::optional<Date> Times::last_day(const Context& context, TokenIndex trigger) const {
  for (auto s = std::min<std::size_t>(context.tree.sentence(trigger), story_.size()); s-- > 0;) {
    if (story_[s] == 0) continue;
    const TimeMention& m = times_[story_[s] - 1];
    if (m.from == m.to && context.document.date - m.from <= kStoryDays) return m.from;
  }
  return std::nullopt;
}

std::optional<TimeMention> Times::story_day(const Context& context, TokenIndex trigger, bool quoted) const {
  const std::uint32_t s = context.tree.sentence(trigger);
  if (s >= story_.size() || story_[s] == 0) return std::nullopt;
  TimeMention m = times_[story_[s] - 1];
  // What is promised was promised when its main clause says so.
  TokenIndex clause = clause_of(context.tree, trigger);
  // "sent a letter requesting that": at the time of the letter.
  for (int steps = 0; steps < kParticiples && is_participle(context.tree, clause); ++steps)
    clause = clause_of(context.tree, context.tree.head(clause));
  Tense tense = tense_of(context.tree, clause);
  if (tense == Tense::future && context.tree.relation(clause) == Relation::ccomp)
    tense = tense_of(context.tree, context.tree.head(clause));
  if (tense == Tense::future || (tense == Tense::present && !quoted)) return std::nullopt;
  if (is_present_perfect(context.tree, clause)) return std::nullopt;
  m.carried = context.tree.sentence(m.first) != s;
  // Headlines tell what happens today in the present, passives too: "is released".
  if (m.carried && is_present_passive(context.tree, clause)) return std::nullopt;
  m.of_report = !m.carried && is_in_report(context.tree, clause);
  return m;
}

}  // namespace masudi::coding
