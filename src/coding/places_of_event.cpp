// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "coding/clause.h"
#include "coding/place_words.h"
#include "coding/places.h"

namespace masudi::coding {
namespace {

constexpr int kDeepest = 6;  // steps down into a phrase

bool is_where(std::string_view preposition) {
  return preposition != "of" && preposition != "between" && preposition != "amid" && is_place_preposition(preposition);
}

// Whether a phrase stands after a preposition of place: its own, or one that the parser gave to a word before its head
// ("in the capital Damascus").
bool stands_where(const Tree& tree, TokenIndex t) {
  for (const TokenIndex child : tree.children(t)) {
    const Relation r = tree.relation(child);
    if (r == Relation::case_ && is_where(tree.lemma(child))) return true;
    if ((r == Relation::nmod_desc || r == Relation::compound) && child < t && is_where(tree.preposition(child)))
      return true;
  }
  return false;
}

// Collects the toponyms of one event.
class Search {
 public:
  Search(const Context& context, const Places& places) : c_(context), tree_(context.tree), places_(places) {}

  std::vector<const Toponym*> found;

  // Phrases that hang on `t` by a preposition of place: "in Aleppo", "at a market in the city of X".
  bool below(TokenIndex t) {
    bool any = false;
    for (const TokenIndex child : tree_.children(t)) {
      switch (tree_.relation(child)) {
        case Relation::obl:
        case Relation::nmod:
        case Relation::obl_unmarked:
        case Relation::nmod_unmarked:
        case Relation::advmod:
        case Relation::obl_agent:
          if (stands_where(tree_, child)) any |= phrase(child, 0);
          break;
        // What belongs to a name may hang on its last word.
        case Relation::flat: any |= below(child); break;
        default: break;
      }
    }
    return any;
  }

  // The place that a nominal is, or that it lies in. `top`: whether a country may be meant.
  bool phrase(TokenIndex t, int depth) {
    if (depth > kDeepest) return false;
    bool any = take(t);
    for (const TokenIndex child : tree_.children(t)) {
      switch (tree_.relation(child)) {
        case Relation::nmod:
          if (const auto word = tree_.preposition(child); word == "of" || stands_where(tree_, child))
            any |= phrase(child, depth + 1);
          break;
        case Relation::nmod_poss:
        case Relation::compound:
          // "a United States operation": whose it is, not where.
          if (const Toponym* owner = places_.at(child);
              owner == nullptr || owner->place.precision != Precision::country) {
            any |= phrase(child, depth + 1);
          }
          break;
        case Relation::appos:
        case Relation::conj:
        case Relation::list:
        case Relation::flat:
        case Relation::nmod_unmarked:
        case Relation::nmod_desc:
        case Relation::dep: any |= phrase(child, depth + 1); break;
        default: break;
      }
    }
    return any;
  }

  // A toponym without what hangs on it, unless it is a mere country.
  bool named(TokenIndex t, bool countries) {
    const Toponym* place = places_.at(t);
    if (place == nullptr || (!countries && place->place.precision == Precision::country)) return false;
    return phrase(t, 0);
  }

 private:
  bool take(TokenIndex t) {
    const Toponym* place = places_.at(t);
    if (place == nullptr) return false;
    if (std::find(found.begin(), found.end(), place) == found.end()) found.push_back(place);
    return true;
  }

