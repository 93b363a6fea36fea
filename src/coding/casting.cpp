// SPDX-License-Identifier: Apache-2.0
#include "coding/casting.h"

namespace masudi::coding {

void Casting::cast(Draft& draft) {
  fillers_.clear();
  roles_.actors(draft.trigger, fillers_);
  take_first(draft, fillers_, "actor", draft.actors, draft.recipients);
  take_likewise(draft);
  if (draft.actors.empty()) take_writer(draft);
  if (d_.entry(draft).reciprocal != 0) {
    fillers_.clear();
    roles_.partners(draft.trigger, fillers_);
    take_first(draft, fillers_, "actor", partners_, draft.actors);
    if (draft.actors.empty() && !partners_.empty()) take_own_side(draft);
    if (!draft.actors.empty()) draft.partners = static_cast<std::uint32_t>(partners_.size());
    for (PartyMention& p : partners_) draft.actors.push_back(std::move(p));
    partners_.clear();
  }
  take_accused(draft);
  fillers_.clear();
  roles_.recipients(draft.trigger, fillers_);
  take_first(draft, fillers_, "recipient", draft.recipients, draft.actors);
  if (draft.actors.empty()) look_for_owner(draft);
  if (draft.recipients.empty()) take_asked(draft);
  if (draft.recipients.empty()) look_at_scene(draft);
  if (draft.recipients.empty()) look_inside(draft);
  if (draft.actors.empty()) take_speaker(draft);
  if (draft.recipients.empty()) look_in_content(draft);
  find_via(draft);
}

// Once second mentions have their parties: "condemned the attack" of the sentence before.
void Casting::complete(Draft& draft) {
  if (draft.recipients.empty()) look_inside(draft);
  if (draft.recipients.empty()) look_back(draft);
  if (draft.recipients.empty()) take_provoked(draft);
  if (draft.actors.empty()) take_court(draft);
  take_own_army(draft);
  take_sides_of_clash(draft);
}

// The parties of the first filler that names any, without those that play the other part already.
void Casting::take_first(Draft& draft, const std::vector<Filler>& fillers, std::string_view role, Mentions& out,
                         const Mentions& others) {
  for (const Filler& filler : fillers) {
    find_at(filler.head);
    for (PartyMention& m : found_) {
      if (has_head(others, m.head) || has_head(out, m.head)) continue;
      if (&out == &draft.actors && cannot_act(draft, m)) continue;
      if (filler.before && is_bare_military(m, draft.trigger.head)) continue;
      if (filler.before && &out == &draft.actors && (is_scene(draft, m) || is_vehicle(tree_.lemma(filler.head))))
        continue;
      draft.paths.push_back(
          fmt::format("{}: {} of “{}”: {}", role, filler.slot, tree_.form(draft.trigger.head), d_.parties.why(m)));
      out.push_back(std::move(m));
    }
    if (!out.empty()) return;
  }
}

// "Iran welcomed the outcome, as did Iraq", "so have Turkey and Egypt": those who did the same.
void Casting::take_likewise(Draft& draft) {
  const TokenIndex verb = draft.trigger.anchor();
  if (draft.actors.empty() || !tree_.is_verb(verb)) return;
  const TokenIndex last = d_.context.analysis.sentences[tree_.sentence(verb)].last;
  for (TokenIndex t = verb + 2; t + 1 < last; ++t) {
    const std::string_view before = tree_.form(t - 1), lemma = tree_.lemma(t);
    if ((before != "as" && before != "so") || (lemma != "do" && lemma != "have") || tree_.head(t) != verb) continue;
    const Upos next = tree_.upos(t + 1);
    if (next == Upos::verb || next == Upos::aux || next == Upos::part || next == Upos::adv) continue;
    TokenIndex who = t + 1;
    while (who < last && !d_.parties.heads(who) && tree_.upos(who) != Upos::punct) ++who;
    if (who == last) return;
    find_at(who);
    return take_found(draft, draft.actors, fmt::format("actor: did as “{}” says", tree_.form(verb)),
                      [&](const PartyMention& m) { return has_head(draft.actors, m.head); });
  }
}

// "the mosque attack", "the Paris attacks", "car bombing": what stands before the word for a deed tells where or
// with what, not who.
bool Casting::is_scene(const Draft& draft, const PartyMention& m) {
  const bool town = m.place && !m.party.sectors.empty() && m.party.sectors[0] == "CVL";
  return draft.type == EventType::assault && (m.thing || town);
}

// "the military strike" after others did it: theirs.
bool Casting::is_bare_military(const PartyMention& m, TokenIndex noun) const {
  return m.by_story && tree_.lemma(m.head) == "military" && points_back(tree_, noun);
}

// "Car bombs in Baghdad and two other towns killed 12": towns and buildings kill nobody.
// "Those found to have carried out attacks" are nobody in particular.
bool Casting::cannot_act(const Draft& draft, const PartyMention& m) const {
  if (!is_grave(draft.type)) return false;
  if (m.grade == Grade::generic && tree_.xpos(m.head) == Xpos::dt) return draft.type != EventType::protest;
  if (names_nobody(tree_, m.head)) return true;  // "No group claimed the attack"
  return m.place && (m.party.sectors.empty() || m.party.sectors[0] == "CVL");
}

// "through Turkey", "via Oman", "through back channels in countries like Turkey": who carries it. Looked for in all
// that hangs on the trigger, since parsers tie such phrases to its subject or object as well.
void Casting::find_via(Draft& draft) {
  const TokenIndex base = draft.trigger.anchor();
  const auto& sentence = d_.context.analysis.sentences[tree_.sentence(base)];
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    const std::string_view lemma = tree_.lemma(t);
    if ((lemma != "through" && lemma != "via") || !tree_.dominates(base, t)) continue;
    TokenIndex noun = tree_.head(t);
    while (noun != kNoToken && (tree_.relation(noun) == Relation::compound || tree_.relation(noun) == Relation::amod))
      noun = tree_.head(noun);
    if (noun == kNoToken || tree_.is_verb(noun)) continue;
    found_.clear();
    members_below(noun, 0);
    if (found_.empty()) d_.parties.at(noun, found_);
    take_found(draft, draft.via, fmt::format("via: “{}”", lemma), [&](const PartyMention& m) {
      return m.grade == Grade::generic || has_head(draft.via, m.head) || has_head(draft.actors, m.head) ||
             has_head(draft.recipients, m.head);
    });
  }
}

