// SPDX-License-Identifier: Apache-2.0
#include "coding/roles.h"

#include <algorithm>
#include <array>

#include "coding/clause.h"

namespace masudi::coding {

using knowledge::SlotKind;

void Roles::actors(const Trigger& trigger, std::vector<Filler>& out) const {
  if (trigger.light != kNoToken) {
    const auto& light = entry(trigger.light_record);
    fill(trigger, trigger.light, light.actor, out);
    if (light.reciprocal != 0) fill(trigger, trigger.light, light.partner, out);
  }
  // "fled fighting between X and Y", "Clashes between X and Y": nouns in all but their tags.
  if (tree_.xpos(trigger.head) == Xpos::vbg || (tree_.is_verb(trigger.head) && entry(trigger.record).reciprocal != 0))
    with_preposition(trigger, trigger.head, "between", "between", out);
  fill(trigger, trigger.head, entry(trigger.record).actor, out);
}

void Roles::partners(const Trigger& trigger, std::vector<Filler>& out) const {
  fill(trigger, trigger.head, entry(trigger.record).partner, out);
  if (trigger.light != kNoToken) fill(trigger, trigger.light, entry(trigger.record).partner, out);
}

void Roles::recipients(const Trigger& trigger, std::vector<Filler>& out) const {
  if (trigger.light != kNoToken) {
    const auto& light = entry(trigger.light_record);
    fill(trigger, trigger.light, light.recipient, out);
    fill(trigger, trigger.head, light.recipient, out);
  }
  fill(trigger, trigger.head, entry(trigger.record).recipient, out);
}

void Roles::fill(const Trigger& trigger, TokenIndex base, Slots slots, std::vector<Filler>& out) const {
  for (const auto& slot : context_.knowledge.slots(slots)) fill_slot(trigger, base, slot, out);
}

void Roles::fill_slot(const Trigger& trigger, TokenIndex base, const knowledge::SlotRecord& slot,
                      std::vector<Filler>& out) const {
  // "must protect": who must is the subject of what he must do.
  if (slot.kind == SlotKind::subject && tree_.relation(base) == Relation::aux && tree_.head(base) != kNoToken)
    base = tree_.head(base);
  const auto add = [&](TokenIndex t, std::string_view name) {
    if (t == kNoToken || t == base) return;
    const auto known = [&](const Filler& f) { return f.head == t; };
    if (std::none_of(out.begin(), out.end(), known)) out.push_back({t, name});
  };
  const bool is_verb = tree_.is_verb(base) && tree_.relation(base) != Relation::amod;
  switch (slot.kind) {
    case SlotKind::subject:
      if (is_verb && (is_raised(trigger, base) || is_active(trigger, base) || is_written_passive(trigger, base))) {
        add(tree_.subject(base), "subject");
      } else if (is_verb && tree_.relation(base) != Relation::cop) {
        add(tree_.logical_subject(base), "subject");
        if (tree_.is_passive(base)) by_below(base, out);
      } else if (!is_participle_of_noun(base)) {
        subject_of_noun(tree_.relation(base) == Relation::cop ? tree_.head(base) : base, out);
      }
      break;
    case SlotKind::object:
      if (is_participle_of_noun(base)) {
        add(tree_.head(base), "object");
      } else if (is_verb) {
        // "assured Poland that …", "told him to …": the parser has an indirect object alone.
        if (tree_.has_child(base, Relation::xcomp) || !tree_.has_child(base, Relation::obj))
          add(tree_.child(base, Relation::iobj), "object");
        if (!is_raised(trigger, base) && !is_active(trigger, base)) add(tree_.logical_object(base), "object");
        if (!tree_.has_child(base, Relation::obj)) add(behind_particle(trigger, base), "object");
      } else {
        with_preposition(trigger, base, "of", "of", out);
      }
      // "threatened to attack Iran", "is ready to attack Iran", "the threat to attack Iran"
      if (base == trigger.head) {
        for (TokenIndex w : triggers_.words(trigger)) {
          if (w != base && is_its_infinitive(trigger, w)) add(tree_.logical_object(w), "object");
        }
        for (TokenIndex c : tree_.children(base)) {
          if (is_its_infinitive(trigger, c)) add(tree_.logical_object(c), "object");
        }
      }
      break;
    case SlotKind::indirect:
      for (TokenIndex c : tree_.children(base)) {
        if (tree_.relation(c) == Relation::iobj) add(c, "indirect object");
      }
      if (is_verb && tree_.is_passive(base) && tree_.has_child(base, Relation::obj))
        add(tree_.subject(base), "indirect object");
      break;
    case SlotKind::by:
      if (is_verb && tree_.is_passive(base)) add(tree_.logical_subject(base), "by");
      with_preposition(trigger, base, "by", "by", out);
      break;
    case SlotKind::possessor: add(tree_.child(base, Relation::nmod_poss), "possessor"); break;
    case SlotKind::modifier: modifiers(trigger, base, out); break;
    case SlotKind::of: with_preposition(trigger, base, "of", "of", out); break;
    case SlotKind::object_possessor: {
      TokenIndex object = trigger.object;
      if (object == kNoToken && is_verb) object = tree_.logical_object(base);
      for (TokenIndex c : tree_.children(base)) {
        if (object == kNoToken && is_its_infinitive(trigger, c)) object = tree_.logical_object(c);
      }
      if (object == kNoToken) break;
      add(tree_.child(object, Relation::nmod_poss), "possessor of the object");
      with_preposition(trigger, object, "by", "by of the object", out);
      if (!is_done_to_what_follows(object)) with_preposition(trigger, object, "of", "of the object", out);
      add(object, "object");
      break;
    }
    case SlotKind::told_subject: {
      // "urged him to go", "demanded that Iran stop", "called for Israel to leave", "the demand that X go".
      for (TokenIndex c : tree_.children(base)) {
        const Relation r = tree_.relation(c);
        if (r != Relation::ccomp && r != Relation::xcomp && r != Relation::advcl && r != Relation::acl) continue;
        for (TokenIndex s : tree_.children(c)) {
          if (tree_.relation(s) == Relation::nsubj || tree_.relation(s) == Relation::nsubj_pass)
            add(s, "who is to do it");
        }
      }
      if (is_verb && !tree_.is_passive(base)) {
        // Parsers make "Iran" of "urged Iran to stop" an indirect object as well.
        add(tree_.child(base, Relation::iobj), "object");
        add(tree_.child(base, Relation::obj), "object");
      }
      if (is_verb && tree_.is_passive(base)) add(tree_.subject(base), "subject");
      break;
    }
    case SlotKind::preposition:
      with_preposition(trigger, base, context_.knowledge.text(slot.word), context_.knowledge.text(slot.word), out);
      break;
  }
}

// "the killing of the judge": a noun of a deed that is done to whom "of" names.
bool Roles::is_done_to_what_follows(TokenIndex noun) const {
  const auto all = triggers_.all();
  const auto deed = std::ranges::lower_bound(all, noun, {}, &Trigger::head);
  if (deed == all.end() || deed->head != noun) return false;
  const auto slots = context_.knowledge.slots(entry(deed->record).recipient);
  return std::ranges::any_of(slots, [](const auto& slot) { return slot.kind == SlotKind::of; });
}

namespace {

// "was ordered to leave": the verb is done to its subject, as it is not in "is expected to leave".
bool tells_to_do(std::string_view lemma) {
  constexpr std::array<std::string_view, 20> kVerbs = {
      "allow",  "ask",   "command", "compel",   "enable", "encourage", "forbid",  "force", "instruct", "invite",
      "oblige", "order", "permit",  "persuade", "press",  "request",   "require", "tell",  "urge",     "warn"};
  static_assert(std::ranges::is_sorted(kVerbs));
  return std::ranges::binary_search(kVerbs, lemma);
}

}  // namespace

// "is expected to visit", "is set to host": the subject does what the other verb of the trigger says.
bool Roles::is_raised(const Trigger& trigger, TokenIndex base) const {
  if (base != trigger.head || !tree_.is_passive(base) || tells_to_do(tree_.lemma(base))) return false;
  return std::ranges::any_of(triggers_.words(trigger), [&](TokenIndex w) {
    const Relation r = tree_.relation(w);
    const TokenIndex mark = tree_.child(w, Relation::mark);
    const bool to = r == Relation::advcl && mark != kNoToken && tree_.lemma(mark) == "to";  // "committed to helping"
    return (r == Relation::xcomp || to) && tree_.head(w) == base && tree_.is_verb(w) && !tree_.is_passive(w);
  });
}

// What stands before a noun and is no word of the trigger ("terrorist attack", "car bomb"); the nearest first: in "a
// Tunisian court order" the court does it, and the nationality is the court's. In "a US drone strike" parsers give the
// drone to the US.
void Roles::modifiers(const Trigger& trigger, TokenIndex noun, std::vector<Filler>& out) const {
  const auto children = tree_.children(noun);
  for (auto at = children.end(); at != children.begin();) {
    const TokenIndex c = *--at;
    switch (tree_.relation(c)) {
      case Relation::amod:
      case Relation::compound:
      case Relation::nmod:
      case Relation::nmod_desc:
      case Relation::flat: break;
      default: continue;
    }
    if (c > noun || !tree_.preposition(c).empty()) continue;
    if (triggers_.covers(trigger, c)) {
      modifiers(trigger, c, out);
    } else if (std::ranges::none_of(out, [&](const Filler& f) { return f.head == c; })) {
      out.push_back({c, "modifier", true});
    }
  }
}

// "the detained students": a past participle before the noun that it is done to.
bool Roles::is_participle_of_noun(TokenIndex base) const {
  return tree_.relation(base) == Relation::amod && tree_.xpos(base) == Xpos::vbn && base < tree_.head(base);
}

// An entry written as a passive ("be subjected to", "must be punished") speaks of the subject of that passive.
bool Roles::is_written_passive(const Trigger& trigger, TokenIndex base) const {
  if (!tree_.is_passive(base)) return false;
  const std::uint32_t record = base == trigger.light ? trigger.light_record : trigger.record;
  const std::string_view text = context_.knowledge.text(entry(record).trigger);
  return text.starts_with("be ") || text.find(" be ") != std::string_view::npos;
}

// "refused to accept the verdict", "a threat to arrest the bishop": an infinitive that the entry names or leaves open.
bool Roles::is_its_infinitive(const Trigger& trigger, TokenIndex verb) const {
  const Relation r = tree_.relation(verb);
  if ((r != Relation::xcomp && r != Relation::advcl && r != Relation::acl) || !tree_.is_verb(verb)) return false;
  return triggers_.covers(trigger, verb) ||
         (verb > trigger.head && context_.knowledge.text(entry(trigger.record).trigger).ends_with(" to"));
}

// A past form without an auxiliary that cannot be a passive, whatever the parser says: the entry has nobody whom the
// verb is done to ("troops fired on the crowd"), or its particle has an object behind it ("police hauled in the man").
bool Roles::is_active(const Trigger& trigger, TokenIndex base) const {
  if (base != trigger.head || trigger.light != kNoToken || !tree_.is_passive(base)) return false;
  if (tree_.has_child(base, Relation::aux_pass) || tree_.has_child(base, Relation::obl_agent)) return false;
  if (behind_particle(trigger, base) != kNoToken) return true;
  const auto slots = context_.knowledge.slots(entry(trigger.record).recipient);
  return trigger.object == kNoToken &&
         std::ranges::all_of(slots, [](const auto& slot) { return slot.kind == SlotKind::preposition; });
}

// "sealed off the district": what stands behind a particle of the trigger that the parser took for a preposition.
TokenIndex Roles::behind_particle(const Trigger& trigger, TokenIndex base) const {
  for (TokenIndex w : triggers_.words(trigger)) {
    const TokenIndex noun = tree_.head(w);
    if (tree_.relation(w) == Relation::case_ && w > base && noun != kNoToken && tree_.head(noun) == base &&
        tree_.relation(noun) == Relation::obl && !triggers_.covers(trigger, noun))
      return noun;
  }
  return kNoToken;
}

// "was condemned in a joint statement by Egypt", "hacked to death with machetes by herders": the agent hangs on a
// phrase of the clause, or on what hangs on it.
void Roles::by_below(TokenIndex verb, std::vector<Filler>& out) const {
  constexpr int kDeepest = 3;
  for (TokenIndex c : tree_.children(verb)) {
    if (tree_.relation(c) == Relation::obl && c > verb) by_below(c, kDeepest, out);
  }
}

void Roles::by_below(TokenIndex phrase, int depth, std::vector<Filler>& out) const {
  for (TokenIndex b : tree_.children(phrase)) {
    if (tree_.relation(b) != Relation::nmod) continue;
    if (tree_.preposition(b) == "by") {
      out.push_back({b, "by"});
    } else if (depth > 1) {
      by_below(b, depth - 1, out);
    }
  }
}

// Whom a predicate noun or adjective speaks of: "the attacks are unacceptable", "the slain judge".
void Roles::subject_of_noun(TokenIndex noun, std::vector<Filler>& out) const {
  TokenIndex subject = tree_.child(noun, Relation::nsubj);
  if (subject == kNoToken) {  // "It is good to be in Lima" is no Lima that is good
    subject = tree_.child(noun, Relation::csubj);
    if (subject != kNoToken && tree_.has_child(subject, Relation::cop)) subject = kNoToken;
  }
  if (subject == kNoToken && tree_.relation(noun) == Relation::amod) subject = tree_.head(noun);
  if (subject == kNoToken && tree_.relation(noun) == Relation::xcomp) subject = tree_.subject(noun);
  if (subject == kNoToken && tree_.relation(noun) == Relation::conj) {
    const TokenIndex up = tree_.head(noun);
    subject = tree_.child(up, Relation::nsubj);
    if (subject == kNoToken && tree_.relation(up) == Relation::amod) subject = tree_.head(up);
  }
  if (subject != kNoToken) out.push_back({subject, "subject"});
}

namespace {

// "Protests against the law continued", "took place against": a verb that says no more than that it happens.
bool happens(const Tree& tree, TokenIndex noun) {
  constexpr std::array<std::string_view, 14> kVerbs = {"begin",   "break",  "continue", "erupt", "escalate",
                                                       "follow",  "go",     "happen",   "occur", "rage",
                                                       "restart", "resume", "start",    "take"};
  static_assert(std::ranges::is_sorted(kVerbs));
  const TokenIndex verb = tree.head(noun);
  return tree.relation(noun) == Relation::nsubj && verb != kNoToken &&
         std::ranges::binary_search(kVerbs, tree.lemma(verb));
}

// "The attack was claimed by X": by whoever says that he did it.
bool is_claimed(const Tree& tree, TokenIndex noun) {
  const TokenIndex verb = tree.head(noun);
  return tree.relation(noun) == Relation::nsubj_pass && verb != kNoToken && tree.lemma(verb) == "claim";
}

}  // namespace

// What the preposition of a slot ties to a word, right below it or below a participle that belongs to it: "threats
// coming from militias", "attacks carried out by rebels", "charges brought against X".
void Roles::tied_to(TokenIndex t, const Tie& tie, std::vector<Filler>& out) const {
  if (t == kNoToken) return;
  for (TokenIndex c : tree_.children(t)) {
    const Relation r = tree_.relation(c);
    if (r != Relation::obl && r != Relation::nmod && r != Relation::obl_agent && r != Relation::advcl &&
        r != Relation::acl)
      continue;
    if (tree_.preposition(c) != tie.preposition) continue;
    const auto known = [&](const Filler& f) { return f.head == c; };
    if (std::none_of(out.begin(), out.end(), known)) out.push_back({c, tie.name});
  }
  for (TokenIndex c : tree_.children(t)) {
    if (tree_.relation(c) != Relation::acl || tree_.is_verb(t)) continue;
    for (TokenIndex o : tree_.children(c)) {
      if ((tree_.relation(o) == Relation::obl || tree_.relation(o) == Relation::obl_agent) &&
          tree_.preposition(o) == tie.preposition)
        out.push_back({o, tie.name});
    }
  }
}

// "a revolt by prisoners against the guards", "the surrender of the rebels to the army", "a warrant for the general
// from the court": parsers tie the second phrase of a noun to the first. Not what says where the first one is.
void Roles::behind_phrases(TokenIndex noun, const Tie& tie, int depth, std::vector<Filler>& out) const {
  for (TokenIndex c : tree_.children(noun)) {
    const std::string_view inner = tree_.preposition(c);
    if (c < noun || tree_.relation(c) != Relation::nmod || inner == tie.preposition) continue;
    const bool through = inner == "by" || inner == "of" || inner == "from" || tie.preposition == "by" ||
                         (inner == "for" && tie.preposition == "from");
    if (!through) continue;
    tied_to(c, tie, out);
    if (depth > 1) behind_phrases(c, tie, depth - 1, out);
  }
}

// "authorised the sale of jets to Chile", "agreed on a plan for the border with Chad", "laid the groundwork for a
// treaty with Oman": behind what a verb or its object is about.
void Roles::behind_matter(TokenIndex t, const Tie& tie, std::vector<Filler>& out) const {
  if (t == kNoToken || (tie.preposition != "with" && tie.preposition != "to")) return;
  for (TokenIndex c : tree_.children(t)) {
    const std::string_view inner = tree_.preposition(c);
    const bool about = inner == "of" || inner == "for" || inner == "on" || inner == "upon";
    const bool phrase = tree_.relation(c) == Relation::nmod || tree_.relation(c) == Relation::obl;
    if (c > t && phrase && about && inner != tie.preposition) tied_to(c, tie, out);
  }
}

// "did not accept the plan of the council", "refused to accept the verdict of the court"
void Roles::of_object(const Trigger& trigger, TokenIndex base, const Tie& tie, std::vector<Filler>& out) const {
  const auto look_at = [&](TokenIndex verb) {
    const TokenIndex object = tree_.is_verb(verb) ? tree_.logical_object(verb) : kNoToken;
    if (object != kNoToken && !is_done_to_what_follows(object)) tied_to(object, tie, out);
  };
  look_at(base);
  for (TokenIndex c : tree_.children(base)) {
    if (is_its_infinitive(trigger, c)) look_at(c);
  }
}

// The phrases that a preposition ties to the trigger: to its head, or to any other of its words or its light verb,
// since parsers and writers attach "held talks with Iran" either way.
void Roles::with_preposition(const Trigger& trigger, TokenIndex base, std::string_view preposition,
                             std::string_view name, std::vector<Filler>& out) const {
  const Tie tie{preposition, name};
  const bool of = preposition == "of";
  tied_to(base, tie, out);
  if (base != trigger.head && base != trigger.light) return;
  for (TokenIndex w : triggers_.words(trigger)) {
    if (w == base || tree_.relation(w) == Relation::case_) continue;
    if (of && w != trigger.head && is_done_to_what_follows(w)) continue;
    tied_to(w, tie, out);
    // "agreed to sign a pact with Uganda"
    if (tree_.is_verb(w) && !of) tied_to(tree_.logical_object(w), tie, out);
  }
  if (of) return of_object(trigger, base, tie, out);
  for (TokenIndex c : tree_.children(base)) {
    if (is_its_infinitive(trigger, c)) tied_to(c, tie, out);
  }
  if (trigger.light != kNoToken && trigger.light != base) tied_to(trigger.light, tie, out);
  if (tree_.is_verb(base)) {
    const TokenIndex object = tree_.logical_object(base);
    tied_to(object, tie, out);
    behind_matter(base, tie, out);
    behind_matter(object, tie, out);
    return;
  }
  constexpr int kDeepest = 3;
  behind_phrases(base, tie, kDeepest, out);
  // "blamed the attack on rebels": they are no aim of it.
  if (trigger.light == kNoToken && blamed_for(tree_, base) == kNoToken &&
      (tree_.relation(base) == Relation::obj || happens(tree_, base) ||
       (preposition == "by" && is_claimed(tree_, base))))
    tied_to(tree_.head(base), tie, out);
}

}  // namespace masudi::coding
