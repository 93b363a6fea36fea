// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "coding/clause.h"
#include "coding/draft.h"

namespace masudi::coding {
namespace {

// What comes after these words is another happening: "clashes after the attack".
constexpr std::array<std::string_view, 16> kApart = {"after", "amid",   "before", "despite", "follow", "following",
                                                     "for",   "from",   "like",   "over",    "since",  "than",
                                                     "to",    "unlike", "until",  "while"};
static_assert(std::ranges::is_sorted(kApart));

constexpr std::string_view kJoined = "it tells the same happening as another word of the sentence";

bool same_codes(const std::vector<PartyMention>& a, const std::vector<PartyMention>& b) {
  const auto has = [](const std::vector<PartyMention>& all, const PartyMention& one) {
    return std::ranges::any_of(all, [&](const PartyMention& m) {
      return m.head == one.head || (m.party.code == one.party.code && m.party.sectors == one.party.sectors);
    });
  };
  return std::ranges::any_of(a, [&](const PartyMention& m) { return has(b, m); });
}

bool compatible(const std::vector<PartyMention>& a, const std::vector<PartyMention>& b) {
  return a.empty() || b.empty() || same_codes(a, b);
}

// The same country will do for a second mention: "the attack" on a town kills people of that town.
bool alike(const std::vector<PartyMention>& a, const std::vector<PartyMention>& b) {
  const auto has = [&](const PartyMention& one) {
    return std::ranges::any_of(b, [&](const PartyMention& m) { return m.party.code == one.party.code; });
  };
  return a.empty() || b.empty() || std::ranges::any_of(a, has);
}

// How far `below` hangs under `above`, 0 if it does not or if a word that parts happenings lies between.
int distance_below(const Tree& tree, TokenIndex above, TokenIndex below) {
  int steps = 0;
  for (TokenIndex at = below; at != kNoToken && steps < 5; at = tree.head(at), ++steps) {
    if (at == above) return steps;
    for (TokenIndex c : tree.children(at)) {
      const Relation r = tree.relation(c);
      if ((r != Relation::case_ && r != Relation::mark) || !std::ranges::binary_search(kApart, tree.lemma(c))) continue;
      if (r == Relation::mark && tree.lemma(c) == "to") continue;
      // "deny the charges while declining to give their names"
      if (tree.lemma(c) == "while" && !tree.has_child(at, Relation::nsubj) && !tree.has_child(at, Relation::nsubj_pass))
        continue;
      return 0;
    }
  }
  return 0;
}

// Two event nouns tell one happening only where one explains the other: "a wave of attacks, a bombing".
bool nouns_apart(const Tree& tree, const Draft& a, const Draft& b) {
  if (tree.is_verb(a.trigger.head) || tree.is_verb(b.trigger.head) || a.trigger.light != b.trigger.light) return false;
  for (auto [t, other] : {std::pair{a.trigger.head, b.trigger.head}, std::pair{b.trigger.head, a.trigger.head}}) {
    const Relation r = tree.relation(t);
    if (tree.head(t) == other &&
        (r == Relation::appos || r == Relation::compound || (r == Relation::nmod && tree.preposition(t) == "of")))
      return false;
  }
  return true;
}

bool is_harm(std::string_view lemma) {
  constexpr std::array<std::string_view, 7> kHarms = {"die", "hurt", "injure", "injured", "kill", "wound", "wounded"};
  return std::ranges::binary_search(kHarms, lemma);
}

// "Two were killed and six others injured", "killed one and wounded two": more of those whom one deed harmed.
bool more_harmed(const Tree& tree, const Draft& a, const Draft& b) {
  const TokenIndex one = a.trigger.head, other = b.trigger.head;
  const bool joined = tree.relation(other) == Relation::conj ||
                      (tree.relation(other) == Relation::advcl && marker(tree, other) == "while");
  if (a.type != EventType::assault || !is_harm(tree.lemma(one)) || !is_harm(tree.lemma(other)) || !joined ||
      tree.head(other) != one)
    return false;
  if (tree.lemma(one) != tree.lemma(other) && !tree.has_child(other, Relation::nsubj)) return true;
  return std::ranges::all_of(b.recipients, [&](const PartyMention& m) {
    const std::string_view lemma = tree.lemma(m.head);
    return lemma == "other" || lemma == "another" || tree.upos(m.head) == Upos::num || m.grade == Grade::generic;
  });
}

// "drawing a retaliatory strike": an answer to the other deed.
bool is_answer(const Tree& tree, TokenIndex noun) {
  constexpr std::array<std::string_view, 4> kAnswers = {"reprisal", "retaliation", "retaliatory", "revenge"};
  return std::ranges::any_of(tree.children(noun), [&](TokenIndex c) {
    return c < noun && std::ranges::binary_search(kAnswers, tree.lemma(c));
  });
}

// Whether `t` hangs on the harm, or on another that is joined to it: "were killed and six wounded in clashes".
bool hangs_on_harm(const Tree& tree, TokenIndex t, TokenIndex harm) {
  TokenIndex at = tree.head(t);
  while (at != kNoToken && at != harm && tree.relation(at) == Relation::conj && is_harm(tree.lemma(at)))
    at = tree.head(at);
  return at == harm;
}

// "were killed in an attack on the base", "a bombing in the capital that killed 12": what came of a deed that a noun
// names.
bool results_from_noun(const Tree& tree, const Draft& harm, TokenIndex deed) {
  constexpr std::array<std::string_view, 4> kIn = {"by", "during", "from", "in"};
  constexpr int kDeepest = 4;
  const TokenIndex h = harm.trigger.head;
  const Relation by = tree.relation(deed);
  if (by == Relation::obl || by == Relation::obl_agent)
    return hangs_on_harm(tree, deed, h) && std::ranges::binary_search(kIn, tree.preposition(deed));
  if (tree.relation(h) != Relation::acl_relcl && tree.relation(h) != Relation::acl) return false;
  TokenIndex at = tree.head(h);
  if (at != deed && !harm.actors.empty()) return false;  // somebody else did it
  for (int steps = 0; steps < kDeepest && at != kNoToken && at != deed; ++steps) {
    if (tree.relation(at) != Relation::nmod && tree.relation(at) != Relation::conj) return false;
    at = tree.head(at);
  }
  return at == deed;
}

// "attack a village and burn it down, killing 30", "detonated a bomb in a market killing 12".
bool follows_deed(const Tree& tree, TokenIndex harm, const Draft& deed) {
  constexpr int kDeepest = 5;
  const TokenIndex anchor = deed.trigger.anchor();
  if (tree.xpos(harm) != Xpos::vbg || harm < deed.trigger.head) return false;
  TokenIndex at = harm;
  for (int steps = 0; steps < kDeepest; ++steps) {
    const Relation r = tree.relation(at);
    at = tree.head(at);
    if (at == kNoToken || r == Relation::ccomp || r == Relation::xcomp) return false;
    if (at == anchor || at == deed.trigger.head) return true;
    if (r == Relation::advcl && tree.is_verb(at) && tree.head(anchor) == at && tree.relation(anchor) == Relation::conj)
      return anchor < harm;
    if (tree.is_verb(at) && tree.xpos(at) != Xpos::vbg) return false;
  }
  return false;
}

// "bombed a station, killing 30", "killed after police opened fire on them": what came of a deed.
bool results_from(const Tree& tree, const Draft& harm, const Draft& deed) {
  const TokenIndex h = harm.trigger.head, d = deed.trigger.head;
  if (harm.type != EventType::assault || !is_harm(tree.lemma(h)) || is_harm(tree.lemma(d)) || !tree.is_verb(h))
    return false;
  if (tree.head(d) == h && tree.relation(d) == Relation::nsubj) return true;  // "a bomb attack on the camp killed 30"
  if (!tree.is_verb(d) && results_from_noun(tree, harm, d)) return true;
  if (follows_deed(tree, h, deed)) return true;
  const TokenIndex told = tree.is_verb(d) ? d : deed.trigger.anchor();
  if (!tree.is_verb(told) || tree.relation(told) != Relation::advcl || !hangs_on_harm(tree, told, h)) return false;
  const TokenIndex mark = tree.child(told, Relation::mark);
  if (mark == kNoToken)
    return tree.has_child(told, Relation::advmod) && tree.lemma(tree.child(told, Relation::advmod)) == "when";
  return tree.lemma(mark) == "after" || tree.lemma(mark) == "when" || tree.lemma(mark) == "as";
}

// "barrels dropped from aircraft killed 12": what a thing was used for, and what came of it.
bool results_from_thing(const Drafting& drafting, const Draft& harm, const Draft& deed) {
  constexpr int kDeepest = 6;
  const Tree& tree = drafting.context.tree;
  const TokenIndex h = harm.trigger.head, used = deed.trigger.anchor();
  if (harm.type != EventType::assault || !tree.is_verb(h) || !is_harm(tree.lemma(h)) || tree.is_passive(h))
    return false;
  if (tree.relation(used) != Relation::acl || tree.xpos(used) != Xpos::vbn) return false;
  TokenIndex at = used;
  for (int steps = 0; steps < kDeepest && at != kNoToken && tree.head(at) != h; ++steps) at = tree.head(at);
  return at != kNoToken && tree.head(at) == h && tree.relation(at) == Relation::nsubj && !drafting.parties.heads(at);
}

// "attacks targeting Christians": at whom a deed was aimed.
bool is_aim_of(const Tree& tree, const Draft& aim, const Draft& deed) {
  const TokenIndex t = aim.trigger.head;
  const Relation r = tree.relation(t);
  return tree.lemma(t) == "target" && tree.is_verb(t) && tree.head(t) == deed.trigger.head &&
         (r == Relation::acl || r == Relation::acl_relcl);
}

// "hosted the premier for talks", "met for a summit": what somebody comes together for is no second meeting.
bool is_meeting_of(const Tree& tree, const Draft& noun, const Draft& verb) {
  const TokenIndex t = noun.trigger.head;
  return noun.type == EventType::consult && !tree.is_verb(t) && noun.trigger.light == kNoToken &&
         tree.is_verb(verb.trigger.head) && tree.head(t) == verb.trigger.head && tree.preposition(t) == "for";
}

// "protested on Friday; the protest began …": said again in the same sentence.
bool said_again(const Tree& tree, const Draft& a, const Draft& b) {
  return is_grave(a.type) && !tree.is_verb(b.trigger.head) && points_back(tree, b.trigger.head) &&
         b.trigger.head > a.trigger.head && tree.preposition(b.trigger.head) != "after";
}

// "arrested the editors and shut the paper": deeds side by side of which each is of a kind of its own.
bool side_by_side(const Tree& tree, const Draft& a, const Draft& b) {
  const auto has = [](const Draft& d, const std::string& mode) {
    return std::ranges::find(d.modes, mode) != d.modes.end();
  };
  if (a.type == EventType::assault) {
    if (has(a, "abduct") == has(b, "abduct")) return false;
  } else if (a.type != EventType::coerce || a.modes.empty() || b.modes.empty() ||
             std::ranges::any_of(a.modes, [&](const std::string& mode) { return has(b, mode); })) {
    return false;
  }
  const auto joined = [&](TokenIndex one, TokenIndex other) {
    return tree.relation(other) == Relation::conj &&
           (tree.head(other) == one || (tree.relation(one) == Relation::conj && tree.head(other) == tree.head(one)));
  };
  const TokenIndex one = a.trigger.anchor(), other = b.trigger.anchor();
  return joined(one, other) || joined(other, one);
}

// Whoever travels and meets somebody there is told of once.
bool is_journey(std::string_view lemma) {
  static constexpr std::array<std::string_view, 6> kJourneys = {"arrive", "come", "fly", "go", "travel", "visit"};
  static_assert(std::ranges::is_sorted(kJourneys));
  return std::ranges::binary_search(kJourneys, lemma);
}

// "suspends exports and announces a tariff": two deeds, each with what it is done to.
bool deeds_apart(const Tree& tree, const Draft& a, const Draft& b) {
  const TokenIndex one = a.trigger.anchor(), other = b.trigger.anchor();
  if (is_grave(a.type) || !tree.is_verb(one) || !tree.is_verb(other) || tree.relation(other) != Relation::conj ||
      tree.head(other) != one || tree.lemma(one) == tree.lemma(other) || tree.is_passive(one) ||
      tree.is_passive(other) || is_journey(tree.lemma(one)))
    return false;
  const auto told = [&](TokenIndex verb) {
    const auto what = std::ranges::find_if(tree.children(verb), [&](TokenIndex c) {
      const Relation r = tree.relation(c);
      return c > verb && (r == Relation::obj || r == Relation::obl || r == Relation::xcomp || r == Relation::ccomp);
    });
    return what == tree.children(verb).end() ? kNoToken : *what;
  };
  const TokenIndex first = told(one);
  return first != kNoToken && first < other && told(other) != kNoToken;
}

bool linked(const Tree& tree, const Draft& a, const Draft& b) {
  if (side_by_side(tree, a, b) || deeds_apart(tree, a, b)) return false;
  if (nouns_apart(tree, a, b) || is_answer(tree, a.trigger.head) != is_answer(tree, b.trigger.head)) return false;
  return distance_below(tree, a.trigger.anchor(), b.trigger.anchor()) > 0 ||
         distance_below(tree, b.trigger.anchor(), a.trigger.anchor()) > 0 ||
         distance_below(tree, a.trigger.anchor(), b.trigger.head) > 0 ||
         distance_below(tree, b.trigger.anchor(), a.trigger.head) > 0;
}

void join(Draft& kept, Draft& gone, bool mutual) {
  for (auto [to, from] : {std::pair{&kept.actors, &gone.actors}, std::pair{&kept.recipients, &gone.recipients},
                          std::pair{&kept.via, &gone.via}}) {
    if (to->empty()) *to = std::move(*from);
  }
  // In a clash all are actors, whoever dies in it.
  if (mutual && kept.actors.size() > 1) kept.recipients.clear();
  for (std::string& mode : gone.modes) {
    if (std::ranges::find(kept.modes, mode) == kept.modes.end()) kept.modes.push_back(std::move(mode));
  }
  for (std::string& path : gone.paths) kept.paths.push_back(std::move(path));
  kept.also_at.push_back(gone.trigger.head);
  kept.also_at.insert(kept.also_at.end(), gone.also_at.begin(), gone.also_at.end());
  if (kept.reality.status != Status::actual && gone.reality.status == Status::actual && gone.type == EventType::assault)
    kept.reality = gone.reality;
  gone.dropped = kJoined;
}

// Whether the sentence of a draft names other countries than that of the earlier protesters: it is another protest.
bool elsewhere(const Drafting& drafting, const Draft& d, const Draft& before) {
  if (before.actors.empty()) return false;
  const auto& sentence = drafting.context.analysis.sentences[drafting.context.tree.sentence(d.trigger.head)];
  bool named = false;
  std::vector<PartyMention> found;
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    found.clear();
    drafting.parties.only_at(t, found);
    for (const PartyMention& m : found) {
      if (m.party.code == before.actors[0].party.code) return false;
      named |= !m.party.code.empty();
    }
  }
  return named;
}

// Whether two nouns end alike: "strike" and "airstrike".
bool same_word(const Tree& tree, const Draft& a, const Draft& b) {
  const std::string_view one = tree.lemma(a.trigger.head), other = tree.lemma(b.trigger.head);
  return !tree.is_verb(a.trigger.head) && (one.ends_with(other) || other.ends_with(one));
}

}  // namespace

