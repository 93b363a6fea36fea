// SPDX-License-Identifier: Apache-2.0
// To whom a role word belongs: "Iraqi troops", "Iranian-backed militias in Iraq", "Ukraine's president", "police in
// Nairobi".
#include "base/hash.h"
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

using words::Link;

bool is_hyphen(std::string_view form) { return form == "-" || form == "–" || form == "‑"; }

std::string_view lower(std::string_view form, std::string& out) {
  out.assign(form);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

}  // namespace

void PartyReader::Owner::add(std::string_view code, TokenIndex token) {
  if (code.empty() || count == kMost) return;
  for (std::size_t i = 0; i < count; ++i) {
    if (codes[i] == code) return;
  }
  codes[count] = code, tokens[count] = token;
  ++count;
  if (source == kNoToken) source = token;
}

PartyReader::Owner PartyReader::owner_of(TokenIndex t, Words core, Words without) {
  Owner owner;
  owners_before(t, core, without, owner);
  if (const TokenIndex p = tree_.child(t, Relation::nmod_poss);
      p != kNoToken && (owner.count == 0 || !owner.body.known())) {
    take_owner(p, owner);
  }
  owner_after(t, owner);
  if (owner.count == 0) owner_in_apposition(t, owner);
  backer_in_clause(t, owner);
  return owner;
}

// "the attacker, a 35-year-old Tunisian", "two men, Syrian nationals": the country that the apposition gives.
void PartyReader::owner_in_apposition(TokenIndex t, Owner& owner) {
  for (TokenIndex c : tree_.children(t)) {
    if (c < t || tree_.relation(c) != Relation::appos) continue;
    const Meaning* meaning = meanings_.at(c);
    if (meaning == nullptr) continue;
    if (meaning->sense == Sense::nationality) return owner.add(meaning->code, c);
    if (meaning->sense != Sense::role) continue;
    const Mention* m = ensure(c);
    if (m != nullptr && m->reason == Reason::role_owner) return owner.add(cast_.first(*m).who.code, c);
  }
}

// The words before the head in the order of the text, without the possessor's and the name's own words.
void PartyReader::owners_before(TokenIndex t, Words core, Words without, Owner& owner) {
  TokenIndex from = core.first;
  if (const TokenIndex p = tree_.child(t, Relation::nmod_poss); p != kNoToken && p < t) from = std::max(from, p + 1);
  std::string buffer;
  for (TokenIndex w = from; w < core.last; ++w) {
    if (w >= without.first && w < without.last) {
      // A role word with a name of its own: "Israeli settlement", "NATO commander".
      const Meaning* own = meanings_.at(w);
      const std::string_view form = tree_.form(w);
      if (w != t && own != nullptr && own->sense == Sense::role && form[0] >= 'A' && form[0] <= 'Z') {
        const std::string_view word = context_.knowledge.text(context_.knowledge.roles()[own->id].word);
        if (word.find(form) != std::string_view::npos) owner.add(code_in_compound(form), w);
      }
      continue;
    }
    const Meaning* meaning = meanings_.at(w);
    const std::string_view form = tree_.form(w);
    if (meaning == nullptr || meaning->last > core.last) {
      if (w < t && words::one_of(tree_.lemma(w), {"former", "ex", "ousted", "deposed", "ex-"})) owner.former = true;
      const auto hyphen = form.find('-');
      if (hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < form.size()) {
        const std::string_view tail = lower(form.substr(hyphen + 1), buffer);
        const Link link = words::link(tail);
        if (form.substr(0, hyphen) == "pro" || form.substr(0, hyphen) == "Pro") {
          owner.sponsor = code_in_compound(form.substr(hyphen + 1));
        } else if (link == Link::sponsor) {
          owner.sponsor = code_in_compound(form.substr(0, hyphen));
        } else if (link == Link::led || link == Link::held || link == Link::based) {
          owner.led |= link == Link::led;
          owner.add(code_in_compound(form.substr(0, hyphen)), w);
        }
      }
      continue;
    }
    if (meaning->sense == Sense::role) {
      if (meaning->head != t && w == meaning->first && !owner.body.known()) {
        // "police spokesman", "foreign ministry official": the body that speaks.
        const knowledge::RoleRecord& role = context_.knowledge.roles()[meaning->id];
        if ((role.flags & knowledge::kRoleCollective) != 0 && meaning->last <= t) {
          owner.body.sectors = context_.knowledge.text(role.sectors);
          // "coalition bases in Iraq" are the coalition's.
          if (context_.knowledge.text(role.word) == "coalition" && is_military(t))
            owner.body.code = "IGO", owner.body.sectors = "MIL";
        }
      }
      w = meaning->last - 1;
      continue;
    }
    const Who named = who(*meaning);
    const TokenIndex next = meaning->last;
    Link link = Link::none;
    bool prefixed = false;
    if (next + 1 < core.last && is_hyphen(tree_.form(next))) link = words::link(lower(tree_.form(next + 1), buffer));
    const std::string_view before = w > 0 ? tree_.form(w - 1) : std::string_view{};
    if (before.ends_with('-') || is_hyphen(before)) {  // "pro-EU": two words or three
      const bool apart = is_hyphen(before) && w > 1;
      std::string_view prefix = lower(apart ? tree_.form(w - 2) : before, buffer);
      if (prefix.ends_with('-')) prefix.remove_suffix(1);
      prefixed = prefix == "pro" || prefix == "anti";
      if (prefix == "pro") owner.sponsor = named.code;
    }
    w = meaning->last - 1;
    if (prefixed || link == Link::other) continue;
    if (link == Link::sponsor) {
      if (!named.code.empty()) owner.sponsor = named.code;
      continue;
    }
    owner.led |= link == Link::led;
    owner.add(named.code, meaning->head);
    if (meaning->sense == Sense::entity && link != Link::led) owner.body = named, owner.source = meaning->head;
  }
}

