// SPDX-License-Identifier: Apache-2.0
#include "coding/parties_reader.h"

#include <algorithm>

#include "base/hash.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

constexpr int kMaxDepth = 10;  // of phrases that wait for one another

// "A national dialogue", "an official statement": words for people that say nothing of people before a noun, as "rebel"
// and "civilian" do ("rebel attacks").
bool is_mere_adjective(const Tree& tree, TokenIndex t) {
  return tree.upos(t) == Upos::adj && tree.relation(t) == Relation::amod &&
         words::one_of(tree.lemma(t), {"expert", "general", "individual", "local", "minor", "national", "native",
                                       "official", "regular"});
}

}  // namespace

void PartyReader::run(std::vector<WhoseObservation>* observed) {
  whose_.observe(observed);
  for (TokenIndex t = 0; t < tree_.size(); ++t) ensure(t);
}

const Mention* PartyReader::ensure(TokenIndex t) {
  if (depth_ < kMaxDepth && cast_.visit(t)) {
    ++depth_;
    describe(t);
    --depth_;
  }
  return cast_.at(t);
}

void PartyReader::describe(TokenIndex t) {
  if (cast_.at(t) != nullptr) return;
  const Upos tag = tree_.upos(t);
  if (describe_half(t) || describe_halves(t) || describe_ship(t) || describe_alias(t)) return;
  // "Theresa May", "Liu He": a known name of several words is one whatever its tags.
  if (const Words name = known_name(t); !name.empty()) return describe_person(t, name);
  if (is_subject(t) && words::one_of(tree_.form(t), {"Both", "both", "trio", "duo"})) return resolve_people(t);
  if (is_one_another(t)) return resolve_one_another(t);
  if (tag == Upos::punct || tag == Upos::adp || tag == Upos::aux || tag == Upos::cconj || tag == Upos::sconj) return;
  if (words::relative(tree_.xpos(t))) {
    // "the group, which …": whom the clause is about.
    TokenIndex up = t;
    for (int steps = 0; steps < 4 && up != kNoToken && tree_.relation(up) != Relation::acl_relcl; ++steps)
      up = tree_.head(up);
    if (up == kNoToken || tree_.relation(up) != Relation::acl_relcl || tree_.head(up) == kNoToken) return;
    if (ensure(tree_.head(up)) != nullptr) cast_.alias(t, tree_.head(up));
    return;
  }
  if (tag == Upos::pron || tree_.xpos(t) == Xpos::prp || tree_.xpos(t) == Xpos::prp_poss) return describe_pronoun(t);
  const Meaning* meaning = meanings_.at(t);
  if (const Words name = person_at(t); !name.empty()) return describe_person(t, name);
  if (meaning != nullptr) return describe_known(t, *meaning);
  if (tag == Upos::propn || tag == Upos::x) return describe_unknown(t);
  if (tag == Upos::num || (tag == Upos::det && tree_.relation(t) != Relation::det)) return describe_count(t);
  if (tag == Upos::noun) {
    if (words::counts(tree_.lemma(t))) return describe_count(t);
    // "Israeli designer X": whoever is named.
    for (TokenIndex c : tree_.children(t)) {
      const Relation r = tree_.relation(c);
      if (r != Relation::flat && r != Relation::appos && r != Relation::nmod_desc) continue;
      if (person_at(c).empty() || ensure(c) == nullptr) continue;
      return cast_.alias(t, c);
    }
    describe_holding(t);
  }
}

void PartyReader::describe_known(TokenIndex t, const Meaning& meaning) {
  if (meaning.sense == Sense::role) {
    if (is_mere_adjective(tree_, meaning.head)) return;
    if (t == meaning.head) return describe_role(t, meaning);
    if (ensure(meaning.head) != nullptr) cast_.alias(t, meaning.head);
    return;
  }
  if (t != meaning.head) {
    if (ensure(meaning.head) != nullptr) cast_.alias(t, meaning.head);
    return;
  }
  if (meaning.is_geographic()) return describe_state(t, meaning);
  const knowledge::EntityRecord& record = context_.knowledge.entities()[meaning.id];
  Referent fresh;
  fresh.who = who(meaning);
  fresh.nature = Nature::organisation;
  fresh.named = true;
  if (fresh.who.code.empty() && record.kind != knowledge::EntityKind::person) {
    // A body that every country has: "the Supreme Court".
    const Words core = core_of(t);
    const Owner owner = owner_of(t, core, {meaning.first, meaning.last});
    fresh.who.code = owner.count > 0 ? owner.codes[0] : default_code(t, true, "body");
  } else if (is_congress(tree_, meaning) && !story_.names(fresh.who.code)) {
    if (const std::string_view home = story_.country_at(t, true); !home.empty())
      fresh.who.code = home, fresh.who.name = {};
  }
  const Words core = core_of(t);
  Mention m = mention(t, core, Grade::named, Reason::entity);
  put_one(m, referent_for(hash_mix(hash_mix(kEntityKey, meaning.id), hash_bytes(fresh.who.code)), fresh));
}