void recall_parties(const Drafting& drafting, std::vector<Draft>& drafts) {
  const Tree& tree = drafting.context.tree;
  constexpr std::uint32_t kFarBack = 12;  // sentences
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& d = drafts[i];
    if (!d.dropped.empty() || (!d.actors.empty() && !d.recipients.empty())) continue;
    const bool claims = drafting.trigger_text(d).starts_with("claim");
    const auto second_mention = [&](TokenIndex t) { return !tree.is_verb(t) && points_back(tree, t); };
    // Protests go on: who protests against whom is said once.
    const bool goes_on = d.type == EventType::protest && (!tree.is_verb(d.trigger.head) || !d.actors.empty());
    // "were killed in the attack" too.
    const bool second = second_mention(d.trigger.head) || std::ranges::any_of(d.also_at, second_mention) ||
                        std::ranges::any_of(drafting.triggers.words(d.trigger), second_mention);
    if (!claims && !goes_on && !second) continue;
    // The nearest earlier mention that names both sides, by the same word ("the strike": an airstrike) if there is one.
    const Draft* best = nullptr;
    int best_rank = -1;
    for (std::size_t k = i; k-- > 0;) {
      const Draft& before = drafts[k];
      const std::uint32_t back = tree.sentence(d.trigger.head) - tree.sentence(before.trigger.head);
      if (back > kFarBack) break;
      if (back == 0 || before.type != d.type || (before.actors.empty() && before.recipients.empty())) continue;
      if (before.reality.status == Status::negated) continue;  // "No soldiers were hurt."
      if (!before.dropped.empty() && before.dropped != kJoined) continue;
      if (!alike(d.actors, before.actors) || !alike(d.recipients, before.recipients)) continue;
      if (goes_on && elsewhere(drafting, d, before)) continue;
      // A side that is known must be known there too: an attack by X is no second mention of an attack by nobody.
      if ((!d.actors.empty() && before.actors.empty()) || (!d.recipients.empty() && before.recipients.empty()))
        continue;
      const int rank = 2 * (!before.actors.empty() && !before.recipients.empty()) + same_word(tree, d, before);
      if (rank > best_rank) best = &before, best_rank = rank;
      if (rank == 3) break;
    }
    if (best == nullptr) continue;
    if (d.actors.empty()) d.actors = best->actors;
    if (d.recipients.empty()) d.recipients = best->recipients;
    d.recalled = static_cast<std::uint32_t>(best - drafts.data()) + 1;
    d.paths.push_back("the parties of the earlier mention “" + std::string(tree.form(best->trigger.head)) + "”");
  }
}

