// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "coding/clause.h"
#include "coding/place_search.h"
#include "coding/places.h"

namespace masudi::coding {
namespace {

// Verbs whose object is where it happens, be it a whole country: "leave Syria", "invaded Kuwait".
bool goes_there(std::string_view lemma) {
  return lemma == "leave" || lemma == "exit" || lemma == "enter" || lemma == "invade" || lemma == "occupy" ||
         lemma == "flee" || lemma == "evacuate";
}

bool is_charge(std::string_view lemma) { return lemma == "charge" || lemma == "convict" || lemma == "indict"; }

// "Charged with a murder in X", "convicted of shooting a man in X": courts deal with what was done before their doors.
bool of_crime(const Tree& tree, TokenIndex trigger, PlaceSearch& search) {
  bool any = false;
  for (const TokenIndex child : tree.children(trigger)) {
    const Relation r = tree.relation(child);
    if (r == Relation::obl && (tree.preposition(child) == "with" || tree.preposition(child) == "of"))
      any |= search.below(child);
    if (r != Relation::advcl) continue;
    any |= search.below(child);
    if (const TokenIndex victim = tree.logical_object(child); victim != kNoToken) any |= search.below(victim);
  }
  return any;
}

// The thing that an event is done to: "attacked the village of X", "the siege of X", "shelling of a market in X".
bool of_object(const Tree& tree, TokenIndex trigger, PlaceSearch& search) {
  if (tree.is_verb(trigger)) {
    const TokenIndex object = tree.logical_object(trigger);
    if (is_charge(tree.lemma(trigger)) && of_crime(tree, trigger, search)) return true;
    if (object == kNoToken || !tree.is_nominal(object)) return false;
    if (search.named(object, goes_there(tree.lemma(trigger)))) return true;
    const bool house = tree.lemma(object) == "embassy" || tree.lemma(object) == "headquarters";
    if (!house && is_seat_holder(tree.lemma(object))) return false;
    bool any = search.below(object);
    for (const TokenIndex child : tree.children(object)) {
      const Relation r = tree.relation(child);
      if (r == Relation::nmod && tree.preposition(child) == "of") {
        any |= search.named(child, false) || search.below(child);
      }
      if (r == Relation::compound || r == Relation::nmod_poss || r == Relation::appos)
        any |= search.named(child, false);
      // "destroyed the bridge and Gaza's bank"
      if (r == Relation::conj) {
        if (const TokenIndex owner = tree.child(child, Relation::nmod_poss); owner != kNoToken)
          any |= search.named(owner, false);
      }
      // "charged a former guard, Ada Roy, in Oslo"
      if (r == Relation::appos) any |= search.below(child);
    }
    return any;
  }
  bool any = false;
  for (const TokenIndex child : tree.children(trigger)) {
    const Relation r = tree.relation(child);
    if (r == Relation::compound || r == Relation::nmod_poss) any |= search.named(child, false);
    if (r != Relation::nmod) continue;
    const std::string_view word = tree.preposition(child);
    if (word != "of" && word != "against" && word != "on" && word != "for") continue;
    if (is_topic(tree, child)) continue;
    if (!search.named(child, false))
      any |= search.below(child);
    else
      any = true;
    for (const TokenIndex inner : tree.children(child)) {
      const std::string_view inner_word = tree.relation(inner) == Relation::nmod ? tree.preposition(inner) : "";
      // "the bombing of a market of X", "the assault of the army on X"
      if (inner_word == "of" || (word == "of" && inner_word == "on")) any |= search.named(inner, false);
      if (tree.relation(inner) == Relation::compound) any |= search.named(inner, false);
      // "the murder of the opposition leader Ada Roy in Oslo"
      if (tree.relation(inner) == Relation::appos) any |= search.below(inner);
    }
  }
  return any;
}

// From the trigger up: the verb that lends a noun its clause, verbs that share it, the noun a clause is about.
bool of_clause(const Tree& tree, TokenIndex trigger, PlaceSearch& search) {
  TokenIndex t = trigger;
  for (int steps = 0; steps < 3; ++steps) {
    const TokenIndex up = tree.head(t);
    if (up == kNoToken) return false;
    switch (tree.relation(t)) {
      case Relation::obj:
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::obl:
      case Relation::xcomp:
      case Relation::conj:
      case Relation::acl_relcl:
      case Relation::acl:
      case Relation::compound:
      case Relation::appos: break;
      case Relation::advcl:
        if (tree.xpos(t) != Xpos::vbg && tree.xpos(t) != Xpos::vb) return false;
        break;
      case Relation::nmod:
        // "two days of talks in Geneva": the place hangs on the first noun.
        if (tree.preposition(t) != "of") return false;
        break;
      default: return false;
    }
    if (search.below(up)) return true;
    // "is in Qatar, where he will meet": the place itself.
    if (tree.relation(t) == Relation::acl_relcl && tree.child_with_lemma(t, "where") != kNoToken &&
        stands_where(tree, up) && search.phrase(up, 0))
      return true;
    if (tree.is_verb(up) && tree.relation(t) != Relation::obj && of_object(tree, up, search)) return true;
    t = up;
  }
  return false;
}

bool of_subject(const Tree& tree, TokenIndex trigger, PlaceSearch& search) {
  const TokenIndex verb = tree.is_verb(trigger) ? trigger : tree.head(trigger);
  if (verb == kNoToken || !tree.is_verb(verb)) return false;
  const TokenIndex subject = tree.logical_subject(verb);
  if (subject == kNoToken || is_seat_holder(tree.lemma(subject)) || !tree.is_nominal(subject)) return false;
  if (search.below(subject)) return true;
  // "an assembly of ministers in Cairo"
  for (const TokenIndex child : tree.children(subject)) {
    if (tree.relation(child) == Relation::nmod && tree.preposition(child) == "of" && search.below(child)) return true;
    // "The president, speaking in Lima, calls on …"
    if (tree.relation(child) == Relation::acl && tree.lemma(child) == "speak" && search.below(child)) return true;
  }
  return false;
}

// Clauses and nouns that are told with it: "a bombing that killed 12 in X", "was shot and died in X".
bool of_dependants(const Tree& tree, TokenIndex trigger, PlaceSearch& search) {
  for (const TokenIndex child : tree.children(trigger)) {
    switch (tree.relation(child)) {
      case Relation::acl_relcl:
      case Relation::acl:
      case Relation::conj:
      case Relation::xcomp:
      case Relation::advcl:
        if (tree.relation(child) == Relation::conj && tree.has_child(child, Relation::nsubj)) break;
        if (search.below(child) || (tree.is_verb(child) && of_object(tree, child, search))) return true;
        break;
      default: break;
    }
  }
  return false;
}

int fineness(const Place& place) {
  switch (place.precision) {
    case Precision::point: return 0;
    case Precision::city: return 1;
    case Precision::admin1: return 3;
    case Precision::country: return 4;
    case Precision::region: return place.country.empty() ? 5 : 2;
  }
  return 5;
}

}  // namespace

void Places::of_event(const Context& context, TokenIndex trigger, std::vector<Place>& out, PlaceReach reach) const {
  if (toponyms_.empty()) return;
  const Tree& tree = context.tree;
  PlaceSearch search(context, *this);
  // A sea or a part of the world will do only where nothing else is told.
  const auto told = [&] {
    return std::ranges::any_of(search.found,
                               [](const Toponym* t) { return !t->resolved || !t->place.country.empty(); });
  };
  search.below(trigger);
  if (!told()) of_object(tree, trigger, search);
  if (reach != PlaceReach::own) {
    if (!told()) of_clause(tree, trigger, search);
    if (!told()) of_subject(tree, trigger, search);
    if (!told()) of_dependants(tree, trigger, search);
  }
  if (!told() && reach >= PlaceReach::phrase)
    search_nearby(tree, toponyms_, trigger, reach == PlaceReach::sentence, search);
  std::stable_sort(search.found.begin(), search.found.end(),
                   [](const Toponym* a, const Toponym* b) { return fineness(a->place) < fineness(b->place); });
  for (const Toponym* toponym : search.found) {
    const Place& place = toponym->place;
    const bool said = std::any_of(out.begin(), out.end(), [&](const Place& finer) {
      if (finer.name == place.name && finer.country == place.country) return true;
      return place.precision == Precision::country && finer.country == place.country;
    });
    if (!said) out.push_back(place);
  }
}

}  // namespace masudi::coding
