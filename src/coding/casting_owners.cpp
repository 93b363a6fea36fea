// SPDX-License-Identifier: Apache-2.0
// Who stands behind a deed where the frame names nobody, and who is where it is done.
#include <array>

#include "coding/casting.h"

namespace masudi::coding {
namespace {

// Words are their owner's.
bool speaks_for_owner(std::string_view lemma) {
  static constexpr std::array<std::string_view, 15> kWords = {
      "announcement", "communique", "decree", "delegation", "editorial", "letter",    "measure", "message",
      "note",         "order",      "report", "resolution", "speech",    "statement", "tweet"};
  static_assert(std::ranges::is_sorted(kWords));
  return std::ranges::binary_search(kWords, lemma);
}

// Whoever needs no name to be an actor: soldiers, rebels, police.
bool is_force(const PartyMention& m) {
  static constexpr std::array<std::string_view, 7> kForces = {"COP", "CRM", "MIL", "PRM", "REB", "SPY", "UAF"};
  return !m.party.sectors.empty() && std::ranges::binary_search(kForces, m.party.sectors[0]);
}

// What states and forces do through others: their missiles strike, their ships bring aid.
bool is_done_through_others(EventType type) {
  return type == EventType::assault || type == EventType::coerce || type == EventType::mobilize ||
         type == EventType::aid || type == EventType::sanction;
}

}  // namespace

// What attacks are made with.
bool Casting::is_vehicle(std::string_view lemma) {
  static constexpr std::array<std::string_view, 13> kVehicles = {
      "aircraft",   "boat",  "car",       "drone", "helicopter", "jet",    "lorry",
      "motorcycle", "plane", "submarine", "truck", "van",        "vehicle"};
  static_assert(std::ranges::is_sorted(kVehicles));
  return std::ranges::binary_search(kVehicles, lemma);
}

// "an air force strike", "coalition raids", "two Israeli missiles struck", "on a visit, X said": who stands behind
// the deed where the frame's own slots are empty.
void Casting::look_for_owner(Draft& draft) {
  const TokenIndex head = draft.trigger.head;
  if (d_.entry(draft).kind == knowledge::TriggerKind::noun) {
    take_modifiers(draft, head);
    if (draft.actors.empty()) take_possessor_before(draft, head);
    if (draft.actors.empty() && draft.type == EventType::consult && draft.trigger.light == kNoToken)
      take_traveller(draft, head);
  } else if (tree_.is_verb(head)) {
    if (!is_done_through_others(draft.type)) return;
    if (draft.type == EventType::coerce && tree_.is_passive(head)) take_forbidding_state(draft, head);
    const TokenIndex subject = tree_.logical_subject(head);
    if (subject != kNoToken) take_modifiers(draft, content_of(tree_, subject));
    // "killed in coalition air raids", "in a special forces operation": the deed that the death hangs on.
    if (!tree_.is_passive(head)) return;
    for (TokenIndex c : tree_.children(head)) {
      if (tree_.relation(c) != Relation::obl || c < head || tree_.preposition(c) != "in") continue;
      if (!is_operation(c) && !d_.triggers.covers(draft.trigger, c)) continue;
      if (draft.actors.empty()) take_modifiers(draft, c);
      if (draft.actors.empty()) take_opponents(draft, c);
    }
  }
}

// "The party is banned in Turkey": by the state.
void Casting::take_forbidding_state(Draft& draft, TokenIndex verb) {
  static constexpr std::array<std::string_view, 5> kForbid = {"ban", "censor", "forbid", "outlaw", "prohibit"};
  if (!std::ranges::binary_search(kForbid, tree_.lemma(verb))) return;
  for (TokenIndex c : tree_.children(verb)) {
    if (tree_.relation(c) != Relation::obl || tree_.preposition(c) != "in") continue;
    find_at(c);
    take_found(draft, draft.actors, fmt::format("actor: where it is “{}”", tree_.form(verb)),
               [](const PartyMention& m) { return m.place || m.party.sectors != std::vector<std::string>{"GOV"}; });
  }
}

// "The Turkish statement called for calm", "a U.S. measure that bans flights", "a British letter urging calm".
void Casting::take_writer(Draft& draft) {
  const TokenIndex head = draft.trigger.head;
  if (!tree_.is_verb(head)) return;
  TokenIndex subject = tree_.logical_subject(head);
  const Relation r = tree_.relation(head);
  const bool relative = r == Relation::acl_relcl && (subject == kNoToken || tree_.upos(subject) == Upos::pron);
  if (relative || r == Relation::acl) subject = tree_.head(head);
  if (subject != kNoToken && speaks_for_owner(tree_.lemma(subject))) take_modifiers(draft, subject);
}

// A noun that tells what was done, with an entry of its own or without.
bool Casting::is_operation(TokenIndex noun) const {
  return draft_at_[noun] != 0 || tree_.lemma(noun) == "operation" || tree_.lemma(noun) == "raid";
}

// "killed in a clash with gunmen", "in an attack by rebels", "in a fight between two gangs".
void Casting::take_opponents(Draft& draft, TokenIndex noun) {
  for (TokenIndex c : tree_.children(noun)) {
    const std::string_view p = tree_.preposition(c);
    if (tree_.relation(c) != Relation::nmod || (p != "by" && p != "with" && p != "between")) continue;
    find_at(c);
    take_found(draft, draft.actors, fmt::format("actor: {} of “{}”", p, tree_.form(noun)),
               [&](const PartyMention& m) { return has_head(draft.recipients, m.head); });
    if (!draft.actors.empty()) return;
  }
}

void Casting::take_modifiers(Draft& draft, TokenIndex noun) {
  for (TokenIndex c : tree_.children(noun)) {
    const Relation r = tree_.relation(c);
    const bool adjective = r == Relation::amod && (tree_.upos(c) == Upos::adj || tree_.upos(c) == Upos::propn);
    if (!adjective && r != Relation::compound && r != Relation::nmod_poss) continue;
    if (d_.triggers.covers(draft.trigger, c) || is_vehicle(tree_.lemma(c))) continue;
    find_at(c);
    for (PartyMention& m : found_) {
      // "the Gaza offensive": a country that stands before the noun as it is tells where, unless abbreviated ("US
      // raids").
      const bool is_place = is_scene(draft, m) || (r == Relation::compound && !m.party.sectors.empty() &&
                                                   m.party.sectors[0] == "GOV" && tree_.form(c).size() > 4);
      if ((m.grade == Grade::generic && !is_force(m)) || is_place || is_bare_military(m, noun) ||
          has_head(draft.actors, m.head) || has_head(draft.recipients, m.head))
        continue;
      draft.paths.push_back(fmt::format("actor: stands before “{}”: {}", tree_.form(noun), d_.parties.why(m)));
      draft.actors.push_back(std::move(m));
    }
    if (!draft.actors.empty()) return;
  }
}

// "Secretary of State X's unannounced visit", where the tree went astray: the party that ends in the 's before the
// noun.
void Casting::take_possessor_before(Draft& draft, TokenIndex noun) {
  constexpr int kModifiers = 4;
  TokenIndex t = noun;
  for (int steps = 0; t > 0 && steps < kModifiers; ++steps) {
    --t;
    if (tree_.sentence(t) != tree_.sentence(noun)) return;
    if (tree_.xpos(t) == Xpos::pos) break;
    if (tree_.upos(t) != Upos::adj && tree_.upos(t) != Upos::noun && tree_.upos(t) != Upos::num &&
        tree_.upos(t) != Upos::propn && tree_.upos(t) != Upos::verb)
      return;
  }
  if (t == 0 || tree_.xpos(t) != Xpos::pos) return;
  TokenIndex owner = t - 1;
  for (int steps = 0; owner != kNoToken && steps < 4; ++steps, owner = tree_.head(owner)) {
    if (owner >= noun || tree_.is_verb(owner)) return;
    find_only_at(owner);
    take_found(draft, draft.actors, fmt::format("actor: before the ’s of “{}”", tree_.form(noun)),
               [&](const PartyMention& m) { return m.grade == Grade::generic || has_head(draft.recipients, m.head); });
    if (!draft.actors.empty()) return;
  }
}

// "X, on a visit to Y, said …": whom the phrase hangs on, or the subject of its clause.
void Casting::take_traveller(Draft& draft, TokenIndex noun) {
  const std::string_view p = tree_.preposition(noun);
  if (p != "on" && p != "during" && p != "in" && p != "after" && p != "for" && p != "following" && p != "before")
    return;
  const TokenIndex up = tree_.head(noun);
  if (up == kNoToken) return;
  const TokenIndex who = tree_.is_verb(up) ? tree_.logical_subject(up) : up;
  if (who == kNoToken) return;
  find_at(who);
  take_found(draft, draft.actors, fmt::format("actor: subject of the clause of “{}”", tree_.form(noun)),
             [&](const PartyMention& m) { return m.grade == Grade::generic; });
}

// "the mosque attack", "the Paris attacks": who is there; "anti-government protests": whom they are against.
void Casting::look_at_scene(Draft& draft) {
  const TokenIndex noun = draft.trigger.head;
  if (draft.type == EventType::protest || draft.type == EventType::accuse) take_opposed(draft, noun);
  if (d_.entry(draft).kind != knowledge::TriggerKind::noun || draft.type != EventType::assault) return;
  for (TokenIndex c : tree_.children(noun)) {
    if (c > noun || tree_.relation(c) != Relation::compound || d_.triggers.covers(draft.trigger, c) ||
        is_vehicle(tree_.lemma(c)))
      continue;
    find_only_at(c);
    std::erase_if(found_, [](const PartyMention& m) { return is_force(m) && !m.place; });  // "military operation"
    take_found(draft, draft.recipients, fmt::format("recipient: stands before “{}”", tree_.form(noun)),
               [&](const PartyMention& m) { return !is_scene(draft, m) || has_head(draft.actors, m.head); });
    if (!draft.recipients.empty()) return;
  }
}

void Casting::take_opposed(Draft& draft, TokenIndex noun) {
  const auto& sentence = d_.context.analysis.sentences[tree_.sentence(noun)];
  constexpr TokenIndex kBefore = 5;  // words before the noun that may be parts of "anti-government"
  const TokenIndex from = std::max(sentence.first, noun > kBefore ? noun - kBefore : 0);
  for (TokenIndex t = from; t < noun; ++t) {
    const std::string_view form = tree_.form(t);
    if (!form.starts_with("anti") && !form.starts_with("Anti")) continue;
    // Parted at the hyphen or whole.
    const bool parted = form.size() == 4 && t + 2 < noun && tree_.xpos(t + 1) == Xpos::hyph;
    if (!parted && (form.size() < 6 || form[4] != '-')) continue;
    found_.clear();
    parted ? d_.parties.only_at(t + 2, found_) : d_.parties.opposed(t, found_);
    take_found(draft, draft.recipients, fmt::format("recipient: “{}” before “{}”", form, tree_.form(noun)));
    if (!draft.recipients.empty()) return;
  }
}

// "Kenya reports clashes with raiders", "its deal with the firm": of two sides of which one is named, the other is
// the subject of the clause.
void Casting::take_own_side(Draft& draft) {
  const Relation relation = tree_.relation(draft.trigger.head);  // of a noun, also where it is tagged as a verb
  if (d_.entry(draft).kind != knowledge::TriggerKind::noun && relation != Relation::obj && relation != Relation::obl)
    return;
  TokenIndex up = tree_.head(draft.trigger.anchor());
  for (int steps = 0; up != kNoToken && steps < 4; ++steps, up = tree_.head(up)) {
    if (!tree_.is_verb(up)) continue;
    const TokenIndex subject = tree_.logical_subject(up);
    if (subject == kNoToken) continue;
    find_at(subject);
    take_found(draft, draft.actors, fmt::format("actor: subject of the clause of “{}”", tree_.form(draft.trigger.head)),
               [&](const PartyMention& m) {
                 return m.grade == Grade::generic || has_head(partners_, m.head) || shares_code(partners_, m);
               });
    return;
  }
}

}  // namespace masudi::coding
