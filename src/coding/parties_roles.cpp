// SPDX-License-Identifier: Apache-2.0
// Role words: "American forces", "two Syrians", "the Russian foreign ministry", "dozens of protesters".
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

using knowledge::kRoleCollective;
using knowledge::kRoleGeneric;
using knowledge::kRoleState;
using knowledge::kRoleThing;
using knowledge::kRoleTitle;

std::string_view first_of(std::string_view sectors) { return sectors.substr(0, sectors.find(';')); }

// Former holders of these are ELI.
bool retires(std::string_view sector) { return words::one_of(sector, {"GOV", "LEG", "JUD", "MIL", "SPY", "COP"}); }

// Relatives are private persons, whoever they belong to.
bool is_kin(std::string_view word) {
  return words::one_of(
      word, {"wife", "husband", "son", "daughter", "brother", "sister", "mother", "father", "widow", "family", "cousin",
             "nephew", "uncle", "child", "relative", "neighbor", "neighbour", "friend"});
}

// Whoever is one to somebody is somebody else.
bool is_relation(std::string_view word) {
  return words::one_of(word, {"ally", "partner", "neighbor", "neighbour", "rival", "enemy", "adversary", "opponent",
                              "critic", "foe", "friend"});
}

// Those who are somebody's, where nothing says whose: of no country that the story tells ("allies and partners").
bool is_someones(std::string_view word) {
  return words::one_of(word, {"ally", "partner", "rival", "enemy", "adversary", "foe", "critic"});
}

bool is_state_word(std::string_view word) { return words::one_of(word, {"country", "nation", "state", "government"}); }

bool is_business(std::string_view word) { return words::one_of(word, {"company", "firm", "corporation"}); }

bool is_member(std::string_view word) { return words::one_of(word, {"member", "member state", "member country"}); }

// Aircraft that act are an air force's.
bool flies(std::string_view word) { return words::one_of(word, {"aircraft", "plane", "helicopter", "jet", "drone"}); }

// Those who follow a leader.
bool is_following(std::string_view word) {
  return words::one_of(word, {"group", "movement", "organisation", "organization", "faction", "fighter", "supporter"});
}

bool is_carrier(std::string_view word) {
  return flies(word) || words::one_of(word, {"ship", "vessel", "boat", "patrol boat"});
}

// Those on the move, and what is at sea or in the air, are of no country that the story tells.
bool is_stateless(std::string_view word, std::string_view sector) {
  return sector == "REF" || flies(word) ||
         words::one_of(word, {"side", "both sides", "two sides", "pirate", "donor", "tourist", "ship", "vessel",
                              "tanker", "boat"});
}

}  // namespace

// "pro-government armed groups", "state-backed gunmen"
bool PartyReader::fights_for_government(TokenIndex t) const {
  const std::string_view before = text({core_of(t).first, t + 1});
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"pro-government", "Pro-government", "pro-regime", "Pro-regime",
                                              "government-backed", "state-backed", "government-aligned"},
      [&](std::string_view sign) { return before.find(sign) != std::string_view::npos; });
}

