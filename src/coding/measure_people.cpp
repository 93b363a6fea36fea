// SPDX-License-Identifier: Apache-2.0
// How many were killed, hurt, arrested, driven out, or took part.
#include <algorithm>

#include "coding/clause.h"
#include "coding/measure_words.h"
#include "coding/numbers.h"
#include "coding/quantities.h"

namespace masudi::coding {
namespace {

constexpr int kMostSteps = 30;

using enum Measure;

// What an event of this type can have: an arrest that is told beside an attack is another event's.
bool has_measure(const Event& event, Measure measure) {
  switch (event.type) {
    case EventType::assault: return measure != Measure::arrested;
    case EventType::protest:
      return measure == Measure::participants || std::ranges::find(event.modes, "riot") != event.modes.end();
    case EventType::coerce: return measure == Measure::arrested || measure == Measure::displaced;
    case EventType::sanction: return measure == Measure::arrested;
    case EventType::retreat:
    case EventType::aid: return measure == Measure::displaced;
    default: return false;
  }
}

void put(Event& event, Measure measure, const Range& range) {
  if (!has_measure(event, measure)) return;
  const auto there = std::ranges::find_if(event.sizes, [&](const Size& s) { return s.measure == measure; });
  if (there == event.sizes.end()) event.sizes.push_back({measure, range});
}

class People {
 public:
  People(const Context& context, Event& event) : context_(context), tree_(context.tree), event_(event) {}

  void around(TokenIndex trigger);
  void by_order(TokenIndex trigger);

 private:
  // One person: a named one, or a singular word for a person that is no group.
  bool is_one_person(TokenIndex t) const;
  std::optional<Range> people(TokenIndex nominal) const;
  void verb(TokenIndex v);
  void noun(TokenIndex n);
  void clause(TokenIndex v, int depth);
  void participants(TokenIndex trigger);