void PartyReader::describe_state(TokenIndex t, const Meaning& meaning) {
  Referent fresh;
  fresh.who.code = meaning.code;
  fresh.who.sectors = "GOV";
  fresh.nature = Nature::state;
  fresh.named = true;
  const bool modifier = tree_.relation(t) == Relation::amod || tree_.relation(t) == Relation::compound ||
                        tree_.relation(t) == Relation::nmod_poss;
  Mention m = mention(t, core_of(t), Grade::named, Reason::country);
  std::uint64_t key = hash_mix(kCountryKey, hash_bytes(meaning.code));
  switch (meaning.sense) {
    case Sense::country: break;
    case Sense::seat: m.reason = Reason::seat; break;
    case Sense::capital:
      m.reason = Reason::capital;
      m.own_place = true;
      break;
    case Sense::nationality: {
      m.reason = Reason::nationality;
      const bool counted = counts_people(meaning);
      if (!counted && (modifier || tree_.upos(t) == Upos::adj)) {
        m.first = meaning.first, m.last = meaning.last;
        if (modifier && words::attack(tree_.lemma(tree_.head(t)))) {
          fresh.who.sectors = "MIL";
          key = hash_mix(key, 1);
        }
        break;
      }
      if (const Meaning* role = role_of_list(meaning); role != nullptr) {
        if (role->first == meaning.last && ensure(role->head) != nullptr) return cast_.alias(t, role->head);
        // "Cypriot, Greek and French ministers": each has its own.
        Owner owner;
        owner.add(meaning.code, t);
        fresh = role_referent(role->head, *role, owner, 0);
        m.grade = Grade::described, m.reason = Reason::role_owner, m.source = role->head, m.plural = role->plural;
        return put_one(m, cast_.add(fresh));
      }
      if (meaning.last < tree_.size() && tree_.sentence(meaning.last) == tree_.sentence(t)) {
        if (!person_at(meaning.last).empty() && ensure(meaning.last) != nullptr) return cast_.alias(t, meaning.last);
      }
      // "one Iraqi" too is a person, where the tag says adjective.
      const TokenIndex det = tree_.child(t, Relation::det);
      const std::string_view home = home_behind(t);
      if (!home.empty()) fresh.who.code = home;
      const bool side = home.empty() && !counted && det != kNoToken && tree_.lemma(det) != "all" && is_plural(t) &&
                        !tree_.has_child(t, Relation::nummod) && !tree_.has_child(t, Relation::amod);
      m.plural = is_plural(t);
      if (!side) {
        fresh.who.sectors = "CVL";
        fresh.nature = m.plural ? Nature::people : Nature::person;
        m.grade = Grade::described;
        const ReferentId who = cast_.add(fresh);
        return put_one(m, who);
      }
      break;
    }
    default:
      if (meaning.code.empty()) return;
      m.reason = Reason::place;
      m.grade = Grade::described;
      m.own_place = true;
      fresh.nature = Nature::place;
      fresh.who.sectors = tree_.relation(t) == Relation::nsubj ? "GOV" : "CVL";
      key = hash_mix(key, fresh.who.sectors == "GOV" ? 1 : 0);
      key = hash_mix(key, meaning.id + 1);
  }
  put_one(m, referent_for(key, fresh));
}

// "the Albanians of southern Serbia": the country where people live who are called after another.
std::string_view PartyReader::home_behind(TokenIndex people) const {
  for (TokenIndex c : tree_.children(people)) {
    if (tree_.relation(c) != Relation::nmod || tree_.preposition(c) != "of") continue;
    if (const Meaning* m = meanings_.at(c); m != nullptr && m->is_geographic()) return m->code;
  }
  return {};
}

// "1,000 Palestinians", "an Israeli": people, where no noun follows, whatever the tree makes of it.
bool PartyReader::counts_people(const Meaning& nationality) const {
  const Sentence& s = context_.analysis.sentences[tree_.sentence(nationality.first)];
  if (nationality.first == s.first) return false;
  const TokenIndex before = nationality.first - 1, next = nationality.last;
  if (tree_.upos(before) != Upos::num && !words::one_of(tree_.form(before), {"a", "an", "A", "An"})) return false;
  if (next >= s.last) return true;
  const Upos tag = tree_.upos(next);
  return !tree_.is_nominal(next) && tag != Upos::adj && tag != Upos::num && tree_.xpos(next) != Xpos::hyph;
}