// Whom a role word names, given its owner; `which` of the owner's countries.
Referent PartyReader::role_referent(TokenIndex t, const Meaning& meaning, const Owner& owner, std::size_t which) {
  const knowledge::RoleRecord& role = context_.knowledge.roles()[meaning.id];
  const std::string_view word = context_.knowledge.text(role.word);
  Referent r;
  r.role = meaning.id;
  r.who.sectors = context_.knowledge.text(role.sectors);
  const std::string_view sector = first_of(r.who.sectors);
  const bool generic = (role.flags & kRoleGeneric) != 0;
  const bool state = (role.flags & kRoleState) != 0;
  const TokenIndex possessor = tree_.child(t, Relation::nmod_poss);
  // "its allies" are not of its country.
  const bool others = is_relation(word) && possessor != kNoToken && owner.count > which &&
                      owner.tokens[which] == possessor && owner.body.sector() != "REB";
  if (owner.count > which && !others) r.who.code = owner.codes[which];
  r.who.sponsor = owner.sponsor;
  if (owner.body.known() && !is_kin(word) && (generic || words::stands_for(sector))) {
    const std::string_view body_sector = owner.body.sector();
    const bool armed = words::one_of(body_sector, {"REB", "PRM", "UAF", "CRM"});
    // "government forces" are forces, "NATO members" states; "Hezbollah soldiers" are Hezbollah's.
    const bool listed = !body_sector.empty() && r.who.sectors.find(body_sector) != std::string_view::npos;
    // A member of parliament is one for whatever party, an under secretary is of the government for whatever field.
    const bool office = state && (role.flags & kRoleTitle) != 0 && body_sector == "BUS";
    const bool keeps =
        !listed && (sector == "LEG" || office ||
                    (!armed && (words::one_of(sector, {"MIL", "COP", "JUD", "SPY"}) || is_state_word(word) ||
                                (body_sector == "MIL" && word.find("secretary") != std::string_view::npos))));
    if (!keeps && (!owner.body.sectors.empty() || owner.body.code == "UNO")) r.who.sectors = owner.body.sectors;
    // "members of the European Union" are states.
    if (owner.body.sectors.empty() && words::one_of(owner.body.code, {"EUR", "IGO"}) && is_member(word))
      r.who.sectors = "GOV";
    if (!owner.body.code.empty() && owner.count <= 1) r.who.code = owner.body.code;
    if (r.who.sponsor.empty()) r.who.sponsor = owner.body.sponsor;
    const std::string_view body = owner.body.sector();
    if ((role.flags & kRoleTitle) == 0 && words::one_of(body, {"REB", "PRM", "MIL", "UAF", "CRM"}))
      r.who.name = owner.body.name;
  }
  // "his group", "its boats": whose they are tells what they are.
  if (is_following(word) && possessor != kNoToken && owner.count > which) {
    if (const Mention* m = ensure(possessor); m != nullptr) {
      const Who& whose = cast_.first(*m).who;
      if (words::one_of(whose.sector(), {"REB", "PRM", "PTY", "OPP", "UAF"})) r.who.sectors = whose.sectors;
    }
  }
  if (is_carrier(word) && words::one_of(owner.body.sector(), {"MIL", "COP"})) r.who.sectors = owner.body.sectors;
  // "a Sky News producer" is of the press.
  if (owner.body.sector() == "JRN" && words::one_of(sector, {"BUS", "CVL"})) r.who.sectors = "JRN";
  if (generic && r.who.sectors == "CVL" && is_convict(t)) r.who.sectors = "CRM";
  if (sector == "UAF" && fights_for_government(t)) r.who.sectors = "PRM";
  if (flies(word) && is_subject(t)) r.who.sectors = "MIL";
  if (owner.former && retires(first_of(r.who.sectors))) r.who.sectors = "ELI";
  // "Representative X" of the American Congress.
  if (word == "representative" && r.who.code == "USA" && tree_.form(t)[0] == 'R' &&
      meaning.last < context_.analysis.sentences[tree_.sentence(t)].last && is_proper(meaning.last))
    r.who.sectors = "LEG";
  // "coalition troops", "coalition air raids"
  const bool strikes = word == "coalition" && tree_.relation(t) == Relation::compound && is_military(tree_.head(t));
  const bool coalition = strikes || (word.starts_with("coalition ") && sector == "MIL");
  if ((coalition && owner.count == 0) || (owner.led && (coalition || words::one_of(word, {"coalition", "alliance"}))))
    r.who.code = "IGO", r.who.sectors = "MIL";
  if ((role.flags & kRoleThing) != 0) {
    r.nature = Nature::place;
  } else if ((role.flags & kRoleCollective) != 0) {
    r.nature = Nature::organisation;
  } else {
    r.nature = meaning.plural || is_plural(t) ? Nature::people : Nature::person;
  }
  if (!r.who.code.empty() && owner.count > 0) whose_.told(t, sector, r.who.code);
  if (r.who.code.empty()) {
    bool nowhere = others || is_someones(word) || word == "world leader" || word == "international community";
    for (TokenIndex c : tree_.children(t)) {
      const Relation tie = tree_.relation(c);
      nowhere |= tree_.lemma(c) == "worldwide";
      if (c > t) continue;
      nowhere |= tie == Relation::amod && (words::of_no_country(tree_.lemma(c)) || is_of_continent(tree_, c));
      nowhere |= tie == Relation::det && tree_.lemma(c) == "any";  // "any activists who fly in"
    }
    const bool counted = tree_.has_child(t, Relation::nummod);
    nowhere |= (is_state_word(word) || (is_business(word) && !counted)) && is_plural(t) && !is_definite(t);
    nowhere |= is_stateless(word, sector);
    // "its crew", of a ship whose flag nobody tells
    if (const Mention* whose = possessor == kNoToken ? nullptr : cast_.at(possessor); whose != nullptr)
      nowhere |= is_craft(cast_.first(*whose));
    // "European nations": of Europe.
    const bool acts_for_state = state || is_state_word(word) || is_relation(word);
    for (TokenIndex c : tree_.children(t)) {
      if (acts_for_state && tree_.relation(c) == Relation::amod && tree_.form(c) == "European") r.who.code = "EUR";
    }
    if (!r.who.code.empty()) return r;
    if (!nowhere && state && is_definite(t)) r.who.code = code_of_force(t, sector);
    // "Iran-backed groups" are not of Iran; where they are, the text may have said before.
    if (!r.who.sponsor.empty()) r.who.code = code_of_backed(r.who.sponsor, sector);
    if (!nowhere && r.who.code.empty())
      r.who.code = story_.home().empty() ? default_code(t, state && !generic, sector) : code_on_pages(t, role);
    if (r.who.code == r.who.sponsor) r.who.code = {};
  }
  return r;
}

