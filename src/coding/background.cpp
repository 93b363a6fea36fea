// SPDX-License-Identifier: Apache-2.0
#include "coding/background.h"

#include <algorithm>
#include <array>

#include "coding/clause.h"
#include "coding/mentions.h"
#include "coding/modes.h"
#include "coding/story_flow.h"

namespace masudi::coding {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

// Adverbs of what was before the story.
constexpr std::array<std::string_view, 7> kBefore = {"before",     "formerly",   "historically", "initially",
                                                     "originally", "previously", "traditionally"};
// Adjectives of what was before.
constexpr std::array<std::string_view, 6> kEarlier = {"earlier", "former", "historic", "past", "previous", "prior"};
// Prepositions by which a deed hangs on the charge, verdict or arrest that it brought, or on words for those.
constexpr std::array<std::string_view, 7> kFor = {"for", "in", "of", "over", "regarding", "to", "with"};
// Prepositions by which one speaks of a measure that is in force.
constexpr std::array<std::string_view, 8> kInForce = {"against", "amid", "by",    "despite",
                                                      "of",      "over", "under", "without"};
// Who is known by a deed of before ("the suspect in a shooting", "a survivor of the massacre"), and what stands
// between.
constexpr std::array<std::string_view, 11> kDoers = {"accused",     "attacker", "bomber", "culprit",
                                                     "defendant",   "gunman",   "killer", "mastermind",
                                                     "perpetrator", "survivor", "suspect"};
constexpr std::array<std::string_view, 3> kPartOf = {"behind", "in", "of"};
constexpr std::array<std::string_view, 6> kRelative = {"that", "when", "where", "which", "who", "whom"};
// Participles of what still holds.
constexpr std::array<std::string_view, 6> kStands = {"allege", "believe", "know", "say", "support", "suspect"};
// What one is guilty of, charged with or had a part in lies before.
constexpr std::array<std::string_view, 12> kGuilt = {"accountable", "accusation",  "charge",      "complicity",
                                                     "guilty",      "innocent",    "involvement", "liable",
                                                     "part",        "responsible", "role",        "suspicion"};
// What one does with a request.
constexpr std::array<std::string_view, 14> kAnswering = {"accept",  "address", "answer",  "approve", "consider",
                                                         "decline", "deny",    "dismiss", "grant",   "hear",
                                                         "heed",    "ignore",  "refuse",  "reject"};
constexpr std::array<std::string_view, 4> kAnswers = {"answer", "reaction", "reply", "response"};
static_assert(std::ranges::is_sorted(kGuilt) && std::ranges::is_sorted(kAnswering) && std::ranges::is_sorted(kAnswers));
static_assert(std::ranges::is_sorted(kRelative) && std::ranges::is_sorted(kStands));
static_assert(std::ranges::is_sorted(kDoers) && std::ranges::is_sorted(kPartOf));
static_assert(std::ranges::is_sorted(kBefore) && std::ranges::is_sorted(kEarlier) && std::ranges::is_sorted(kFor) &&
              std::ranges::is_sorted(kInForce));

bool is_measure(EventType type) { return type == EventType::sanction || type == EventType::coerce; }

// What people do with force or in the streets, and others speak of, condemn and punish.
bool is_deed(EventType type) {
  return type == EventType::assault || type == EventType::coerce || type == EventType::protest;
}

bool has_past_perfect(const Tree& tree, TokenIndex verb) {
  return std::ranges::any_of(tree.children(verb), [&](TokenIndex c) {
    return tree.relation(c) == Relation::aux && tree.lemma(c) == "have" && tree.xpos(c) == Xpos::vbd;
  });
}

// "was freed", "freed".
bool is_past(const Tree& tree, TokenIndex verb) {
  if (tree.xpos(verb) == Xpos::vbd) return true;
  return std::ranges::any_of(tree.children(verb), [&](TokenIndex c) {
    const Relation r = tree.relation(c);
    return (r == Relation::aux || r == Relation::aux_pass || r == Relation::cop) && tree.xpos(c) == Xpos::vbd;
  });
}

// "frees", "is freed".
bool is_present(const Tree& tree, TokenIndex verb) {
  if (tree.xpos(verb) == Xpos::vbz || tree.xpos(verb) == Xpos::vbp) return true;
  return std::ranges::any_of(tree.children(verb), [&](TokenIndex c) {
    const Relation r = tree.relation(c);
    const bool auxiliary = r == Relation::aux || r == Relation::aux_pass || r == Relation::cop;
    return auxiliary && tree.lemma(c) == "be" && (tree.xpos(c) == Xpos::vbz || tree.xpos(c) == Xpos::vbp);
  });
}

bool has_pronoun(const Tree& tree, TokenIndex verb) {
  return std::ranges::any_of(tree.children(verb),
                             [&](TokenIndex c) { return c < verb && among(kRelative, tree.lemma(c)); });
}

// A report shifts what it tells back: "said they had seized" is no background.
bool is_reported(const Tree& tree, TokenIndex verb) {
  for (TokenIndex t = verb; t != kNoToken; t = tree.head(t)) {
    if (tree.relation(t) == Relation::ccomp || tree.relation(t) == Relation::parataxis) return true;
  }
  return false;
}

// "the jailed leader", "20 kidnapped children"; not a verb that was taken for one ("injured fourteen officers").
bool is_attribute(const Tree& tree, TokenIndex verb) {
  if (tree.relation(verb) != Relation::amod || tree.xpos(verb) != Xpos::vbn) return false;
  for (TokenIndex t = verb + 1; t <= tree.head(verb); ++t) {
    if (tree.upos(t) != Upos::noun && tree.upos(t) != Upos::adj) return false;
  }
  return tree.head(verb) > verb;
}

// The verb that carries the tense of a draft, up through verbs that it shares its subject with.
TokenIndex leading_verb(const Tree& tree, TokenIndex t) {
  while (tree.head(t) != kNoToken && tree.is_verb(tree.head(t)) && !tree.has_child(t, Relation::nsubj) &&
         !tree.has_child(t, Relation::nsubj_pass) &&
         (tree.relation(t) == Relation::conj || tree.relation(t) == Relation::xcomp))
    t = tree.head(t);
  return t;
}

// What is told of in charges and verdicts, and what these are.
bool comes_to_court(EventType type) {
  return type == EventType::assault || type == EventType::coerce || type == EventType::sanction ||
         type == EventType::accuse || type == EventType::threaten;
}

class Grounding {
 public:
  Grounding(const Drafting& drafting, const std::vector<Draft>& drafts, const Draft& d)
      : tree_(drafting.context.tree),
        drafts_(drafts_of(tree_, drafts, tree_.sentence(d.trigger.head))),
        d_(d),
        head_(d.trigger.head) {}