// "regional partners including Turkey", "channels in countries like Turkey": the members that are named.
void Casting::members_below(TokenIndex t, int depth) {
  for (TokenIndex c : tree_.children(t)) {
    if (c < t || depth > 2 || tree_.relation(c) != Relation::nmod) continue;
    const std::string_view p = tree_.preposition(c);
    if (p == "including" || p == "include" || p == "like" || p == "such") d_.parties.at(c, found_);
    if (found_.empty()) members_below(c, depth + 1);
  }
}

void cast_parties(const Drafting& drafting, const std::vector<std::uint32_t>& draft_at, std::vector<Draft>& drafts) {
  Casting casting(drafting, draft_at, drafts);
  // Nouns first: verbs ask who does what they are about.
  for (const bool nouns : {true, false}) {
    for (Draft& draft : drafts) {
      if ((drafting.entry(draft).kind == knowledge::TriggerKind::noun) == nouns) casting.cast(draft);
    }
  }
  share_in_lists(drafting, drafts);
  share_doers(drafting, drafts);
}

void complete_parties(const Drafting& drafting, const std::vector<std::uint32_t>& draft_at,
                      std::vector<Draft>& drafts) {
  Casting casting(drafting, draft_at, drafts);
  for (Draft& draft : drafts) {
    if (draft.dropped.empty()) casting.complete(draft);
  }
}

}  // namespace masudi::coding