// "X became the first president to be convicted": whom a noun with a clause of its own describes.
TokenIndex PartyReader::described_by(TokenIndex t) const {
  if (!tree_.has_child(t, Relation::acl) && !tree_.has_child(t, Relation::acl_relcl)) return kNoToken;
  const TokenIndex verb = tree_.head(t);
  if (verb == kNoToken || tree_.lemma(verb) != "become" || is_plural(t)) return kNoToken;
  const TokenIndex subject = tree_.subject(verb);
  return subject < t ? subject : kNoToken;
}

void PartyReader::describe_role(TokenIndex t, const Meaning& meaning) {
  const knowledge::RoleRecord& role = context_.knowledge.roles()[meaning.id];
  if ((role.flags & kRoleTitle) != 0) {
    if (const Words name = person_after(t, meaning); !name.empty()) {
      if (ensure(head_of(name)) != nullptr && cast_.at(t) == nullptr) cast_.alias(t, head_of(name));
      return;
    }
  }
  if (const TokenIndex subject = described_by(t); subject != kNoToken && ensure(subject) != nullptr) {
    if (cast_.at(t) == nullptr) cast_.alias(t, subject);
    return;
  }
  Words core = core_of(t);
  if (words::counts(tree_.lemma(t)) && delegate(t, core)) return;

  // "his wife, X", "the Turkish foreign minister, X": one person, described and named.
  if (!meaning.plural && !is_plural(t)) {
    for (TokenIndex c : tree_.children(t)) {
      const Relation r = tree_.relation(c);
      if (r != Relation::appos && r != Relation::flat && r != Relation::nmod_desc) continue;
      const Words name = person_at(c);
      if (name.empty()) continue;
      if (const Mention* m = ensure(c); m != nullptr) {
        Mention own = *m;
        own.head = t, own.first = std::min(core.first, own.first), own.last = std::max(core.last, own.last),
        own.subject = is_subject(t);
        if (cast_.at(t) == nullptr) put_one(own, cast_.members(*m)[0].who);
        return;
      }
    }
  }
  Owner owner = owner_of(t, core, {meaning.first, meaning.last});
  // "groups such as Hezbollah", "countries like Turkey": whoever is named.
  TokenIndex source = kNoToken, last = core.last;
  if (const Who named = members_of_class(t, source, last); source != kNoToken) {
    Referent r;
    r.who = named, r.named = true, r.role = meaning.id;
    r.nature = named.sectors == "GOV" ? Nature::state : Nature::organisation;
    if (r.who.sponsor.empty()) r.who.sponsor = owner.sponsor;
    Mention m = mention(t, {core.first, last}, Grade::named, Reason::member);
    m.source = source;
    return put_one(m, cast_.add(r));
  }
  const TokenIndex possessor = tree_.child(t, Relation::nmod_poss);
  const std::string_view word = context_.knowledge.text(role.word);
  std::uint32_t office = kNoRole;  // of those who hold the same as somebody else
  if (word == "counterpart" && possessor != kNoToken) {
    // "his Turkish counterpart": of the country that stands with it, never of the possessor's.
    Owner own;
    owners_before(t, {possessor + 1, core.last}, {meaning.first, meaning.last}, own);
    owner = own;
    if (const Mention* m = ensure(possessor); m != nullptr)
      owner.body.sectors = cast_.first(*m).who.sectors, office = cast_.first(*m).role;
    if (owner.count == 0) owner.add(code_of(tree_.child(t, Relation::nmod)), t);
  }
  const bool tied = owner.count > 0 || owner.body.known() || !owner.sponsor.empty();
  if (owner.count == 0 && resolve_those_who_met(t, meaning, core)) return;
  if (owner.count <= 1 && resolve_pair(t, core, word)) return;
  const bool only_backed = owner.count == 0 && !owner.body.known();
  if (only_backed && resolve_definite(t, meaning, core)) return;

  const bool generic = (role.flags & kRoleGeneric) != 0;
  const Grade grade = generic && !tied ? Grade::generic : Grade::described;
  if (owner.count > 0 && owner.source != kNoToken && owner.source > t) {
    const Words phrase = core_of(owner.source);
    if (tree_.head(owner.source) == t) core.last = std::max(core.last, phrase.last);
  }
  Mention m = mention(t, core, grade, tied ? Reason::role_owner : Reason::role_story);
  m.source = owner.source;
  m.plural |= meaning.plural;
  m.own_place = (role.flags & kRoleThing) != 0;
  Member members[Owner::kMost];
  std::size_t count = 0;
  const TokenIndex beside = parted_by_and(t, core, meaning);
  if (beside != kNoToken) owner = Owner{};
  const bool listed = !owner.body.known() || (owner.count > 1 && are_joined(owner.tokens[0], owner.tokens[1]));
  const std::size_t wanted = m.plural && listed ? std::max<std::size_t>(owner.count, 1) : 1;
  for (; count < wanted; ++count) {
    Referent fresh = role_referent(t, meaning, owner, count);
    if (office != kNoRole) fresh.role = office;
    const ReferentId id = cast_.add(fresh);
    members[count] = {id, count == 0 ? t : owner.tokens[count]};
  }
  if (const Mention* other = beside == kNoToken ? nullptr : ensure(beside); other != nullptr && count < Owner::kMost)
    members[count++] = {cast_.members(*other)[0].who, beside};
  cast_.put(m, {members, count});
}

