// SPDX-License-Identifier: Apache-2.0
// Words for several who were told of before: "they", "the two leaders", "the ministers", "each other".
#include <algorithm>

#include "base/hash.h"
#include "coding/parties_antecedent.h"
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {

// Adds the members of the phrase with this head and of those joined to it; returns how many there are then.
std::size_t PartyReader::gather(TokenIndex head, Member* members, std::size_t count, int depth) const {
  constexpr std::size_t kMost = Owner::kMost;
  constexpr int kDeepest = 40;
  const Mention* found = cast_.at(head);
  if (found != nullptr) {
    for (const Member& member : cast_.members(*found)) {
      const bool again = std::any_of(members, members + count, [&](const Member& x) { return x.who == member.who; });
      if (count < kMost && !again) members[count++] = member;
    }
  }
  const Words name = name_at(head);
  for (TokenIndex w = name.first; w < name.last; ++w) {
    for (TokenIndex c : tree_.children(w)) {
      if (count == kMost || depth == kDeepest) return count;
      if (c > head && tree_.relation(c) == Relation::conj && tree_.is_nominal(c))
        count = gather(c, members, count, depth + 1);
    }
  }
  return count;
}

// Several: a plural before it, else all the persons of the sentence before ("X met Y. They agreed …").
void PartyReader::resolve_people(TokenIndex t) {
  const auto plural = [&](const Mention& m) {
    const Referent& r = cast_.first(m);
    return (m.plural && r.nature != Nature::place) || (r.nature == Nature::organisation && m.subject) ||
           m.member_count > 1;
  };
  const std::uint32_t sentence = tree_.sentence(t);
  TokenIndex to = told_to_do(t);
  if (to == kNoToken || !plural(*cast_.at(to))) to = antecedent(t, 0, plural);
  if (to == kNoToken && resolve_partners(t)) return;
  if (to == kNoToken && sentence > 0) {
    // The persons (or states) that the sentence before joins.
    const Sentence& before = context_.analysis.sentences[sentence - 1];
    Member members[Owner::kMost];
    std::size_t count = 0;
    bool any_plural = false;
    const TokenIndex end = before.last, begin = end - before.first > kFarTokens ? end - kFarTokens : before.first;
    for (TokenIndex w = begin; w < end; ++w) {
      const Mention* m = cast_.at(w);
      if (m == nullptr || m->head != w) continue;
      any_plural |= plural(*m) && m->subject;
      const Referent& r = cast_.first(*m);
      if (r.nature != Nature::person || !r.named || count == Owner::kMost || tree_.relation(w) == Relation::nmod_poss)
        continue;
      const ReferentId who = cast_.members(*m)[0].who;
      const bool again = std::any_of(members, members + count, [&](const Member& x) { return x.who == who; });
      if (!again) members[count++] = {who, w};
    }
    if (count >= 2 && !any_plural) {
      Mention m = mention(t, {t, t + 1}, Grade::pronoun, Reason::pronoun);
      m.source = members[0].token, m.plural = true;
      members[0].token = t;
      cast_.put(m, {members, count});
      return;
    }
    to = antecedent(t, 2, plural);
  }
  if (to == kNoToken) to = antecedent(t, 2, [&](const Mention& m) { return cast_.first(m).nature != Nature::place; });
  if (to != kNoToken) refer(t, {t, t + 1}, first_joined(to), Reason::pronoun, Grade::pronoun);
}

// "X spoke with Y, and they agreed": whoever did something together before it in the sentence.
bool PartyReader::resolve_partners(TokenIndex t) {
  const Sentence& s = context_.analysis.sentences[tree_.sentence(t)];
  for (TokenIndex w = t; w-- > s.first && t - w <= kFarTokens;) {
    const Mention* partner = cast_.at(w);
    if (partner == nullptr || partner->head != w || partner->member_count != 1) continue;
    if (tree_.relation(w) != Relation::obl || tree_.preposition(w) != "with") continue;
    const TokenIndex verb = tree_.head(w);
    const TokenIndex subject = verb != kNoToken && tree_.is_verb(verb) ? tree_.logical_subject(verb) : kNoToken;
    const Mention* actor = subject != kNoToken && subject < w ? ensure(subject) : nullptr;
    if (actor == nullptr || actor->member_count != 1) continue;
    const ReferentId first = cast_.members(*actor)[0].who, second = cast_.members(*cast_.at(w))[0].who;
    const auto acts = [&](ReferentId id) { return cast_.referent(id).nature != Nature::place; };
    if (first == second || !acts(first) || !acts(second)) continue;
    const Member members[2] = {{first, t}, {second, w}};
    Mention m = mention(t, {t, t + 1}, Grade::pronoun, Reason::pronoun);
    m.source = subject, m.plural = true;
    cast_.put(m, {members, 2});
    return true;
  }
  return false;
}

// The first of those that a phrase joins: "his Greek and French counterparts" of "X and his Greek and French
// counterparts".
TokenIndex PartyReader::first_joined(TokenIndex t) const {
  constexpr int kLongest = 8;
  for (int steps = 0; steps < kLongest && tree_.relation(t) == Relation::conj; ++steps) {
    const TokenIndex up = tree_.head(t);
    if (up == kNoToken || cast_.at(up) == nullptr) return t;
    t = up;
  }
  return t;
}

// "the energy ministers": all those before who hold that office.
bool PartyReader::gather_holders(TokenIndex t, const Meaning& title, Words core) {
  const std::string_view word = context_.knowledge.text(context_.knowledge.roles()[title.id].word);
  Member members[Owner::kMost];
  std::size_t count = 0;
  const TokenIndex begin = t > kFarTokens ? t - kFarTokens : 0;
  for (TokenIndex w = t; w-- > begin && count < Owner::kMost;) {
    const Mention* m = cast_.at(w);
    if (m == nullptr || m->head != w || m->grade == Grade::pronoun) continue;
    for (const Member& member : cast_.members(*m)) {
      const Referent& r = cast_.referent(member.who);
      const bool again = std::any_of(members, members + count, [&](const Member& x) {
        return x.who == member.who || cast_.referent(x.who).who.code == r.who.code;
      });
      const std::string_view office =
          r.role == kNoRole ? std::string_view{} : context_.knowledge.text(context_.knowledge.roles()[r.role].word);
      const bool holds =
          r.role == title.id || (r.nature == Nature::person && office.size() > word.size() && office.ends_with(word));
      if (holds && !r.who.code.empty() && !again && count < Owner::kMost) members[count++] = {member.who, w};
    }
  }
  if (count < 2) return false;
  Mention m = mention(t, core, Grade::described, Reason::definite);
  m.source = members[0].token, m.plural = true;
  members[0].token = t;
  cast_.put(m, {members, count});
  return true;
}

// "the two leaders", "both countries", "the sides": the last two that fit.
bool PartyReader::resolve_pair(TokenIndex t, Words core, std::string_view word) {
  const TokenIndex number = tree_.child(t, Relation::nummod);
  const TokenIndex det = tree_.child(t, Relation::det);
  const bool both = (number != kNoToken && words::one_of(tree_.lemma(number), {"two", "2"}) && det != kNoToken) ||
                    (det != kNoToken && tree_.lemma(det) == "both") || word == "both sides" || word == "two sides";
  if (!both || !(is_plural(t) || word.ends_with("sides"))) return false;
  const bool states =
      words::one_of(word, {"country", "nation", "state", "government", "neighbour", "neighbor", "ally", "power"});
  const bool persons =
      words::one_of(word, {"leader", "minister", "president", "official", "diplomat", "foreign minister",
                           "prime minister", "man", "counterpart", "head of state"});
  if (!states && !persons && !words::one_of(word, {"side", "both sides", "two sides", "party", "group", "faction"}))
    return false;
  Member members[2];
  std::size_t count = 0;
  const std::uint32_t sentence = tree_.sentence(t);
  for (std::uint32_t back = 0; back <= 2 && back <= sentence && count < 2; ++back) {
    const Sentence& s = context_.analysis.sentences[sentence - back];
    const TokenIndex end = back == 0 ? t : s.last;
    const TokenIndex begin = end - s.first > kFarTokens ? end - kFarTokens : s.first;
    for (TokenIndex w = begin; w < end && count < 2; ++w) {
      const Mention* m = cast_.at(w);
      if (m == nullptr || m->head != w || m->grade == Grade::generic || m->own_place) continue;
      const Referent& r = cast_.first(*m);
      if (states && r.nature != Nature::state) continue;
      if (persons && r.nature != Nature::person) continue;
      if (r.nature == Nature::place || r.who.code.empty()) continue;
      const ReferentId who = cast_.members(*m)[0].who;
      if (count == 1 && (members[0].who == who || cast_.referent(members[0].who).who.code == r.who.code)) continue;
      members[count++] = {who, w};
    }
    if (count < 2 && back < 2 && !persons) continue;
    if (count < 2) count = 0;
  }
  if (count < 2) return false;
  Mention m = mention(t, core, Grade::described, Reason::definite);
  m.source = members[0].token, m.plural = true;
  members[0].token = t;
  cast_.put(m, {members, count});
  return true;
}

}  // namespace masudi::coding