// Whether the head is a word for soldiers, their deeds or what is theirs: "coalition troops", not "coalition partners".
bool PartyReader::is_military(TokenIndex t) const {
  const Meaning* m = meanings_.at(t);
  if (m == nullptr || m->sense != Sense::role) return words::attack(tree_.lemma(t));
  return context_.knowledge.text(context_.knowledge.roles()[m->id].sectors).starts_with("MIL");
}

// A possessor or noun after the head that owns it: its country, and its sector where it is a body.
void PartyReader::take_owner(TokenIndex p, Owner& owner) {
  const Mention* m = ensure(p);
  if (m == nullptr) return owner.add(code_of(p), p);
  for (const Member& member : cast_.members(*m)) {
    const Referent& r = cast_.referent(member.who);
    owner.add(r.who.code, member.token);
    if (r.nature == Nature::organisation && !owner.body.known()) owner.body = r.who;
  }
  if (const TokenIndex other = joined_possessor(tree_, *m); other != kNoToken) {
    const Mention* joined = ensure(other);
    if (joined != nullptr && cast_.first(*joined).nature == Nature::state)
      owner.add(cast_.first(*joined).who.code, other);
  }
  add_joined(p, owner, 0);
}

// "the leaders of France, Italy and Germany", "of the United States of America and Italy", whose list hangs on
// "America"; "representatives of Egypt and the Arab League"
void PartyReader::add_joined(TokenIndex p, Owner& owner, std::size_t depth) {
  if (depth == Owner::kMost) return;
  const Words name = name_at(p);
  for (TokenIndex w = name.first; w < name.last; ++w) {
    for (TokenIndex c : tree_.children(w)) {
      if (c < p || tree_.relation(c) != Relation::conj || !tree_.is_nominal(c)) continue;
      if (const Mention* joined = ensure(c); joined != nullptr) {
        const Referent& r = cast_.first(*joined);
        const bool body = words::one_of(r.who.code, {"EUR", "IGO", "UNO"});
        if (r.nature == Nature::state || (r.nature != Nature::place && body)) owner.add(r.who.code, c);
      }
      add_joined(c, owner, depth + 1);
    }
  }
}

void PartyReader::owner_after(TokenIndex t, Owner& owner) {
  TokenIndex best = kNoToken;
  int best_rank = 0;
  for (TokenIndex c : tree_.children(t)) {
    if (c < t || tree_.relation(c) != Relation::nmod) continue;
    const int rank = words::owner_rank(tree_.preposition(c));
    if (rank <= best_rank) continue;
    const Meaning* meaning = meanings_.at(c);
    if (tree_.preposition(c) == "for" && meaning != nullptr && meaning->is_geographic() && is_sent_out(t)) continue;
    const bool useful = meaning != nullptr || tree_.upos(c) == Upos::propn || tree_.upos(c) == Upos::pron || rank == 5;
    if (!useful) continue;
    best = c, best_rank = rank;
  }
  if (best == kNoToken) best = represented_by(t), best_rank = 5;
  if (best == kNoToken) return;
  if (best_rank == 5 && owner.count == 1 && words::one_of(owner.body.code, {"IGO", "EUR", "UNO"})) {
    // "the G7 foreign ministers of Canada, France and Japan": the members, not the body.
    Owner members;
    take_owner(best, members);
    if (members.count > 1) owner = members;
  }
  if (owner.count > 0 && (best_rank < 4 || owner.body.known())) return;
  if (best_rank <= 3 && shares_nation(t)) return;
  const std::size_t before = owner.count;
  if (before > 0) {
    // "the Turkish head of the agency": the country is said already, the body is new.
    if (const Mention* m = ensure(best); m != nullptr && cast_.first(*m).nature == Nature::organisation)
      owner.body = cast_.first(*m).who;
    return;
  }
  take_owner(best, owner);
  if (owner.count > 0) return;
  // "the leaders of the coup in Mali", "the director of news for AFP"
  for (TokenIndex c : tree_.children(best)) {
    const Meaning* inner = c < best || tree_.relation(c) != Relation::nmod ? nullptr : meanings_.at(c);
    if (inner == nullptr || owner.count > 0) continue;
    if (inner->is_geographic()) owner.add(inner->code, c);
    if (inner->sense == Sense::entity) take_owner(c, owner);
  }
}