  const Context& context_;
  const Tree& tree_;
  Event& event_;
};

bool People::is_one_person(TokenIndex t) const {
  if (tree_.xpos(t) == Xpos::nns || tree_.xpos(t) == Xpos::nnps || tree_.has_child(t, Relation::conj)) return false;
  for (const Name& name : context_.analysis.names) {
    if (name.first <= t && t < name.last) return name.kind == NameKind::person;
    if (name.first > t) break;
  }
  const NameMatch* match = context_.names.at(t);
  if (match == nullptr) return false;
  if (const auto* entity = context_.names.meaning(*match, knowledge::NameKind::entity)) {
    return context_.knowledge.entities()[entity->id].kind == knowledge::EntityKind::person;
  }
  const auto* role = context_.names.meaning(*match, knowledge::NameKind::role);
  if (role == nullptr || role->plural != 0 || tree_.upos(t) != Upos::noun) return false;
  return (context_.knowledge.roles()[role->id].flags & (knowledge::kRoleCollective | knowledge::kRoleThing)) == 0;
}

std::optional<Range> People::people(TokenIndex nominal) const {
  if (nominal == kNoToken) return std::nullopt;
  if (const auto counted = count_of(context_, nominal)) return counted;
  if (tree_.lemma(nominal) == "another" || tree_.lemma(nominal) == "one") return Range{1, 1};
  if (is_one_person(nominal)) return Range{1, 1};
  return std::nullopt;
}

void People::verb(TokenIndex v) {
  const std::string_view lemma = tree_.lemma(v);
  if (const MeasureWord* word = measuring_verb(lemma)) {
    const TokenIndex who = word->subject ? tree_.subject(v) : tree_.logical_object(v);
    // "Two were killed and injured": the count holds for the first only.
    const bool shared = tree_.relation(v) == Relation::conj && tree_.is_passive(v) &&
                        !tree_.has_child(v, Relation::nsubj_pass) && !tree_.has_child(v, Relation::nsubj);
    if (!shared) {
      if (const auto range = people(who)) put(event_, word->measure, *range);
    }
  }
  // "shot dead", "left 27 people dead", "with dozens injured".
  for (TokenIndex c : tree_.children(v)) {
    const Relation r = tree_.relation(c);
    if (r != Relation::xcomp && r != Relation::amod && r != Relation::advmod && r != Relation::obl) continue;
    if (const auto state = state_of(tree_.lemma(c))) {
      if (const auto range = people(tree_.logical_object(v))) put(event_, *state, *range);
    } else if (r == Relation::obl && tree_.lemma(c) == "death") {
      if (const auto range = people(tree_.logical_object(v))) put(event_, dead, *range);  // "beaten to death"
    }
  }
  if (const TokenIndex object = tree_.child(v, Relation::obj); object != kNoToken) {
    for (TokenIndex c : tree_.children(object)) {
      if (const auto state = state_of(tree_.lemma(c)); state && c > object) {
        if (const auto range = people(object)) put(event_, *state, *range);  // the parser hangs "dead" on the people
      }
    }
    noun(object);
  }
  if (const auto state = state_of(lemma)) {  // "two patients are dead"
    if (const auto range = people(tree_.subject(v))) put(event_, *state, *range);
  }
  // "The death toll rises to 37".
  if (const TokenIndex subject = tree_.subject(v); subject != kNoToken && tree_.lemma(subject) == "toll") {
    for (TokenIndex c : tree_.children(v)) {
      const bool amount =
          tree_.preposition(c) == "to" || tree_.preposition(c) == "at" || tree_.relation(c) == Relation::obj;
      if (!amount || c < v) continue;
      if (const auto range = count_of(context_, c)) put(event_, dead, *range);
    }
  }
}

void People::noun(TokenIndex n) {
  const MeasureWord* word = measuring_noun(tree_.lemma(n));
  if (word == nullptr) return;
  for (TokenIndex c : tree_.children(n)) {
    const bool of = tree_.relation(c) == Relation::nmod && tree_.preposition(c) == "of";
    if (!of && tree_.relation(c) != Relation::nmod_poss) continue;
    if (!of && !is_one_person(c)) continue;  // "the army's killing": who does it
    if (const auto range = people(c)) return put(event_, word->measure, *range);
  }
  if (tree_.xpos(n) == Xpos::nns || word->subject) {
    if (const auto range = count_of_one(context_, n)) put(event_, word->measure, *range);
  }
}

// The verb and what goes with it: "attacked the town, killing 12 and wounding 30".
void People::clause(TokenIndex v, int depth) {
  verb(v);
  if (depth > 4) return;
  for (TokenIndex c : tree_.children(v)) {
    const Relation r = tree_.relation(c);
    const bool verbal = tree_.is_verb(c) || state_of(tree_.lemma(c)).has_value();
    const bool participle = tree_.xpos(c) == Xpos::vbg || tree_.xpos(c) == Xpos::vbn;
    if (r == Relation::conj && verbal) clause(c, depth + 1);
    if (r == Relation::advcl && verbal && (participle || state_of(tree_.lemma(c))) &&
        !tree_.has_child(c, Relation::mark))
      clause(c, depth + 1);
    if (r == Relation::obl && (tree_.lemma(c) == "death" || tree_.lemma(c) == "arrest" || tree_.lemma(c) == "injury"))
      noun(c);  // "resulting in 12 arrests"
    if ((r == Relation::obl || r == Relation::nmod) && tree_.preposition(c) == "with") {
      // "with more than 600 others injured".
      for (TokenIndex d : tree_.children(c)) {
        const MeasureWord* word = measuring_verb(tree_.lemma(d));
        if (word == nullptr || d < c) continue;
        if (const auto range = people(c)) put(event_, word->measure, *range);
      }
    }
  }
}

void People::participants(TokenIndex trigger) {
  if (event_.type != EventType::protest) return;
  const auto take = [&](TokenIndex who) {
    if (who == kNoToken) return;
    if (const auto range = count_of(context_, who)) put(event_, Measure::participants, *range);
  };
  if (tree_.is_verb(trigger)) return take(tree_.logical_subject(trigger));
  for (TokenIndex c : tree_.children(trigger)) {
    const std::string_view p = tree_.preposition(c);
    if (tree_.relation(c) == Relation::nmod && (p == "of" || p == "by")) take(c);
    // "a 50,000-strong march".
    if (tree_.lemma(c) == "strong" || tree_.lemma(c) == "person") {
      const auto n = count_phrase(tree_, c >= 3 ? c - 3 : 0, c);
      if (n && n->last + 1 == c) put(event_, Measure::participants, n->range);
    }
  }
  // "Thousands held a rally": whoever holds it.
  const TokenIndex up = tree_.head(trigger);
  if (up != kNoToken && tree_.is_verb(up) && tree_.relation(trigger) == Relation::obj) take(tree_.logical_subject(up));
}

// Where the tree gave nothing: "kills at least 12", "12 people are killed", by the order of words.
void People::by_order(TokenIndex trigger) {
  const Sentence& sentence = context_.analysis.sentences[tree_.sentence(trigger)];
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    const MeasureWord* word = measuring_verb(tree_.lemma(t));
    if (word == nullptr || (tree_.upos(t) != Upos::verb && tree_.upos(t) != Upos::noun)) continue;
    // A number right behind the verb, and what it counts is people or nothing.
    const auto behind = count_phrase(tree_, t + 1, std::min(t + 6, sentence.last));
    const bool close = behind && !word->subject && behind->first == t + 1;
    if (close) {
      put(event_, word->measure, behind->range);
      continue;
    }
    // "… people are killed": the nearest number before, with no other verb or comma between.
    const bool passive = t > sentence.first && (tree_.lemma(t - 1) == "be" || tree_.xpos(t) == Xpos::vbn);
    if (!passive && !word->subject) continue;
    TokenIndex from = t;
    while (from > sentence.first && t - from < 10) {
      const Upos u = tree_.upos(from - 1);
      if (u == Upos::verb || u == Upos::punct || u == Upos::sconj || tree_.form(from - 1) == "and") break;
      --from;
    }
    if (const auto before = count_phrase(tree_, from, t)) put(event_, word->measure, before->range);
  }
}

void People::around(TokenIndex trigger) {
  participants(trigger);
  noun(trigger);
  if (!tree_.is_verb(trigger)) {
    for (TokenIndex c : tree_.children(trigger)) {
      const Relation r = tree_.relation(c);
      if (tree_.is_verb(c) && (r == Relation::acl || r == Relation::acl_relcl) &&
          tree_.child_with_lemma(c, "to") == kNoToken)
        clause(c, 0);
    }
  }
  // Up to the clause, through nouns and participles; a clause of "when" and "after" goes with its main clause.
  TokenIndex t = trigger;
  for (int steps = 0; steps < kMostSteps; ++steps) {
    if (tree_.is_verb(t) || state_of(tree_.lemma(t))) clause(t, 0);
    const TokenIndex up = tree_.head(t);
    if (up == kNoToken) return;
    switch (tree_.relation(t)) {
      case Relation::ccomp:
      case Relation::parataxis:
      case Relation::acl_relcl:
      case Relation::csubj: return;
      case Relation::acl:
        if (tree_.is_verb(t)) return;
        break;
      case Relation::obj:
        // The object of a verb of saying or blaming is not what that verb counts.
        if (measuring_verb(tree_.lemma(up)) != nullptr) return;
        break;
      case Relation::xcomp:
        if (tree_.has_child(t, Relation::mark) || tree_.child_with_lemma(t, "to") != kNoToken) return;
        break;
      default: break;
    }
    if (tree_.relation(t) == Relation::nmod || tree_.relation(t) == Relation::nmod_poss) noun(up);
    t = up;
  }
}

}  // namespace

void measure_people(const Context& context, TokenIndex trigger, Event& event) {
  People people(context, event);
  people.around(trigger);
  const bool harm = event.type == EventType::assault || event.type == EventType::coerce;
  if (harm && event.sizes.empty()) people.by_order(trigger);
}

}  // namespace masudi::coding
