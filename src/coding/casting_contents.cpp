// SPDX-License-Identifier: Apache-2.0
// Whom a trigger concerns by what it is about: what is condemned, asked for, said.
#include <array>

#include "coding/casting.h"

namespace masudi::coding {
namespace {

// The types of the deeds that a noun may speak of.
std::span<const EventType> deeds_called(std::string_view lemma) {
  struct Called {
    std::string_view lemma;
    EventType types[2];
  };
  using enum EventType;
  static constexpr std::array<Called, 26> kCalled = {{
      {"accord", {agree, support}},       {"accusation", {accuse, accuse}},  {"agreement", {agree, support}},
      {"allegation", {accuse, accuse}},   {"appeal", {request, request}},    {"arrest", {coerce, coerce}},
      {"attack", {assault, assault}},     {"ban", {coerce, sanction}},       {"bombing", {assault, assault}},
      {"call", {request, request}},       {"charge", {accuse, accuse}},      {"claim", {accuse, accuse}},
      {"crackdown", {coerce, assault}},   {"deal", {agree, support}},        {"demand", {request, request}},
      {"incursion", {assault, mobilize}}, {"invasion", {assault, mobilize}}, {"killing", {assault, assault}},
      {"offensive", {assault, assault}},  {"offer", {agree, agree}},         {"operation", {assault, mobilize}},
      {"raid", {assault, coerce}},        {"request", {request, request}},   {"sanction", {sanction, sanction}},
      {"strike", {assault, assault}},     {"threat", {threaten, threaten}},
  }};
  static_assert(std::ranges::is_sorted(kCalled, {}, &Called::lemma));
  const auto at = std::ranges::lower_bound(kCalled, lemma, {}, &Called::lemma);
  if (at == kCalled.end() || at->lemma != lemma) return {};
  return at->types;
}

}  // namespace

// "condemned Russia's invasion": whoever does what is condemned; "seized an Iranian tanker": whose it is.
void Casting::look_inside(Draft& draft) {
  fillers_.clear();
  roles_.recipients(draft.trigger, fillers_);
  for (const Filler& filler : fillers_) {
    const TokenIndex noun = content_of(tree_, filler.head);
    if (noun >= draft_at_.size()) continue;
    if (const std::uint32_t at = draft_at_[noun]; at != 0 && &drafts_[at - 1] != &draft) {
      take_doers(draft, drafts_[at - 1]);
      for (TokenIndex c : tree_.children(noun)) {
        const bool joined = tree_.relation(c) == Relation::conj || tree_.relation(c) == Relation::appos;
        if (joined && draft.recipients.empty() && draft_at_[c] != 0) take_doers(draft, drafts_[draft_at_[c] - 1]);
      }
      if (!draft.recipients.empty()) {
        draft.paths.push_back(fmt::format("recipient: who does what “{}” is about", tree_.form(draft.trigger.head)));
        return;
      }
    }
    if (!undergone(noun)) take_owner(draft, noun);
    if (!draft.recipients.empty()) return;
  }
}

// "Iran denied the accusation", "The operation was condemned", "the border agreement is void": whoever did the deed
// that an earlier sentence told, where the noun makes no event of its own.
void Casting::look_back(Draft& draft) {
  if (draft.type != EventType::accuse && draft.type != EventType::reject && draft.type != EventType::support) return;
  fillers_.clear();
  roles_.recipients(draft.trigger, fillers_);
  fillers_.push_back({draft.trigger.object, "object"});
  for (TokenIndex w : d_.triggers.words(draft.trigger)) fillers_.push_back({w, "word"});
  for (const Filler& filler : fillers_) {
    const TokenIndex noun = filler.head == kNoToken ? kNoToken : content_of(tree_, filler.head);
    if (noun == kNoToken || tree_.is_verb(noun) || !points_back(tree_, noun)) continue;
    const auto types = deeds_called(tree_.lemma(noun));
    if (std::ranges::find(types, draft.type) != types.end()) return;  // who signs the agreement makes it
    const Draft* deed = earlier_deed(draft, types);
    if (deed == nullptr) continue;
    take_doers(draft, *deed);
    draft.paths.push_back(fmt::format("recipient: who did what “{}” points back to", tree_.form(noun)));
    return;
  }
}

// The last deed of one of the types in the sentences before, by others than the actors of the draft alone.
const Draft* Casting::earlier_deed(const Draft& draft, std::span<const EventType> types) const {
  constexpr std::uint32_t kFarBack = 8;  // sentences
  const std::uint32_t sentence = tree_.sentence(draft.trigger.head);
  for (std::size_t k = static_cast<std::size_t>(&draft - drafts_.data()); k-- > 0;) {
    const Draft& d = drafts_[k];
    const std::uint32_t at = tree_.sentence(d.trigger.head);
    if (at + kFarBack < sentence) return nullptr;
    if (at == sentence || !d.dropped.empty() || std::ranges::find(types, d.type) == types.end()) continue;
    if (std::ranges::any_of(d.actors, [&](const PartyMention& m) { return !shares_code(draft.actors, m); })) return &d;
  }
  return nullptr;
}

// "the priest's murder": its owner is no doer.
bool Casting::undergone(TokenIndex noun) const {
  const std::uint32_t at = draft_at_[noun];
  const TokenIndex owner = tree_.child(noun, Relation::nmod_poss);
  return at != 0 && owner != kNoToken && has_head(drafts_[at - 1].recipients, owner);
}

void Casting::take_doers(Draft& draft, const Draft& deed) {
  for (const PartyMention& m : deed.actors) {
    if (!has_head(draft.actors, m.head)) draft.recipients.push_back(m);
  }
}

void Casting::take_owner(Draft& draft, TokenIndex noun) {
  for (const Relation wanted : {Relation::nmod_poss, Relation::amod, Relation::compound, Relation::nmod}) {
    for (TokenIndex c : tree_.children(noun)) {
      if (tree_.relation(c) != wanted) continue;
      // Of a deed, "of" tells whom it was done to, not who did it.
      if (wanted == Relation::nmod && draft_at_[noun] != 0 && tree_.preposition(c) == "of") continue;
      if (wanted == Relation::nmod && tree_.preposition(c) != "of" && tree_.preposition(c) != "by" &&
          tree_.preposition(c) != "from")
        continue;
      find_at(c);
      take_found(draft, draft.recipients, fmt::format("recipient: owner of “{}”", tree_.form(noun)),
                 [&](const PartyMention& m) { return has_head(draft.actors, m.head) || m.grade == Grade::generic; });
      if (!draft.recipients.empty()) return;
    }
  }
}

// "refused to grant a visa to X", "threatened to suspend talks with Y", "rejects calls from Z": of words, also whom
// their content names, if it is somebody else.
void Casting::look_in_content(Draft& draft) {
  if (draft.type == EventType::mobilize) return look_at_purpose(draft);
  switch (draft.type) {
    case EventType::request:
    case EventType::reject:
    case EventType::threaten:
    case EventType::accuse:
    case EventType::agree: break;
    default: return;
  }
  if (draft.actors.empty() || d_.entry(draft).reciprocal != 0) return;
  const TokenIndex base = draft.trigger.anchor();
  for (TokenIndex w : d_.triggers.words(draft.trigger)) {
    if (draft.recipients.empty()) search_below(draft, w, 0);
  }
  if (draft.recipients.empty()) search_below(draft, base, 0);
  if (draft.recipients.empty() && draft.type == EventType::threaten) look_at_condition(draft, base);
}

// "will strike unless the company pays": who could prevent it.
void Casting::look_at_condition(Draft& draft, TokenIndex verb) {
  const TokenIndex told = told_in_condition(tree_, verb);
  if (told == kNoToken) return;
  find_at(told);
  take_found(draft, draft.recipients, "recipient: whom the condition speaks of",
             [&](const PartyMention& m) { return is_actors_side(draft, m); });
}

// "deployed to deter Iran": whom a move is against.
void Casting::look_at_purpose(Draft& draft) {
  static constexpr std::array<std::string_view, 18> kAgainst = {
      "arrest", "attack",   "combat", "confront", "contain",    "counter", "crush", "deal",     "defeat",
      "deter",  "disperse", "fight",  "hunt",     "intimidate", "quell",   "repel", "suppress", "threaten"};
  const TokenIndex base = draft.trigger.anchor();
  for (TokenIndex t = base + 1; t < tree_.size() && tree_.sentence(t) == tree_.sentence(base); ++t) {
    if (!std::ranges::binary_search(kAgainst, tree_.lemma(t)) || tree_.xpos(t) != Xpos::vb || !tree_.dominates(base, t))
      continue;
    for (TokenIndex c : tree_.children(t)) {
      const bool aim =
          tree_.relation(c) == Relation::obj ||
          (tree_.lemma(t) == "deal" && tree_.relation(c) == Relation::obl && tree_.preposition(c) == "with");
      if (!aim) continue;
      find_at(c);
      take_found(
          draft, draft.recipients, fmt::format("recipient: whom it is to “{}”", tree_.lemma(t)),
          [&](const PartyMention& m) { return has_head(draft.actors, m.head) || has_head(draft.recipients, m.head); });
    }
    return;
  }
}

void Casting::search_below(Draft& draft, TokenIndex t, int depth) {
  if (depth > 3) return;
  for (TokenIndex c : tree_.children(t)) {
    if (!draft.recipients.empty()) return;
    switch (tree_.relation(c)) {
      case Relation::obj:
      case Relation::iobj:
      case Relation::xcomp:
      case Relation::ccomp:
      case Relation::nmod_poss:
      case Relation::amod:
      case Relation::compound: break;
      case Relation::obl:
      case Relation::nmod: {
        const std::string_view p = tree_.preposition(c);
        if (p != "to" && p != "with" && p != "from" && p != "of" && p != "by" && p != "against" && p != "on") continue;
        // "condemned the murder of the judge": whom it was done to.
        if (p == "of" && draft_at_[t] != 0 && is_grave(drafts_[draft_at_[t] - 1].type)) continue;
        break;
      }
      default: continue;
    }
    find_at(c);
    take_found(draft, draft.recipients,
               fmt::format("recipient: named in what “{}” is about", tree_.form(draft.trigger.head)),
               [&](const PartyMention& m) { return m.grade == Grade::generic || is_actors_side(draft, m); });
    if (draft.recipients.empty()) search_below(draft, c, depth + 1);
  }
}

// A judgement inside a quotation is the speaker's ("The attacks are unacceptable," X said).
void Casting::take_speaker(Draft& draft) {
  if (draft.type != EventType::accuse && draft.type != EventType::support && draft.type != EventType::request &&
      draft.type != EventType::threaten)
    return;
  const auto& entry = d_.entry(draft);
  const bool speaks_for_itself = entry.kind == knowledge::TriggerKind::adjective ||
                                 entry.kind == knowledge::TriggerKind::phrase || entry.actor.count == 0;
  if (!speaks_for_itself) return;
  const Saying* saying = d_.speech.quotation(draft.trigger.head);
  if (saying == nullptr) {
    for (const Saying& s : d_.speech.sayings()) {
      if (s.covers(draft.trigger.head)) saying = &s;
    }
  }
  if (saying == nullptr || saying->speaker == kNoToken) return;
  find_at(saying->speaker);
  take_found(draft, draft.actors, fmt::format("actor: who says so (“{}”)", tree_.form(saying->cue)));
}

}  // namespace masudi::coding