// "American diplomats and officers in Iraq": what stands before the first is said of both, wherever they are.
bool PartyReader::shares_nation(TokenIndex t) const {
  const TokenIndex up = tree_.head(t);
  const Meaning* role = meanings_.at(t);
  if (tree_.relation(t) != Relation::conj || up == kNoToken || role == nullptr || role->sense != Sense::role)
    return false;
  if ((context_.knowledge.roles()[role->id].flags & knowledge::kRoleState) == 0 || tree_.has_child(t, Relation::det))
    return false;
  const TokenIndex nation = tree_.child(up, Relation::amod);
  const Meaning* m = nation == kNoToken ? nullptr : meanings_.at(nation);
  return m != nullptr && m->sense == Sense::nationality && cast_.at(up) != nullptr;
}

// "Special Representative for the DPRK": the country after "for" is where such are sent, or what they deal with.
bool PartyReader::is_sent_out(TokenIndex t) const {
  const Meaning* m = meanings_.at(t);
  if (m == nullptr || m->sense != Sense::role) return false;
  return words::one_of(context_.knowledge.text(context_.knowledge.roles()[m->id].word),
                       {"special representative", "special envoy", "envoy", "peace envoy", "coordinator", "rapporteur",
                        "special rapporteur", "mediator"});
}

// "delegates representing the rebels"
TokenIndex PartyReader::represented_by(TokenIndex t) const {
  for (TokenIndex c : tree_.children(t)) {
    const Relation r = tree_.relation(c);
    if (c > t && (r == Relation::acl || r == Relation::acl_relcl) && tree_.lemma(c) == "represent")
      return tree_.logical_object(c);
  }
  return kNoToken;
}

// "militia that are aligned with Iran", "groups backed by Turkey".
void PartyReader::backer_in_clause(TokenIndex t, Owner& owner) {
  if (!owner.sponsor.empty()) return;
  for (TokenIndex c : tree_.children(t)) {
    const Relation r = tree_.relation(c);
    if (c < t || (r != Relation::acl && r != Relation::acl_relcl)) continue;
    std::string buffer;
    if (words::link(lower(tree_.form(c), buffer)) != Link::sponsor) continue;
    for (TokenIndex backer : tree_.children(c)) {
      const Relation b = tree_.relation(backer);
      if (backer < c || (b != Relation::obl && b != Relation::obl_agent)) continue;
      const std::string_view preposition = tree_.preposition(backer);
      if (preposition != "with" && preposition != "by" && preposition != "to") continue;
      owner.sponsor = code_of(backer);
      if (!owner.sponsor.empty()) return;
    }
  }
  if (owner.sponsor.empty()) owner.sponsor = backer_behind(t);
}

// The same by the order of words, where the tree has tied the clause to another noun.
std::string_view PartyReader::backer_behind(TokenIndex t) {
  const TokenIndex end = context_.analysis.sentences[tree_.sentence(t)].last;
  constexpr TokenIndex kBetween = 4;  // "that are closely"
  std::string buffer;
  for (TokenIndex w = t + 1; w < std::min(end, t + 1 + kBetween); ++w) {
    if (words::link(lower(tree_.form(w), buffer)) == Link::sponsor && tree_.is_verb(w)) {
      if (w + 2 >= end || !words::one_of(tree_.lemma(w + 1), {"with", "by", "to"})) return {};
      TokenIndex backer = w + 2;
      if (tree_.upos(backer) == Upos::det && backer + 1 < end) ++backer;
      return code_of(backer);
    }
    const Upos tag = tree_.upos(w);
    if (tag != Upos::aux && tag != Upos::adv && !words::relative(tree_.xpos(w)) && tree_.lemma(w) != "that") return {};
  }
  return {};
}

// The country of one half of "pro-Russian" or "U.S.-backed" where the tokenizer leaves it whole.
std::string_view PartyReader::code_in_compound(std::string_view part) const {
  return who_in_compound(context_.knowledge, part, context_.document.date).code;
}

}  // namespace masudi::coding