  const Context& c_;
  const Tree& tree_;
  const Places& places_;
};

// People who sit somewhere else than where what they do happens.
bool is_seat_holder(std::string_view lemma) {
  return lemma == "government" || lemma == "administration" || lemma == "regime" || lemma == "embassy" ||
         lemma == "ambassador" || lemma == "authority" || lemma == "official" || lemma == "headquarters";
}

// The thing that an event is done to: "attacked the village of X", "the siege of X", "shelling of a market in X".
bool of_object(const Tree& tree, TokenIndex trigger, Search& search) {
  if (tree.is_verb(trigger)) {
    const TokenIndex object = tree.logical_object(trigger);
    if (object == kNoToken || !tree.is_nominal(object)) return false;
    if (search.named(object, false)) return true;
    if (is_seat_holder(tree.lemma(object))) return false;
    bool any = search.below(object);
    for (const TokenIndex child : tree.children(object)) {
      const Relation r = tree.relation(child);
      if (r == Relation::nmod && tree.preposition(child) == "of") {
        any |= search.named(child, false) || search.below(child);
      }
      if (r == Relation::compound || r == Relation::nmod_poss || r == Relation::appos)
        any |= search.named(child, false);
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
    if (!search.named(child, false))
      any |= search.below(child);
    else
      any = true;
    for (const TokenIndex inner : tree.children(child)) {
      if (tree.relation(inner) == Relation::nmod && tree.preposition(inner) == "of") any |= search.named(inner, false);
      if (tree.relation(inner) == Relation::compound) any |= search.named(inner, false);
    }
  }
  return any;
}

// From the trigger up: the verb that lends a noun its clause, verbs that share it, the noun a clause is about.
bool of_clause(const Tree& tree, TokenIndex trigger, Search& search) {
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
    if (tree.is_verb(up) && tree.relation(t) != Relation::obj && of_object(tree, up, search)) return true;
    t = up;
  }
  return false;
}

bool of_subject(const Tree& tree, TokenIndex trigger, Search& search) {
  const TokenIndex verb = tree.is_verb(trigger) ? trigger : tree.head(trigger);
  if (verb == kNoToken || !tree.is_verb(verb)) return false;
  const TokenIndex subject = tree.logical_subject(verb);
  if (subject == kNoToken || is_seat_holder(tree.lemma(subject)) || !tree.is_nominal(subject)) return false;
  if (search.below(subject)) return true;
  // "an assembly of ministers in Cairo"
  for (const TokenIndex child : tree.children(subject)) {
    if (tree.relation(child) == Relation::nmod && tree.preposition(child) == "of" && search.below(child)) return true;
  }
  return false;
}

// Clauses and nouns that are told with it: "a bombing that killed 12 in X", "was shot and died in X".
bool of_dependants(const Tree& tree, TokenIndex trigger, Search& search) {
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

// The phrase after "in" or its like that this toponym stands in; kNoToken if there is none.
TokenIndex phrase_of(const Tree& tree, const Toponym& toponym) {
  TokenIndex phrase = toponym.head;
  for (int steps = 0; steps < 3 && !stands_where(tree, phrase); ++steps) {
    const Relation r = tree.relation(phrase);
    if (tree.head(phrase) == kNoToken ||
        (r != Relation::nmod && r != Relation::compound && r != Relation::nmod_poss && r != Relation::appos &&
         r != Relation::flat && r != Relation::nmod_unmarked)) {
      return kNoToken;
    }
    phrase = tree.head(phrase);
  }
  const std::string_view word = tree.preposition(phrase);
  if (word != "in" && word != "at" && word != "near" && word != "outside" && word != "inside" && word != "across")
    return kNoToken;
  const TokenIndex owner = tree.head(phrase);
  return owner != kNoToken && is_seat_holder(tree.lemma(owner)) ? kNoToken : phrase;
}

// Whether a preposition of place stands before the name, whatever the tree says: "in the northern city of X".
bool follows_preposition(const Tree& tree, const Toponym& toponym) {
  TokenIndex t = toponym.first;
  const std::uint32_t sentence = tree.sentence(t);
  for (int steps = 0; steps < 5 && t > 0 && tree.sentence(t - 1) == sentence; ++steps) {
    --t;
    const std::string_view word = tree.lemma(t);
    if (word == "in" || word == "at" || word == "near" || word == "outside" || word == "inside" || word == "across" ||
        word == "over" || word == "into" || word == "on")
      return true;
    const bool passes = tree.upos(t) == Upos::det || tree.upos(t) == Upos::adj || is_direction(word) ||
                        (tree.is_verb(t) && tree.relation(t) == Relation::amod) || is_town_word(word) || is_region_word(word) || word == "of" || tree.xpos(t) == Xpos::pos ||
                        tree.upos(t) == Upos::propn;
    if (!passes) return false;
  }
  return false;
}

// What else in the sentence says where: the nearest phrase after "in" and its like, whatever it hangs on. Parsers hang
// many such phrases on the wrong word, and few sentences tell of two places. Else the nearest name that follows such a
// word though the tree has it otherwise; else the only town, region or site that the sentence names.
void nearby(const Tree& tree, std::span<const Toponym> all, TokenIndex trigger, Search& search) {
  constexpr std::ptrdiff_t kReach = 16;  // toponyms to either side
  const auto at =
      std::lower_bound(all.begin(), all.end(), trigger, [](const Toponym& a, TokenIndex t) { return a.first < t; });
  const auto from = all.begin() + std::max<std::ptrdiff_t>(0, at - all.begin() - kReach);
  const auto to = all.end() - at > kReach ? at + kReach : all.end();
  const auto away = [&](TokenIndex t) { return t > trigger ? t - trigger : trigger - t; };
  TokenIndex best = kNoToken, after = kNoToken, only = kNoToken;
  int finer = 0;
  for (auto toponym = from; toponym != to; ++toponym) {
    if (tree.sentence(toponym->first) != tree.sentence(trigger)) continue;
    const TokenIndex phrase = toponym->resolved ? phrase_of(tree, *toponym) : kNoToken;
    if (phrase != kNoToken && (best == kNoToken || away(phrase) < away(best))) best = phrase;
    const bool nearer = after == kNoToken || away(toponym->head) < away(after);
    if (nearer && follows_preposition(tree, *toponym)) after = toponym->head;
    if (toponym->place.precision != Precision::country) ++finer, only = toponym->head;
  }
  if (best != kNoToken && search.phrase(best, 0)) return;
  if (after != kNoToken && search.named(after, true)) return;
  if (finer == 1) search.phrase(only, 0);
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
  Search search(context, *this);
  // A sea or a part of the world will do only where nothing else is told.
  const auto told = [&] {
    return std::ranges::any_of(search.found, [](const Toponym* t) { return !t->resolved || !t->place.country.empty(); });
  };
  search.below(trigger);
  if (!told()) of_object(tree, trigger, search);
  if (reach != PlaceReach::own) {
    if (!told()) of_clause(tree, trigger, search);
    if (!told()) of_subject(tree, trigger, search);
    if (!told()) of_dependants(tree, trigger, search);
  }
  if (!told() && reach == PlaceReach::sentence) nearby(tree, toponyms_, trigger, search);
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
