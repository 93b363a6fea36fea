// SPDX-License-Identifier: Apache-2.0
// Whose a deed is by the words around it: to whom they lay it ("charged with murder", "blamed the attack on rebels"),
// whom it answers ("in retaliation for"), where it is judged; and who is asked ("at the invitation of the government").
#include <array>

#include "coding/casting.h"
#include "coding/clause.h"

namespace masudi::coding {
namespace {

// Verbs and adjectives that say of somebody that he did what follows.
bool accuses(std::string_view lemma) {
  static constexpr std::array<std::string_view, 14> kWords = {"accuse",  "arraign",  "blame",     "charge",   "condemn",
                                                              "convict", "guilty",   "implicate", "imprison", "indict",
                                                              "jail",    "sentence", "suspect",   "try"};
  static_assert(std::ranges::is_sorted(kWords));
  return std::ranges::binary_search(kWords, lemma);
}

// The prepositions by which they are tied to it.
bool ties_to_charge(std::string_view p) {
  return p == "of" || p == "with" || p == "for" || p == "over" || p == "in" || p == "to";
}

}  // namespace

// Whom a verb or an adjective accuses: "charged X", "X was found guilty".
TokenIndex Casting::accused_by(TokenIndex word) const {
  if (tree_.is_verb(word)) return tree_.logical_object(word);
  if (const TokenIndex subject = tree_.child(word, Relation::nsubj); subject != kNoToken) return subject;
  const TokenIndex verb = tree_.head(word);
  if (verb == kNoToken || tree_.relation(word) != Relation::xcomp) return kNoToken;
  const TokenIndex object = tree_.logical_object(verb);
  return object != kNoToken ? object : tree_.logical_subject(verb);
}

// Who is said above the word for a deed to have done it; kNoToken if nobody is. Goes no higher than the first phrase
// that names a party: "members of the group responsible for the attack" are not the group.
TokenIndex Casting::accused_above(TokenIndex deed) const {
  constexpr int kHighest = 5;
  if (const TokenIndex blamed = blamed_for(tree_, deed); blamed != kNoToken) return blamed;
  // "The army was behind the attack", "is believed to be behind it"
  if (tree_.preposition(deed) == "behind") {
    if (const TokenIndex own = tree_.child(deed, Relation::nsubj); own != kNoToken) return own;
    const TokenIndex up = tree_.head(deed);
    if (tree_.relation(deed) == Relation::xcomp) return tree_.subject(deed);
    return up == kNoToken || !tree_.has_child(up, Relation::cop) ? kNoToken : tree_.child(up, Relation::nsubj);
  }
  TokenIndex t = deed;
  for (int steps = 0; steps < kHighest; ++steps) {
    const TokenIndex up = tree_.head(t);
    if (up == kNoToken) return kNoToken;
    const Relation r = tree_.relation(t);
    if (accuses(tree_.lemma(up))) {
      const bool phrase = r == Relation::obl || r == Relation::nmod || r == Relation::advcl || r == Relation::acl;
      const std::string_view p = tree_.preposition(t);
      return phrase && ties_to_charge(p.empty() ? marker(tree_, t) : p) ? accused_by(up) : kNoToken;
    }
    switch (r) {
      case Relation::obl:
      case Relation::nmod:
      case Relation::obj:
      case Relation::conj:
      case Relation::acl_relcl: break;
      default: return kNoToken;
    }
    if (d_.parties.heads(up)) return kNoToken;
    t = up;
  }
  return kNoToken;
}

void Casting::take_accused(Draft& draft) {
  if (draft.type != EventType::assault && draft.type != EventType::coerce) return;
  TokenIndex accused = accused_above(draft.trigger.anchor());
  if (accused == kNoToken && draft.trigger.light != kNoToken) accused = accused_above(draft.trigger.head);
  if (accused == kNoToken) return;
  if (draft.actors.empty()) {
    find_at(accused);
    take_found(draft, draft.actors, fmt::format("actor: who is accused of “{}”", tree_.form(draft.trigger.head)));
    draft.sure_actors = !draft.actors.empty();
  } else {
    draft.sure_actors = has_head(draft.actors, accused);
  }
}

// "Troops are there at the invitation of the government": the subject of the clause.
void Casting::take_asked(Draft& draft) {
  if (draft.type != EventType::agree && draft.type != EventType::request) return;
  const TokenIndex noun = draft.trigger.head;
  const std::string_view lemma = tree_.lemma(noun);
  if (lemma != "invitation" && lemma != "request" && lemma != "behest" && lemma != "urging") return;
  const TokenIndex up = tree_.head(noun);
  if (up == kNoToken || tree_.preposition(noun) != "at") return;
  const TokenIndex who = tree_.is_verb(up) ? tree_.logical_subject(up) : tree_.child(up, Relation::nsubj);
  if (who == kNoToken) return;
  find_at(who);
  take_found(draft, draft.recipients, fmt::format("recipient: who is asked (“{}”)", tree_.form(noun)),
             [&](const PartyMention& m) { return is_actors_side(draft, m); });
  draft.sure_recipients = !draft.recipients.empty();
}

// The draft that a verb tells, also as the light verb of its object ("launched an airstrike"); null if there is none.
const Draft* Casting::told_at(TokenIndex verb) const {
  const auto at = [&](TokenIndex head) {
    const Draft* d = draft_at_[head] == 0 ? nullptr : &drafts_[draft_at_[head] - 1];
    return d != nullptr && d->dropped.empty() && d->trigger.anchor() == verb ? d : nullptr;
  };
  const TokenIndex object = tree_.child(verb, Relation::obj);
  const Draft* own = at(verb);
  return own != nullptr || object == kNoToken ? own : at(object);
}

// "shelled the base in retaliation for a rocket attack": on whoever strikes back.
void Casting::take_provoked(Draft& draft) {
  constexpr int kHighest = 6;
  if (draft.type != EventType::assault) return;
  bool answers = false;
  TokenIndex up = tree_.head(draft.trigger.anchor());
  for (int steps = 0; steps < kHighest && up != kNoToken; ++steps, up = tree_.head(up)) {
    answers |= is_word_of_answer(tree_.lemma(up));
    const Draft* answer = told_at(up);
    if (answer == nullptr) continue;
    if (!answers || !is_grave(answer->type)) return;
    take_doers(draft, *answer);
    draft.sure_recipients = !draft.recipients.empty();
    if (draft.sure_recipients) draft.paths.push_back("recipient: who strikes back");
    return;
  }
}

// "X of Mali was ousted by the military": the military of whom it turns on.
void Casting::take_own_army(Draft& draft) const {
  if (draft.type != EventType::coerce || draft.actors.size() != 1 || draft.recipients.empty()) return;
  PartyMention& army = draft.actors.front();
  const std::string& code = draft.recipients.front().party.code;
  const bool seizes = std::ranges::find(draft.modes, "seize") != draft.modes.end();
  if (seizes && army.by_story && army.party.sectors == std::vector<std::string>{"MIL"} && !code.empty())
    army.party.code = code;
}

// "was convicted following a trial at Leeds Crown Court", "in a Paris court, X was sentenced": the only court that the
// sentence names as where it was.
void Casting::take_court(Draft& draft) {
  const TokenIndex verb = draft.trigger.head;
  const bool judged = draft.type == EventType::sanction || draft.type == EventType::concede;
  if (!judged || !tree_.is_verb(verb) || !tree_.is_passive(verb)) return;
  const auto& sentence = d_.context.analysis.sentences[tree_.sentence(verb)];
  TokenIndex court = kNoToken;
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    if (!d_.parties.heads(t)) continue;
    find_only_at(t);
    if (found_.empty() || found_[0].party.sectors != std::vector<std::string>{"JUD"} ||
        has_head(draft.recipients, found_[0].head))
      continue;
    if (court != kNoToken) return;
    court = t;
  }
  if (court == kNoToken) return;
  const std::string_view p = tree_.preposition(court);
  if (p != "in" && p != "at" && p != "before") return;
  find_only_at(court);
  take_found(draft, draft.actors, fmt::format("actor: the court where it is “{}”", tree_.form(verb)));
}

}  // namespace masudi::coding
