// SPDX-License-Identifier: Apache-2.0
// Which of the times of a sentence belongs to an event: the way up from its trigger through the tree.
#include <algorithm>
#include <array>

#include "coding/clause.h"
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

// Conjunctions of a clause that happens at the time of its main clause.
constexpr auto kMeanwhile = std::to_array<std::string_view>({"as", "by", "when", "while"});
static_assert(std::is_sorted(kMeanwhile.begin(), kMeanwhile.end()));

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

bool premodifies(const TimeMention& m, TokenIndex node) { return m.head < node; }

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
    TokenIndex at = m.attached;
    // "on people in Niger on May 23": a time that hangs on a noun which is no happening belongs to the clause.
    for (int steps = 0; at != node && steps < kMaxSteps; ++steps) {
      const TokenIndex up = tree.head(at);
      if (up == kNoToken || tree.is_verb(at)) break;
      if (m.role == TimeRole::length || premodifies(m, at) || is_happening(context, at) || at == trigger) break;
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

std::optional<TimeMention> Times::of_event(const Context& context, TokenIndex trigger) const {
  const Tree& tree = context.tree;
  const std::uint32_t s = tree.sentence(trigger);
  if (s + 1 >= sentence_.size() || sentence_[s] == sentence_[s + 1]) return std::nullopt;
  bool fronted_only = false;
  TokenIndex node = trigger;
  for (int steps = 0; steps < kMaxSteps; ++steps) {
    if (const TimeMention* m = best_at(context, node, trigger, fronted_only); m != nullptr) return *m;
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
        if (tree.is_verb(node)) fronted_only = true;
        break;
      case Relation::advcl: {
        const TokenIndex mark = tree.child(node, Relation::mark);
        if (mark != kNoToken && !has(kMeanwhile, tree.lemma(mark)) && tree.lemma(mark) != "to") return std::nullopt;
        break;
      }
      case Relation::acl:
      case Relation::acl_relcl: {
        // "Sunday's attack that killed 12": the noun's own time; not that of the clause the noun stands in.
        const TimeMention* m = is_happening(context, up) ? best_at(context, up, trigger, fronted_only) : nullptr;
        return m != nullptr ? std::optional(*m) : std::nullopt;
      }
      case Relation::ccomp: {
        // "On Sunday rebels seized the town, police said": what stands before the saying belongs to what is said.
        if (node > up) return std::nullopt;
        const TimeMention* m = best_at(context, up, trigger, true);
        return m != nullptr && m->head < node ? std::optional(*m) : std::nullopt;
      }
      default: return std::nullopt;
    }
    node = up;
  }
  return std::nullopt;
}

}  // namespace masudi::coding