// "NATO and European Union officials", "of the Arab League, Egypt and Iraq": whether "and" or a comma stands between.
bool PartyReader::are_joined(TokenIndex a, TokenIndex b) const {
  for (TokenIndex w = a + 1; w < b; ++w) {
    if (tree_.upos(w) == Upos::cconj || tree_.form(w) == ",") return true;
  }
  return false;
}

// "the Taliban and security forces": an armed group that "and" parts from a word for a state's forces is a party of its
// own, where the tree has it as part of the phrase.
TokenIndex PartyReader::parted_by_and(TokenIndex t, Words core, const Meaning& role) const {
  const std::string_view sector = first_of(context_.knowledge.text(context_.knowledge.roles()[role.id].sectors));
  if (!words::one_of(sector, {"MIL", "COP", "GOV"}) || role.first < core.first + 2) return kNoToken;
  if (tree_.lemma(role.first - 1) != "and") return kNoToken;
  const Meaning* before = meanings_.at(role.first - 2);
  const auto* record = entity(before);
  if (record == nullptr || record->kind == knowledge::EntityKind::person || tree_.head(before->head) != t)
    return kNoToken;
  return words::one_of(who(*before).sector(), {"REB", "PRM", "UAF"}) ? before->head : kNoToken;
}

// "One of these groups, the Karen National Union": the one that is named, whichever of the two the parser ties it to.
bool PartyReader::delegate_to_name(TokenIndex t) {
  const TokenIndex kind = tree_.child(t, Relation::nmod);
  for (const TokenIndex above : {t, kind}) {
    if (above == kNoToken) continue;
    for (TokenIndex c : tree_.children(above)) {
      if (c < above || tree_.relation(c) != Relation::appos || cast_.at(t) != nullptr) continue;
      const Mention* m = ensure(c);
      if (m == nullptr || m->grade != Grade::named) continue;
      cast_.alias(t, c);
      return true;
    }
  }
  return false;
}