// The role that a list of nationalities ends in, where the tree has parted them.
const Meaning* PartyReader::role_of_list(const Meaning& nationality) const {
  const Sentence& s = context_.analysis.sentences[tree_.sentence(nationality.first)];
  constexpr TokenIndex kLongest = 20;
  const TokenIndex end = std::min(s.last, nationality.last + kLongest);
  for (TokenIndex w = nationality.last; w < end;) {
    const Meaning* m = meanings_.at(w);
    if (m != nullptr && m->sense == Sense::role) return m->first == w ? m : nullptr;
    const bool joins = words::one_of(tree_.form(w), {",", "and", "or", "&"});
    if (!joins && (m == nullptr || m->sense != Sense::nationality)) return nullptr;
    w = m != nullptr ? m->last : w + 1;
  }
  return nullptr;
}

// "three of the soldiers", "dozens of protesters"; "17 others", "two" on their own are people of the place.
void PartyReader::describe_count(TokenIndex t) {
  const Words core = core_of(t);
  if (delegate(t, core) || resolve_number(t)) return;
  const Relation r = tree_.relation(t);
  const bool stands_alone =
      r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::obj || r == Relation::conj;
  // "those killed", wherever they stand.
  const bool those = tree_.upos(t) == Upos::pron && tree_.xpos(t) == Xpos::dt && tree_.has_child(t, Relation::acl);
  if ((!stands_alone && !those) || tree_.upos(t) == Upos::noun) return;
  if (tree_.head(t) == kNoToken || (!those && !tree_.is_verb(tree_.head(t))) || tree_.lemma(t) == "it") return;
  Referent fresh;
  fresh.who.code = default_code(t, false, "people");
  fresh.who.sectors = "CVL";
  Mention m = mention(t, core, Grade::generic, Reason::count);
  m.plural = true;
  put_one(m, cast_.add(fresh));
}

// "rebel positions", "U.S. military facilities", "RSF areas": whoever holds them; "the Hezbollah branch" is Hezbollah.
void PartyReader::describe_holding(TokenIndex t) {
  const bool part = words::part_of_body(tree_.lemma(t));
  if (!part && !words::holding(tree_.lemma(t))) return;
  const Words core = core_of(t);
  for (TokenIndex w = core.last; w-- > core.first;) {
    const Meaning* meaning = w == t ? nullptr : meanings_.at(w);
    if (meaning == nullptr || (meaning->sense != Sense::entity && meaning->sense != Sense::role)) continue;
    if (meaning->last > t + 1 || tree_.relation(meaning->head) == Relation::nmod_poss) continue;
    const Mention* holder = ensure(meaning->head);
    if (holder == nullptr) continue;
    Referent fresh = cast_.first(*holder);
    const Owner owner = owner_of(t, core, {meaning->first, meaning->last});
    // A named holder keeps its country, wherever its facilities are.
    if (owner.count > 0 && (!fresh.named || fresh.who.code.empty())) fresh.who.code = owner.codes[0];
    fresh.nature = part ? Nature::organisation : Nature::place;
    Mention m = mention(t, core, Grade::described, Reason::role_owner);
    m.source = meaning->head;
    return put_one(m, cast_.add(fresh));
  }
}

// ---- small questions ----

// The words of the name that the token stands in, or the token alone.
PartyReader::Words PartyReader::name_at(TokenIndex t) const {
  const Meaning* m = meanings_.at(t);
  return m == nullptr ? Words{t, t + 1} : Words{m->first, m->last};
}

PartyReader::Words PartyReader::core_of(TokenIndex t) const {
  TokenIndex first = t, last = t;
  tree_.core(t, first, last);
  Words core{first, last + 1};
  // "Iranian-backed militias": the first half of the compound need not be a modifier in the tree.
  const TokenIndex begin = context_.analysis.sentences[tree_.sentence(t)].first;
  while (core.first > begin && core.first < t && tree_.xpos(core.first) == Xpos::hyph) --core.first;
  if (const Meaning* m = meanings_.at(t)) core = {std::min(core.first, m->first), std::max(core.last, m->last)};
  // "Russian MPs call for": what the tree ties to the same noun as the modifier behind it belongs to that one.
  const TokenIndex up = tree_.head(t);
  if (tree_.relation(t) == Relation::compound && up != kNoToken && core.first > begin) {
    const Meaning* before = meanings_.at(core.first - 1);
    if (before != nullptr && before->sense == Sense::nationality && before->last == core.first &&
        tree_.head(before->head) == up && tree_.relation(before->head) == Relation::amod)
      core.first = before->first;
  }
  return core;
}

TokenIndex PartyReader::head_of(Words words) const {
  for (TokenIndex t = words.last; t-- > words.first;) {
    const TokenIndex h = tree_.head(t);
    if (h == kNoToken || h < words.first || h >= words.last) return t;
  }
  return words.last - 1;
}

