// SPDX-License-Identifier: Apache-2.0
// Which of the times of a sentence belongs to an event: the way up from its trigger through the tree.
#include <algorithm>
#include <array>

#include "coding/clause.h"
#include "coding/parties_words.h"
#include "coding/times.h"
#include "knowledge/knowledge.h"

namespace masudi::coding {
namespace {

constexpr int kMaxSteps = 40;

// Verbs whose time is not that of the happening that is their object: one can condemn today what happened last year.
// Sorted.
constexpr auto kAbout = std::to_array<std::string_view>({
    "accuse",   "acknowledge", "address",  "admit",       "allege",  "announce", "apologise", "apologize", "avenge",
    "blame",    "call",        "claim",    "commemorate", "condemn", "confirm",  "convict",   "criticise", "criticize",
    "denounce", "deny",        "describe", "discuss",     "examine", "explain",  "expose",    "follow",    "hail",
    "honor",    "honour",      "indict",   "investigate", "justify", "mark",     "mention",   "mourn",     "praise",
    "precede",  "probe",       "prompt",   "protest",     "recall",  "regret",   "report",    "respond",   "reveal",
    "review",   "say",         "see",      "slam",        "suspect", "tell",     "thank",     "trigger",   "try",
    "urge",     "warn",        "welcome",
});
static_assert(std::is_sorted(kAbout.begin(), kAbout.end()));

// Prepositions between a happening and what it is told of that keep the time: "killed in the attack on Sunday".
constexpr auto kSameTime =
    std::to_array<std::string_view>({"amid", "at", "by", "during", "in", "of", "on", "with", "within"});
static_assert(std::is_sorted(kSameTime.begin(), kSameTime.end()));

// Prepositions of what was before or comes after.
constexpr auto kApart = std::to_array<std::string_view>({"after", "before", "following", "since"});
static_assert(std::is_sorted(kApart.begin(), kApart.end()));

// Conjunctions of a clause that happens at the time of its main clause.
constexpr auto kMeanwhile = std::to_array<std::string_view>({"as", "by", "when", "while"});
static_assert(std::is_sorted(kMeanwhile.begin(), kMeanwhile.end()));

// What is said or written, at a time: "in a release issued the next day". Sorted.
constexpr auto kTexts = std::to_array<std::string_view>({"address", "article", "briefing", "broadcast", "conference",
                                                         "interview", "letter", "memo", "message", "note", "post",
                                                         "release", "report", "speech", "statement", "tweet", "video"});
static_assert(std::is_sorted(kTexts.begin(), kTexts.end()));

template <std::size_t N>
bool has(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// Whether a noun tells of a happening, so that a time beside it is its own.
bool is_happening(const Context& context, TokenIndex noun) {
  return context.tree.upos(noun) == Upos::noun &&
         !context.knowledge.triggers(knowledge::trigger_key(knowledge::TriggerKind::noun, context.tree.lemma(noun)))
              .empty();
}

// Not what a relative clause, a clause of its own time or a saying tells, nor what is merely spoken of.
bool is_in_main_clause(const Tree& tree, TokenIndex t) {
  for (int steps = 0; steps < kMaxSteps; ++steps) {
    const TokenIndex up = tree.head(t);
    if (up == kNoToken) return true;
    const Relation r = tree.relation(t);
    if (r == Relation::acl_relcl || r == Relation::ccomp || r == Relation::parataxis) return false;
    if (r == Relation::advcl && tree.has_child(t, Relation::mark)) return false;
    if ((r == Relation::obj || r == Relation::nsubj || r == Relation::nsubj_pass) && has(kAbout, tree.lemma(up)))
      return false;
    if ((r == Relation::nmod || r == Relation::obl) && !has(kSameTime, tree.preposition(t))) return false;
    t = up;
  }
  return false;
}

// "The Sunday attack", "Sunday's attack"; not "on Sunday the attack".
bool premodifies(const Tree& tree, const TimeMention& m, TokenIndex node) {
  const TokenIndex word = tree.child(m.head, Relation::case_);
  return m.head < node && (word == kNoToken || word > m.head);
}

// "Hours before": where the "before" or "after" of a word stands behind hours; kNoToken where it does not.
TokenIndex hours_before(const Tree& tree, TokenIndex thing) {
  for (TokenIndex c : tree.children(thing)) {
    const Relation r = tree.relation(c);
    const std::string_view word = tree.lemma(c);
    if ((r != Relation::case_ && r != Relation::mark) || (word != "after" && word != "before") || c == 0) continue;
    if (words::one_of(tree.lemma(c - 1), {"hour", "minute", "moment", "shortly"})) return c;
  }
  return kNoToken;
}

// "Hours before the jet crashed on Wednesday, X": what stands some hours apart from another thing has its day. The word
// that the hours hang on; the thing itself where none are counted from it.
TokenIndex beside_hours(const Tree& tree, TokenIndex thing) {
  TokenIndex order = hours_before(tree, thing);
  // "before" may be tied to the subject.
  if (const TokenIndex subject = tree.is_verb(thing) ? tree.subject(thing) : kNoToken;
      order == kNoToken && subject != kNoToken && tree.head(subject) == thing)
    order = hours_before(tree, subject);
  if (order == kNoToken) return thing;
  TokenIndex t = tree.head(thing);
  if (t == order - 1) t = tree.head(t);
  return t == kNoToken ? thing : t;
}

// "The first visit since the war of 1921", "has grown since the ban in May": whether "since" stands between a word and
// a time behind it, and goes with something else than the time.
bool behind_since(const Tree& tree, const TimeMention& m, TokenIndex node) {
  constexpr TokenIndex kFarthest = 12;  // words before the time
  for (TokenIndex t = m.first; t > node + 1 && m.first - t < kFarthest;) {
    --t;
    if (tree.upos(t) == Upos::punct) return false;
    if (tree.lemma(t) != "since") continue;
    const TokenIndex up = tree.head(t);
    return up == kNoToken || up < m.first || up >= m.last;
  }
  return false;
}

// Whether what a relative clause is about is the object of its verb.
bool is_of_object(const Tree& tree, TokenIndex verb) {
  return tree.is_verb(verb) && std::ranges::any_of(tree.children(verb), [&](TokenIndex c) {
           return tree.relation(c) == Relation::obj && (tree.lemma(c) == "which" || tree.lemma(c) == "that");
         });
}

// The verb that a participle beside it goes on with: "convicts five men, clearing them of the rest".
TokenIndex finite_verb(const Tree& tree, TokenIndex verb) {
  for (int steps = 0; steps < kMaxSteps && tree.xpos(verb) == Xpos::vbg; ++steps) {
    const TokenIndex up = tree.head(verb);
    if (up == kNoToken || tree.relation(verb) != Relation::advcl || tree.has_child(verb, Relation::mark)) break;
    verb = up;
  }
  return verb;
}

// "convicts", "is charged", as headlines tell what has just happened; not "has convicted".
bool is_headline_present(const Tree& tree, TokenIndex verb) {
  if (tree.child_with_lemma(verb, "have") != kNoToken) return false;
  if (tree.xpos(verb) == Xpos::vbz || tree.xpos(verb) == Xpos::vbp) return true;
  return tree.xpos(verb) == Xpos::vbn && std::ranges::any_of(tree.children(verb), [&](TokenIndex c) {
           return tree.relation(c) == Relation::aux_pass && (tree.xpos(c) == Xpos::vbz || tree.xpos(c) == Xpos::vbp);
         });
}

// "Is charged with offences from 1992 to 2009": what is told in the present of headlines did not happen then, the time
// belongs to something else. One of the last days that is said of the verb itself may be its own ("arrest two on
// Tuesday").
bool lies_behind_headline(const Context& context, const TimeMention& m, TokenIndex trigger) {
  constexpr int kWeek = 7;
  const Tree& tree = context.tree;
  const Date published = context.document.date;
  const bool reaches = m.to >= published;  // "this month"
  if (m.role != TimeRole::at || m.from >= published || (reaches && m.attached == trigger)) return false;
  if (m.head < trigger || !tree.is_verb(trigger)) return false;
  const TokenIndex verb = finite_verb(tree, trigger);
  if (m.head < verb || !is_headline_present(tree, verb)) return false;
  return m.attached != trigger || m.from != m.to || published - m.to > kWeek;
}

}  // namespace

const TimeMention* Times::best_at(const Context& context, TokenIndex node, TokenIndex trigger,
                                  bool fronted_only) const {
  const Tree& tree = context.tree;
  const std::uint32_t s = tree.sentence(node);
  const TimeMention* best = nullptr;
  for (std::uint32_t i = sentence_[s]; i < sentence_[s + 1]; ++i) {
    const TimeMention& m = times_[i];
    if (m.role == TimeRole::bound || m.attached == kNoToken) continue;
    if (fronted_only && m.head > node) continue;
    // "Since June" goes with a perfect or a noun ("have protested since June"), not with "agree".
    if (m.role == TimeRole::since && tree.is_verb(node) && tree.child_with_lemma(node, "have") == kNoToken &&
        tree.xpos(node) != Xpos::vbg)
      continue;
    if (m.role == TimeRole::at && m.head > trigger && behind_since(tree, m, trigger)) continue;
    TokenIndex at = beside_hours(tree, m.attached);
    // "on people in Niger on May 23": a time that hangs on a noun which is no happening belongs to the clause.
    for (int steps = 0; at != node && steps < kMaxSteps; ++steps) {
      const TokenIndex up = tree.head(at);
      if (up == kNoToken || tree.is_verb(at)) break;
      if (m.role == TimeRole::length || premodifies(tree, m, at) || is_happening(context, at) || at == trigger) break;
      const Relation r = tree.relation(at);
      if (r != Relation::obl && r != Relation::obj && r != Relation::nmod && r != Relation::nsubj &&
          r != Relation::nsubj_pass && r != Relation::obl_agent && r != Relation::conj && r != Relation::appos &&
          r != Relation::advmod && r != Relation::obl_unmarked && r != Relation::nmod_unmarked) {
        break;
      }
      at = up;
    }
    if (at != node) continue;
    // The nearest of several; of two kinds the narrower.
    if (best == nullptr || m.to - m.from < best->to - best->from ||
        (m.to - m.from == best->to - best->from && std::max(m.head, trigger) - std::min(m.head, trigger) <
                                                       std::max(best->head, trigger) - std::min(best->head, trigger))) {
      best = &m;
    }
  }
  return best;
}

// The time of the happening in or at which the verb says that something was done.
const TimeMention* Times::of_occasion(const Context& context, TokenIndex verb) const {
  for (TokenIndex c : context.tree.children(verb)) {
    const Relation r = context.tree.relation(c);
    const bool occasion = r == Relation::obl || (r == Relation::nmod && context.tree.preposition(c) == "during");
    if (!occasion || !has(kSameTime, context.tree.preposition(c))) continue;
    if (!is_happening(context, c) && !has(kTexts, context.tree.lemma(c))) continue;
    if (const TimeMention* m = best_at(context, c, verb, false); m != nullptr) return m;
    if (const TimeMention* m = of_clauses(context, c, verb); m != nullptr) return m;
  }
  return nullptr;
}

// "The attack that killed 30 people in May": when it killed.
const TimeMention* Times::of_clauses(const Context& context, TokenIndex noun, TokenIndex trigger) const {
  const Tree& tree = context.tree;
  for (TokenIndex c : tree.children(noun)) {
    const Relation r = tree.relation(c);
    if ((r != Relation::acl && r != Relation::acl_relcl) || !tree.is_verb(c)) continue;
    if (tree.has_child(c, Relation::mark)) continue;  // "the worst attack since seizing power in 2021"
    if (const TimeMention* m = best_at(context, c, trigger, false); m != nullptr) return m;
  }
  return nullptr;
}

// "In July, when 21 people died": the time that a clause with "when" goes on about.
const TimeMention* Times::when_of(const Context& context, TokenIndex verb) const {
  const Tree& tree = context.tree;
  for (TokenIndex c : tree.children(verb)) {
    if (c > verb || tree.xpos(c) != Xpos::wrb || tree.lemma(c) != "when" || c == 0) continue;
    const TokenIndex end = tree.form(c - 1) == "," ? c - 1 : c;
    const std::uint32_t s = tree.sentence(verb);
    for (std::uint32_t i = sentence_[s]; i < sentence_[s + 1]; ++i) {
      if (times_[i].last == end && times_[i].role == TimeRole::at) return &times_[i];
    }
  }
  return nullptr;
}

std::optional<TimeMention> Times::by_tree(const Context& context, TokenIndex trigger) const {
  const Tree& tree = context.tree;
  const std::uint32_t s = tree.sentence(trigger);
  if (s + 1 >= sentence_.size() || sentence_[s] == sentence_[s + 1]) return std::nullopt;
  bool fronted_only = false;
  TokenIndex node = trigger;
  for (int steps = 0; steps < kMaxSteps; ++steps) {
    if (const TimeMention* m = best_at(context, node, trigger, fronted_only); m != nullptr) return *m;
    if (const TimeMention* m = when_of(context, node); m != nullptr) return *m;
    if (node == trigger) {
      // "killed in yesterday's attack", "agreed in the November 27 deal", "the killing during the 2001 riots".
      if (const TimeMention* m = of_occasion(context, node); m != nullptr) return *m;
    }
    if (node == trigger && tree.upos(node) == Upos::noun) {
      if (const TimeMention* m = of_clauses(context, node, trigger); m != nullptr) return *m;
    }
    const TokenIndex up = tree.head(node);
    if (up == kNoToken) return std::nullopt;
    const Relation r = tree.relation(node);
    switch (r) {
      case Relation::compound:
      case Relation::amod:
      case Relation::flat:
      case Relation::appos:
      case Relation::nmod_poss:
      case Relation::nmod_desc:
      case Relation::xcomp:
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::csubj:
      case Relation::obl_agent:
        if ((r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::obl_agent) &&
            has(kAbout, tree.lemma(up)))
          return std::nullopt;
        break;
      case Relation::obj:
        if (has(kAbout, tree.lemma(up))) return std::nullopt;
        break;
      case Relation::nmod:
      case Relation::obl:
        if (!has(kSameTime, tree.preposition(node)) || has(kAbout, tree.lemma(up))) return std::nullopt;
        break;
      case Relation::conj:
        if (tree.is_verb(node)) {
          fronted_only = true;
        } else if (const TimeMention* m = best_at(context, up, trigger, false);
                   m != nullptr && premodifies(tree, *m, up)) {
          return std::nullopt;  // "the Oct. 7 attack and the response"
        }
        break;
      case Relation::advcl: {
        const TokenIndex mark = tree.child(node, Relation::mark);
        if (mark != kNoToken && !has(kMeanwhile, tree.lemma(mark)) && tree.lemma(mark) != "to") return std::nullopt;
        // "They met on Sunday as troops face attacks": that goes on.
        const bool finite = tree.xpos(node) == Xpos::vbp || tree.xpos(node) == Xpos::vbz;
        if (mark != kNoToken && finite && tense_of(tree, up) == Tense::past) return std::nullopt;
        break;
      }
      case Relation::acl:
      case Relation::acl_relcl: {
        // "Yesterday's march, which they had rejected": not the march's.
        if (is_of_object(tree, node)) return std::nullopt;
        // "Sunday's attack that killed 12": the noun's own time; not that of the clause the noun stands in.
        const TimeMention* m = best_at(context, up, trigger, fronted_only);
        if (m != nullptr && !is_happening(context, up) && !premodifies(tree, *m, up)) m = nullptr;
        return m != nullptr ? std::optional(*m) : std::nullopt;
      }
      case Relation::ccomp: {
        // "On Wednesday she announced that the government will withdraw": announced then, and still to come.
        if (node > up) {
          const bool to_come = tense_of(tree, node) == Tense::future;
          const TimeMention* m = to_come ? best_at(context, up, trigger, false) : nullptr;
          return m != nullptr ? std::optional(*m) : std::nullopt;
        }
        // "On Sunday rebels seized the town, police said": what stands before the saying belongs to what is said.
        const TimeMention* m = best_at(context, up, trigger, true);
        return m != nullptr && m->head < node ? std::optional(*m) : std::nullopt;
      }
      default: return std::nullopt;
    }
    node = up;
  }
  return std::nullopt;
}

// Where the tree hangs the time elsewhere, the order of words decides: a time right before the trigger's phrase ("the
// November 13, 2015, attacks"), or behind it with no verb and no comma between ("the arrest of two men three days
// ago").
std::optional<TimeMention> Times::by_order(const Context& context, TokenIndex trigger) const {
  const Tree& tree = context.tree;
  const std::uint32_t s = tree.sentence(trigger);
  const auto between = [&](TokenIndex from, TokenIndex to, bool before) {
    for (TokenIndex t = from; t < to; ++t) {
      switch (tree.upos(t)) {
        case Upos::noun:
        case Upos::propn:
        case Upos::adj: continue;
        case Upos::num:
        case Upos::adp:
        case Upos::det:
        case Upos::pron:
        case Upos::adv:
        case Upos::cconj:
          if (before) return false;
          continue;
        case Upos::punct:
        case Upos::part:
          if (before || tree.xpos(t) == Xpos::hyph) continue;
          return false;
        case Upos::verb:
          if (!before && (tree.lemma(t) == "begin" || tree.lemma(t) == "start")) continue;
          return false;
        default: return false;
      }
    }
    return true;
  };
  const bool noun = tree.is_nominal(trigger);
  for (std::uint32_t i = sentence_[s + 1]; i-- > sentence_[s];) {
    const TimeMention& m = times_[i];
    if (m.role == TimeRole::bound || m.role == TimeRole::since) continue;
    if (noun && m.last <= trigger && between(m.last, trigger, true)) return m;
  }
  for (std::uint32_t i = sentence_[s]; i < sentence_[s + 1]; ++i) {
    const TimeMention& m = times_[i];
    if (m.first <= trigger) continue;
    if (m.role != TimeRole::bound && between(trigger + 1, m.first, false) && !belongs_to_other(context, m, trigger) &&
        !behind_since(tree, m, trigger))
      return m;
    break;
  }
  return std::nullopt;
}

// Whether the time stands right before another happening: "condemned Friday's attack".
bool Times::belongs_to_other(const Context& context, const TimeMention& m, TokenIndex trigger) const {
  const TokenIndex at = m.attached;
  return at != kNoToken && at > m.head && at != trigger && context.tree.is_nominal(at);
}

std::optional<TimeMention> Times::of_event(const Context& context, TokenIndex trigger) const {
  auto m = said_of(context, trigger);
  return m && lies_behind_headline(context, *m, trigger) ? std::nullopt : m;
}

std::optional<TimeMention> Times::of_other_word(const Context& context, TokenIndex word, TokenIndex verb) const {
  if (has(kApart, context.tree.preposition(word))) return std::nullopt;
  auto m = of_event(context, word);
  if (!m) return m;
  TimeMention of_verb = *m;
  of_verb.attached = verb;
  return lies_behind_headline(context, of_verb, verb) ? std::nullopt : m;
}

// The only time of a sentence, at the end of what its main verb says: "was convicted of fraud against the state in
// 2008".
std::optional<TimeMention> Times::by_end(const Context& context, TokenIndex trigger) const {
  const Tree& tree = context.tree;
  const std::uint32_t s = tree.sentence(trigger);
  if (sentence_[s + 1] - sentence_[s] != 1) return std::nullopt;
  const TimeMention& m = times_[sentence_[s]];
  // What an anniversary remembers has its day.
  if (m.role != TimeRole::at || m.first < trigger || tree.lemma(m.last - 1) == "anniversary") return std::nullopt;
  if (!tree.is_verb(trigger)) return std::nullopt;
  const TokenIndex up = tree.head(trigger);
  const bool main = up == kNoToken || (tree.relation(trigger) == Relation::conj && tree.head(up) == kNoToken);
  if (!main || tense_of(tree, trigger) != Tense::past) return std::nullopt;
  TokenIndex t = m.attached;
  for (int steps = 0; t != kNoToken && t != trigger && steps < kMaxSteps; ++steps, t = tree.head(t)) {
    if (tree.is_verb(t) && tree.xpos(t) != Xpos::vbg) return std::nullopt;
    // "sentenced him for leading protests in July"
    const TokenIndex mark = tree.is_verb(t) ? tree.child(t, Relation::mark) : kNoToken;
    if (mark != kNoToken && tree.lemma(mark) == "for") return std::nullopt;
    if (tree.is_nominal(t) && premodifies(tree, m, t)) return std::nullopt;
  }
  return t == trigger ? std::optional(m) : std::nullopt;
}

std::optional<TimeMention> Times::said_of(const Context& context, TokenIndex trigger) const {
  const std::uint32_t s = context.tree.sentence(trigger);
  if (s + 1 >= sentence_.size() || sentence_[s] == sentence_[s + 1]) return std::nullopt;
  if (auto m = by_tree(context, trigger)) return m;
  if (auto m = by_order(context, trigger)) return m;
  if (auto m = by_end(context, trigger)) return m;
  // A time at the beginning, before a comma, holds for the main clauses of its sentence.
  const TimeMention& m = times_[sentence_[s]];
  const TokenIndex first = context.analysis.sentences[s].first;
  const bool opens = m.first <= first + 1 && m.last < trigger && context.tree.form(m.last) == ",";
  if (opens && m.role != TimeRole::bound && is_in_main_clause(context.tree, trigger)) return m;
  return std::nullopt;
}

}  // namespace masudi::coding