// "dozens of soldiers": the phrase is about the soldiers.
bool PartyReader::delegate(TokenIndex t, Words core) {
  if (tree_.lemma(t) == "one" && delegate_to_name(t)) return true;
  for (TokenIndex c : tree_.children(t)) {
    if (c < t || tree_.relation(c) != Relation::nmod || tree_.preposition(c) != "of") continue;
    const Mention* m = ensure(c);
    if (m == nullptr || cast_.at(t) != nullptr) continue;
    Mention own = *m;
    own.head = t, own.first = core.first, own.last = std::max(core.last, m->last);
    own.subject = is_subject(t), own.plural = true, own.source = c;
    const ReferentId who = cast_.members(*m)[0].who;
    put_one(own, who);
    return true;
  }
  return false;
}

// "Two Israeli soldiers were wounded near Nablus, the army said": whose soldiers the sentence has named, theirs the
// army is. Empty for others than armies and police, and where several are named.
std::string_view PartyReader::code_of_force(TokenIndex t, std::string_view sector) const {
  if (sector != "MIL" && sector != "COP") return {};
  constexpr TokenIndex kFarthest = 40;
  const TokenIndex first =
      std::max(context_.analysis.sentences[tree_.sentence(t)].first, t > kFarthest ? t - kFarthest : 0);
  std::string_view code;
  for (TokenIndex w = first; w < t; ++w) {
    const Mention* m = cast_.at(w);
    if (m == nullptr || m->head != w || m->reason != Reason::role_owner) continue;
    const Who& who = cast_.first(*m).who;
    if (who.sector() != sector || who.code.empty() || who.code == code) continue;
    if (!code.empty()) return {};
    code = who.code;
  }
  return code;
}

// The country of those with the same backer that were named before.
std::string_view PartyReader::code_of_backed(std::string_view sponsor, std::string_view sector) const {
  for (std::uint32_t id = cast_.size(); id-- > 0;) {
    const Who& who = cast_.referent(id).who;
    if (!cast_.referent(id).named && who.sponsor == sponsor && who.sector() == sector && !who.code.empty())
      return who.code;
  }
  return {};
}

// "militias in the Middle East such as Hezbollah": the first example by the order of words, where the tree has tied it
// to another noun.
TokenIndex PartyReader::example_behind(TokenIndex t) const {
  const TokenIndex end = std::min(context_.analysis.sentences[tree_.sentence(t)].last, t + 8);
  for (TokenIndex w = t + 1; w + 2 < end; ++w) {
    if (tree_.lemma(w) == "such" && tree_.lemma(w + 1) == "as") return w + 2;
    if (tree_.is_verb(w) || tree_.form(w) == "," || tree_.form(w) == ";") return kNoToken;
    if (is_plural(w)) return kNoToken;  // it is that word's example
  }
  return kNoToken;
}

Who PartyReader::members_of_class(TokenIndex t, TokenIndex& source, TokenIndex& last) {
  if (const TokenIndex c = is_plural(t) ? example_behind(t) : kNoToken; c != kNoToken) {
    const Meaning* meaning = meanings_.at(c);
    if (meaning != nullptr && (meaning->sense == Sense::entity || meaning->sense == Sense::country)) {
      if (const Mention* m = ensure(meaning->head); m != nullptr) {
        source = meaning->head, last = m->last;
        return cast_.first(*m).who;
      }
    }
  }
  for (TokenIndex c : tree_.children(t)) {
    if (c < t || tree_.relation(c) != Relation::nmod) continue;
    const std::string_view preposition = tree_.preposition(c);
    if (preposition != "such" && preposition != "like" && preposition != "including" && preposition != "include")
      continue;
    const Meaning* meaning = meanings_.at(c);
    if (meaning == nullptr || (meaning->sense != Sense::entity && meaning->sense != Sense::country)) continue;
    const Mention* m = ensure(c);
    if (m == nullptr) continue;
    source = c, last = m->last;
    return cast_.first(*m).who;
  }
  return {};
}

}  // namespace masudi::coding