bool PartyReader::is_subject(TokenIndex t) const {
  const Relation r = tree_.relation(t);
  return r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::nsubj_outer || r == Relation::obl_agent;
}

bool PartyReader::is_actor_slot(TokenIndex t) const {
  switch (tree_.relation(t)) {
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::obj:
    case Relation::obl_agent:
    case Relation::nmod_poss: return tree_.span(t).size() > 2;
    case Relation::obl:
    case Relation::nmod:
      return words::one_of(tree_.preposition(t), {"with", "against", "by", "to", "from"}) && tree_.span(t).size() > 2;
    default: return false;
  }
}

bool PartyReader::is_convict(TokenIndex t) const {
  const Relation r = tree_.relation(t);
  if (r == Relation::nsubj && tree_.head(t) != kNoToken)
    return words::one_of(tree_.lemma(tree_.head(t)), {"murder", "rape", "stab", "behead"});
  if (r != Relation::nsubj_pass && r != Relation::obj) return false;
  return tree_.head(t) != kNoToken && words::one_of(tree_.lemma(tree_.head(t)), {"convict", "sentence", "imprison"});
}

bool PartyReader::is_plural(TokenIndex t) const { return tree_.xpos(t) == Xpos::nns || tree_.xpos(t) == Xpos::nnps; }

bool PartyReader::is_definite(TokenIndex t) const {
  const TokenIndex d = tree_.child(t, Relation::det);
  return d != kNoToken && words::one_of(tree_.lemma(d), {"the", "this", "that", "these", "those", "both"});
}

std::string_view PartyReader::text(Words w) const {
  return cover(tree_.span(w.first), tree_.span(w.last - 1)).in(context_.document.text);
}

const knowledge::EntityRecord* PartyReader::entity(const Meaning* meaning) const {
  if (meaning == nullptr || meaning->sense != Sense::entity) return nullptr;
  return &context_.knowledge.entities()[meaning->id];
}

Who PartyReader::who(const Meaning& meaning) const {
  if (const auto* record = entity(&meaning)) return who_is(context_.knowledge, *record, context_.document.date);
  return Who{meaning.code, "GOV", {}, {}, {}};
}

// The country of whatever stands at the token: its name's or its party's.
std::string_view PartyReader::code_of(TokenIndex t) {
  if (t == kNoToken) return {};
  if (const Meaning* m = meanings_.at(t); m != nullptr && m->is_geographic()) return m->code;
  const Mention* m = ensure(t);
  return m == nullptr ? std::string_view{} : cast_.first(*m).who.code;
}

// Where the text does not say: the country of the party it is joined with, of the sentence, of the story.
std::string_view PartyReader::default_code(TokenIndex t, bool home, std::string_view kind) {
  if (tree_.relation(t) == Relation::conj && tree_.head(t) != kNoToken) {
    // Of a long list, the one right before: "prime minister X of Greece and energy minister Y".
    const TokenIndex first = core_of(t).first;
    const bool joined = first > 1 && tree_.upos(first - 1) == Upos::cconj && tree_.is_nominal(first - 2);
    const TokenIndex beside = joined && ensure(first - 2) != nullptr ? first - 2 : tree_.head(t);
    if (const Mention* m = ensure(beside); m != nullptr) {
      if (const auto code = cast_.first(*m).who.code; !code.empty() && code != "IMG" && code != "UNO") return code;
    }
  }
  if (!story_.home().empty()) {
    // "In Thailand, the Counselor will meet with officials": those of the place that was named last, never his own.
    if (home && tree_.relation(t) == Relation::obl && tree_.preposition(t) == "with")
      return story_.place_before(tree_.sentence(t));
    if (home) return story_.home();
  }
  return whose_.country_of(t, kind, home);
}

Mention PartyReader::mention(TokenIndex t, Words w, Grade grade, Reason reason) const {
  // "BOGOTA - Colombia's government": a dateline is no part of it.
  for (TokenIndex d = t; d-- > w.first + 1;) {
    const bool dash = words::one_of(tree_.form(d), {"-", "–", "—", "--"});
    if (dash && tree_.span(d - 1).end < tree_.span(d).begin && tree_.span(d).end < tree_.span(d + 1).begin)
      w.first = std::max(w.first, d + 1);
  }
  return {t, w.first, w.last, 0, 0, grade, reason, is_plural(t), is_subject(t), false, kNoToken};
}

void PartyReader::put_one(const Mention& m, ReferentId who) {
  const Member member{who, m.head};
  cast_.put(m, {&member, 1});
}

ReferentId PartyReader::referent_for(std::uint64_t key, const Referent& fresh) {
  if (const ReferentId known = cast_.find(key); known != kNobody) return known;
  const ReferentId made = cast_.add(fresh);
  cast_.set(key, made);
  return made;
}

}  // namespace masudi::coding