void join_same_happenings(const Drafting& drafting, std::vector<Draft>& drafts) {
  const Tree& tree = drafting.context.tree;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    for (std::size_t k = i + 1;
         k < drafts.size() && tree.sentence(drafts[k].trigger.head) == tree.sentence(drafts[i].trigger.head); ++k) {
      Draft &a = drafts[i], &b = drafts[k];
      if (a.type != b.type || !a.dropped.empty() || !b.dropped.empty()) continue;
      if (more_harmed(tree, a, b) && compatible(a.actors, b.actors)) {
        for (const PartyMention& m : b.recipients) {
          if (m.grade != Grade::generic && !has_head(a.recipients, m.head)) a.recipients.push_back(m);
        }
        join(a, b, false);
        continue;
      }
      const bool meeting = is_meeting_of(tree, a, b) || is_meeting_of(tree, b, a);
      const bool result = results_from(tree, a, b) || results_from(tree, b, a) || results_from_thing(drafting, a, b) ||
                          results_from_thing(drafting, b, a) || is_aim_of(tree, a, b) || is_aim_of(tree, b, a) ||
                          meeting;
      const bool again = said_again(tree, a, b) && alike(a.recipients, b.recipients);
      if (!meeting && !compatible(a.actors, b.actors)) continue;
      if (!result && !again && !(linked(tree, a, b) && compatible(a.recipients, b.recipients))) continue;
      const auto mutual = [&](const Draft& d) { return drafting.entry(d).reciprocal != 0 && d.actors.size() > 1; };
      // The one that names more parties tells more; of two alike a verb does, if it is no light matter.
      const auto told = [&](const Draft& d) {
        return 8 * mutual(d) + 4 * (!d.actors.empty()) + 4 * (!d.recipients.empty()) +
               (is_grave(d.type) && tree.is_verb(d.trigger.head));
      };
      told(b) > told(a) ? join(b, a, mutual(b)) : join(a, b, mutual(a));
    }
  }
}

}  // namespace masudi::coding
