// SPDX-License-Identifier: Apache-2.0
// Words for several who were told of before: "they", "the two leaders", "the ministers", "each other".
#include <algorithm>
#include <array>

#include "base/hash.h"
#include "coding/parties_antecedent.h"
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

bool is_attending_word(std::string_view word) { return words::one_of(word, {"participant", "attendee", "delegation"}); }

// The number that a word says; 0 for other words.
std::size_t number_of(std::string_view word) {
  constexpr std::array<std::string_view, 8> kWords = {"zero", "one", "two", "three", "four", "five", "six", "seven"};
  const auto at = std::find(kWords.begin(), kWords.end(), word);
  return word == "both" ? 2 : at == kWords.end() ? 0 : static_cast<std::size_t>(at - kWords.begin());
}

// How many "two leaders", "both countries", "all four nations" are; 0 where nothing counts.
std::size_t number_of(const Tree& tree, TokenIndex t) {
  const TokenIndex number = tree.child(t, Relation::nummod), det = tree.child(t, Relation::det);
  if (det != kNoToken && tree.lemma(det) == "both") return 2;
  return number == kNoToken ? 0 : number_of(tree.lemma(number));
}

// Who meets whom, where the other is the object.
bool meets(std::string_view verb) {
  return words::one_of(verb, {"meet", "host", "receive", "visit", "call", "phone", "telephone", "join", "greet"});
}

}  // namespace

bool PartyReader::Several::has(ReferentId who) const {
  return std::ranges::any_of(members(), [&](const Member& m) { return m.who == who; });
}

void PartyReader::Several::add(Member member) {
  if (count < list.size() && !has(member.who)) list[count++] = member;
}

// Adds the members of the phrase with this head and of those joined to it.
void PartyReader::gather(TokenIndex head, Several& out, int depth) const {
  constexpr int kDeepest = 40;
  if (const Mention* found = cast_.at(head); found != nullptr) {
    for (const Member& member : cast_.members(*found)) out.add(member);
  }
  const Words name = name_at(head);
  for (TokenIndex w = name.first; w < name.last; ++w) {
    for (TokenIndex c : tree_.children(w)) {
      if (out.full() || depth == kDeepest) return;
      if (c > head && tree_.relation(c) == Relation::conj && tree_.is_nominal(c)) gather(c, out, depth + 1);
    }
  }
}

void PartyReader::put_several(TokenIndex t, Words phrase, Several& several, Grade grade, Reason reason) {
  Mention m = mention(t, phrase, grade, reason);
  m.source = several.list[0].token, m.plural = true;
  several.list[0].token = t;
  cast_.put(m, several.members());
}

// Those who act together in the clause of the verb: its subject with whoever is joined to it, whom it meets, and with
// whom it does something. Only single ones that are told apart: of "protesters clashed with police" there are none.
bool PartyReader::act_together(TokenIndex verb, TokenIndex before, Several& out) {
  const TokenIndex subject = tree_.logical_subject(verb);
  if (subject == kNoToken || subject >= before || ensure(subject) == nullptr || tree_.is_passive(verb)) return false;
  gather(subject, out, 0);
  const bool alone = cast_.at(subject)->member_count == 1;
  const auto take = [&](TokenIndex c) {
    if (c < before && ensure(c) != nullptr) gather(c, out, 0);
  };
  const auto take_partners = [&](TokenIndex above, Relation relation) {
    for (TokenIndex c : tree_.children(above)) {
      const bool partner = words::one_of(tree_.preposition(c), {"with", "together", "alongside", "along"});
      if (tree_.relation(c) == relation && partner) take(c);
    }
  };
  take_partners(subject, Relation::nmod);
  take_partners(verb, Relation::obl);
  if (const TokenIndex object = tree_.child(verb, Relation::obj); object != kNoToken && object < before) {
    if (meets(tree_.lemma(verb))) take(object);
    take_partners(object, Relation::nmod);
  }
  const auto acts = [&](const Member& m) {
    const Referent& r = cast_.referent(m.who);
    return r.nature != Nature::place && (r.nature != Nature::people || !alone) && !r.who.code.empty();
  };
  return out.count > 1 && std::ranges::all_of(out.members(), acts);
}