  Ground find() const {
    const Ground own = tree_.is_verb(d_.trigger.anchor()) ? of_verb(d_.trigger.anchor()) : of_noun(head_);
    return own == Ground::story ? of_matter() : own;
  }

 private:
  Ground of_verb(TokenIndex anchor) const {
    const TokenIndex verb = leading_verb(tree_, anchor);
    for (TokenIndex t : {anchor, verb}) {
      for (TokenIndex c : tree_.children(t)) {
        if (tree_.relation(c) != Relation::advmod) continue;
        if (among(kBefore, tree_.lemma(c))) return Ground::past;
        // "is already imprisoned"
        if (tree_.lemma(c) == "already" && is_present(tree_, t)) return Ground::undated;
      }
    }
    if (has_past_perfect(tree_, verb) && !is_reported(tree_, verb))
      return in_present_report(verb) ? Ground::undated : Ground::past;
    if (under_past_perfect(verb)) return Ground::past;
    const Relation r = tree_.relation(verb);
    const bool participle = tree_.xpos(verb) == Xpos::vbn;
    if (is_attribute(tree_, verb) && comes_to_court(d_.type)) return Ground::past;
    if (r == Relation::acl && participle && d_.type == EventType::sanction) return Ground::undated;
    if (r == Relation::acl && participle && is_told_of(verb)) return Ground::undated;
    if (in_past_clause(anchor)) return Ground::undated;
    if (r == Relation::advcl && is_reason(verb)) return Ground::undated;
    return Ground::story;
  }

  // "The US had been allied with X in fighting Y", "had sent a plan, which they rejected": what hangs on a clause of
  // what was before.
  bool under_past_perfect(TokenIndex t) const {
    for (TokenIndex up = tree_.head(t); up != kNoToken; t = up, up = tree_.head(t)) {
      const Relation r = tree_.relation(t);
      if (r == Relation::conj || r == Relation::ccomp || r == Relation::parataxis) return false;
      if (tree_.is_verb(up) && has_past_perfect(tree_, up)) return !is_reported(tree_, up);
    }
    return false;
  }

  // "Arrested for threatening X".
  bool is_reason(TokenIndex verb) const {
    const TokenIndex mark = tree_.child(verb, Relation::mark);
    return mark != kNoToken && tree_.lemma(mark) == "for" && tree_.xpos(verb) == Xpos::vbg;
  }

  // "A journalist held by the rebels is freed": the participle beside somebody or something that is no happening
  // itself ("the talks held in Paris"), of one who is known by it; not of "with 50 people killed".
  bool is_told_of(TokenIndex participle) const {
    const TokenIndex noun = tree_.head(participle);
    if (participle < noun || is_told(noun) || among(kStands, tree_.lemma(participle))) return false;
    return d_.trigger.object != noun && d_.trigger.head == participle && tree_.preposition(noun) != "with";
  }

  // "X, who was accused of murder, is freed": what a past clause tells of somebody or something, in a report that tells
  // in the present.
  bool in_past_clause(TokenIndex t) const {
    for (; tree_.head(t) != kNoToken; t = tree_.head(t)) {
      if (tree_.relation(t) != Relation::acl_relcl || !is_past(tree_, t) || !has_pronoun(tree_, t)) continue;
      return !is_told(tree_.head(t)) && in_present_report(t);
    }
    return false;
  }