// The same for a sentence: in the last clause before the token in which several act together, or in the first.
bool PartyReader::act_together_in(const Sentence& s, TokenIndex before, bool last, Several& out) {
  const TokenIndex end = std::min(s.last, before);
  const TokenIndex begin = end - s.first > kFarTokens ? end - kFarTokens : s.first;
  for (TokenIndex i = begin; i < end; ++i) {
    const TokenIndex verb = last ? end - 1 - (i - begin) : i;
    if (!tree_.is_verb(verb)) continue;
    out = {};
    if (act_together(verb, end, out)) return true;
  }
  return false;
}

bool PartyReader::is_several(const Mention& m) const {
  const Referent& r = cast_.first(m);
  return (m.plural && r.nature != Nature::place) || (r.nature == Nature::organisation && m.subject) ||
         m.member_count > 1;
}

// The persons of a sentence whose subject is none of several: "X met Y."
bool PartyReader::persons_of(const Sentence& s, Several& out) const {
  const TokenIndex begin = s.last - s.first > kFarTokens ? s.last - kFarTokens : s.first;
  for (TokenIndex w = begin; w < s.last; ++w) {
    const Mention* m = cast_.at(w);
    if (m == nullptr || m->head != w) continue;
    if (is_several(*m) && m->subject) return false;
    const Referent& r = cast_.first(*m);
    if (r.nature != Nature::person || !r.named || tree_.relation(w) == Relation::nmod_poss) continue;
    out.add({cast_.members(*m)[0].who, w});
  }
  return out.count > 1;
}

// "They": a plural before it, those who acted together, the persons of the sentence before.
void PartyReader::resolve_people(TokenIndex t) {
  const auto several = [&](const Mention& m) { return is_several(m); };
  const std::uint32_t sentence = tree_.sentence(t);
  const auto& sentences = context_.analysis.sentences;
  TokenIndex to = told_to_do(t);
  if (to == kNoToken || !is_several(*cast_.at(to))) to = antecedent(t, 0, several);
  if (to == kNoToken) {
    Several together;
    if (act_together_in(sentences[sentence], t, true, together))
      return put_several(t, {t, t + 1}, together, Grade::pronoun, Reason::pronoun);
  }
  if (to == kNoToken && sentence > 0) {
    Several together;
    const Sentence& before = sentences[sentence - 1];
    const TokenIndex first = first_subject(before);
    const bool plural = first != kNoToken && is_several(*cast_.at(first));
    if (!plural && act_together_in(before, t, false, together))
      return put_several(t, {t, t + 1}, together, Grade::pronoun, Reason::pronoun);
    Several persons;
    if (persons_of(before, persons)) return put_several(t, {t, t + 1}, persons, Grade::pronoun, Reason::pronoun);
    to = antecedent(t, 2, several);
  }
  if (to == kNoToken) to = antecedent(t, 2, [&](const Mention& m) { return cast_.first(m).nature != Nature::place; });
  if (to != kNoToken) refer(t, {t, t + 1}, first_joined(to), Reason::pronoun, Grade::pronoun);
}

// "each other", "one another": by either of its words.
bool PartyReader::is_one_another(TokenIndex t) const {
  const auto are = [&](TokenIndex first) {
    if (first + 1 >= tree_.size()) return false;
    const std::string_view a = tree_.form(first), b = tree_.form(first + 1);
    return (a == "each" && b == "other") || (a == "one" && b == "another");
  };
  return are(t) || (t > 0 && are(t - 1));
}

// They are those whom the subject of the clause joins.
void PartyReader::resolve_one_another(TokenIndex t) {
  constexpr int kHighest = 4;
  TokenIndex verb = tree_.head(t);
  for (int steps = 0; steps < kHighest && verb != kNoToken && !tree_.is_verb(verb); ++steps) verb = tree_.head(verb);
  if (verb == kNoToken || !tree_.is_verb(verb)) return;
  const TokenIndex subject = tree_.subject(verb);
  if (subject == kNoToken || subject >= t || ensure(subject) == nullptr) return;
  Several all;
  gather(subject, all, 0);
  if (all.count == 0) return;
  // The second has the other word of the two for its head: by those of the subject they would be taken for it.
  const TokenIndex first = tree_.form(t) == "each" || tree_.form(t) == "one" ? t : t - 1;
  if (all.count > 1) all.list[1].token = t == first ? t + 1 : first;
  put_several(t, {first, first + 2}, all, Grade::pronoun, Reason::pronoun);
}