  // Whether another draft tells of this word as a happening.
  bool is_told(TokenIndex t) const {
    return std::ranges::any_of(drafts_, [&](const Draft& d) {
      return &d != &d_ && d.dropped.empty() && (d.trigger.head == t || d.trigger.anchor() == t);
    });
  }

  // Whether the sentence tells in the present, as headlines do, whatever this clause of it does.
  bool in_present_report(TokenIndex verb) const {
    TokenIndex root = verb;
    while (tree_.head(root) != kNoToken) root = tree_.head(root);
    return root != verb && is_present(tree_, root);
  }

  Ground of_noun(TokenIndex noun) const {
    for (TokenIndex c : tree_.children(noun)) {
      if (tree_.relation(c) != Relation::amod) continue;
      if (among(kEarlier, tree_.lemma(c))) return Ground::past;
      if (tree_.lemma(c) == "recent") return Ground::undated;
    }
    if (under_past_perfect(noun) || in_past_clause(noun) || is_answered(noun)) return Ground::undated;
    const Relation r = tree_.relation(noun);
    if (r != Relation::nmod && r != Relation::obl) return Ground::story;
    const std::string_view word = tree_.preposition(noun);
    if (word == "since") return Ground::undated;
    // "Troops are there at the invitation of the government": whenever it came.
    const bool asks = d_.type == EventType::agree || d_.type == EventType::request;
    if (asks && word == "at" && !tree_.is_verb(tree_.head(noun))) return Ground::undated;
    if (word == "over" && is_deed(d_.type)) return Ground::undated;
    if (is_measure(d_.type) && r == Relation::nmod && among(kInForce, word)) return Ground::past;
    const bool of_doer = r == Relation::nmod && among(kPartOf, word) && among(kDoers, tree_.lemma(tree_.head(noun)));
    if (of_doer && is_deed(d_.type)) return Ground::undated;
    return Ground::story;
  }

  // "Rejects the request", "in response to an appeal": what somebody answers was asked before.
  bool is_answered(TokenIndex noun) const {
    if (d_.type != EventType::request) return false;
    TokenIndex t = noun;
    while (tree_.relation(t) == Relation::conj) t = tree_.head(t);
    const TokenIndex up = tree_.head(t);
    if (up == kNoToken) return false;
    const std::string_view word = tree_.preposition(t);
    if (word == "following" || word == "follow" || word == "after" || word == "since") return true;
    if (tree_.relation(t) == Relation::nmod) return word == "to" && among(kAnswers, tree_.lemma(up));
    return tree_.relation(t) == Relation::obj && among(kAnswering, tree_.lemma(up));
  }

  // What a verdict, a charge or an arrest is for.
  Ground of_matter() const {
    if (!comes_to_court(d_.type) || d_.type == EventType::sanction) return Ground::story;
    TokenIndex t = d_.trigger.anchor();
    // "Accountable for its war" that still goes on; "war crimes" were done.
    const bool is_war = goes_on(tree_.lemma(head_)) && tree_.relation(head_) != Relation::compound;
    bool apart = false;  // by a preposition: not what is condemned or investigated itself
    for (int steps = 0; steps < 4; ++steps, t = tree_.head(t)) {
      const TokenIndex up = tree_.head(t);
      if (up == kNoToken || !hangs_as_matter(t)) return Ground::story;
      if (is_word_of_answer(tree_.lemma(up))) return Ground::story;  // "summons the envoy in response to the arrest"
      apart = apart || (tree_.relation(t) != Relation::obj && tree_.relation(t) != Relation::conj);
      if (!apart || is_war) continue;
      if (is_deed(d_.type) && among(kGuilt, tree_.lemma(up))) return Ground::undated;
      for (const Draft& other : drafts_) {
        if (other.trigger.head != up && other.trigger.anchor() != up && other.trigger.object != up) continue;
        if (&other == &d_ || !other.dropped.empty()) continue;
        if (other.type == EventType::sanction && has_mode(other, "convict")) return Ground::past;
        if (other.type == EventType::sanction && is_deed(d_.type)) return Ground::undated;
        if (other.type == EventType::accuse && d_.type != EventType::accuse) return Ground::undated;
        if (other.type == EventType::coerce && has_mode(other, "arrest") && d_.type != EventType::coerce)
          return Ground::undated;
      }
    }
    return Ground::story;
  }

  bool hangs_as_matter(TokenIndex t) const {
    switch (tree_.relation(t)) {
      case Relation::nmod:
      case Relation::obl: return among(kFor, tree_.preposition(t));
      case Relation::advcl:
      case Relation::acl: {
        const TokenIndex mark = tree_.child(t, Relation::mark);
        return mark != kNoToken && among(kFor, tree_.lemma(mark));
      }
      case Relation::obj:
      case Relation::conj:
      case Relation::compound: return true;
      default: return false;
    }
  }

  const Tree& tree_;
  std::span<const Draft> drafts_;  // of the sentence
  const Draft& d_;
  TokenIndex head_;
};

}  // namespace

Ground ground_of(const Drafting& drafting, const std::vector<Draft>& drafts, const Draft& d) {
  return Grounding(drafting, drafts, d).find();
}

}  // namespace masudi::coding