// The first subject of a sentence that names somebody.
TokenIndex PartyReader::first_subject(const Sentence& s) const {
  for (TokenIndex w = s.first; w < s.last; ++w) {
    const Mention* m = cast_.at(w);
    if (m != nullptr && m->head == w && m->subject) return w;
  }
  return kNoToken;
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
  Several holders;
  const auto counted = [&](std::string_view code) {
    return std::ranges::any_of(holders.members(),
                               [&](const Member& x) { return cast_.referent(x.who).who.code == code; });
  };
  const TokenIndex begin = t > kFarTokens ? t - kFarTokens : 0;
  for (TokenIndex w = t; w-- > begin && !holders.full();) {
    const Mention* m = cast_.at(w);
    if (m == nullptr || m->head != w || m->grade == Grade::pronoun) continue;
    for (const Member& member : cast_.members(*m)) {
      const Referent& r = cast_.referent(member.who);
      const std::string_view office =
          r.role == kNoRole ? std::string_view{} : context_.knowledge.text(context_.knowledge.roles()[r.role].word);
      const bool holds =
          r.role == title.id || (r.nature == Nature::person && office.size() > word.size() && office.ends_with(word));
      if (holds && !r.who.code.empty() && !counted(r.who.code)) holders.add({member.who, w});
    }
  }
  if (holders.count < 2) return false;
  put_several(t, core, holders, Grade::described, Reason::definite);
  return true;
}

// "the leaders", "the three ministers", "the countries" of "X met Y and Z": those of different countries who acted
// together.
bool PartyReader::resolve_those_who_met(TokenIndex t, const Meaning& meaning, Words core) {
  const std::string_view word = context_.knowledge.text(context_.knowledge.roles()[meaning.id].word);
  const bool states = words::state(word);
  const std::size_t number = number_of(tree_, t);
  if (!is_plural(t) || (!is_definite(t) && number == 0)) return false;
  if (!states && !words::office_holder(word) && !words::side(word) && !is_attending_word(word)) return false;
  Several met;
  if (!those_who_met(t, number, meaning.id, met)) return false;
  if (states) states_of(met);
  put_several(t, core, met, Grade::described, Reason::definite);
  return true;
}

// "The three agreed", "All four will vote".
bool PartyReader::resolve_number(TokenIndex t) {
  const std::size_t number = number_of(tree_.lemma(t));
  if (number < 2 || !is_subject(t) || t == 0) return false;
  if (!words::one_of(tree_.form(t - 1), {"the", "The", "all", "All"})) return false;
  Several met;
  if (!those_who_met(t, number, kNoRole, met)) return false;
  put_several(t, {t - 1, t + 1}, met, Grade::pronoun, Reason::pronoun);
  return true;
}

// Those of different countries who acted together in the sentence or in those before it, as many as `number` says if it
// is not 0; none where a plural of the role, nearer to the token, names others ("African leaders").
bool PartyReader::those_who_met(TokenIndex t, std::size_t number, std::uint32_t role, Several& out) {
  const std::uint32_t sentence = tree_.sentence(t);
  for (std::uint32_t back = 0; back < kNearSentences && back <= sentence; ++back) {
    const Sentence& s = context_.analysis.sentences[sentence - back];
    const TokenIndex end = std::min(s.last, t);
    for (TokenIndex w = end - s.first > kFarTokens ? end - kFarTokens : s.first; w < end; ++w) {
      const Mention* m = cast_.at(w);
      const bool others = m != nullptr && m->head == w && m->plural && m->grade != Grade::pronoun;
      if (others && role != kNoRole && cast_.first(*m).role == role) return false;
    }
    if (!act_together_in(s, t, back == 0, out) || (number != 0 && number != out.count)) continue;
    const auto code = [&](std::size_t i) { return cast_.referent(out.list[i].who).who.code; };
    for (std::size_t i = 1; i < out.count; ++i) {
      if (code(i) != code(0)) return true;
    }
  }
  return false;
}

// Instead of those who act, the states they act for, each once.
void PartyReader::states_of(Several& members) {
  Several states;
  for (std::size_t i = 0; i < members.count; ++i) {
    states.add({state_of(cast_.referent(members.list[i].who).who.code), members.list[i].token});
  }
  members = states;
}

}  // namespace masudi::coding
