// SPDX-License-Identifier: Apache-2.0
#include "language/mend_trees.h"

#include <algorithm>
#include <array>

#include "language/addresses.h"

namespace masudi::language {
namespace {

bool may_be_clause(Relation r) {
  return r == Relation::root || r == Relation::conj || r == Relation::parataxis || r == Relation::ccomp ||
         r == Relation::advcl;
}

// The subject before a past form `verb` that hangs on the noun `object` as its attribute, whichever of the two it is
// tied to; kNoToken if there is none, or if the noun is a predicate.
TokenIndex subject_beside(const Tokens& t, TokenIndex verb, TokenIndex object) {
  // Dependents of the noun stand near it; what stands before the verb is looked through as far as the subject.
  constexpr TokenIndex kFarthest = 24;
  TokenIndex subject = kNoToken;
  for (TokenIndex w = verb; w-- > 0 && verb - w <= kFarthest;) {
    if (t.head[w] == verb && t.relation[w] == Relation::nsubj) return w;
    if (t.head[w] != object) continue;
    if (t.relation[w] == Relation::nsubj) subject = subject == kNoToken ? w : subject;
    if (t.relation[w] == Relation::cop || t.relation[w] == Relation::det) return kNoToken;
  }
  for (TokenIndex w = verb + 1; w < object; ++w) {
    if (t.head[w] == object && t.relation[w] == Relation::cop) return kNoToken;
  }
  return subject;
}

// Gives the clause of `object` to `verb`.
void turn(Tokens& t, TokenIndex subject, TokenIndex verb, TokenIndex object) {
  constexpr TokenIndex kBehind = 200;  // dependents of the clause are looked for so far behind
  t.head[verb] = t.head[object], t.relation[verb] = t.relation[object];
  t.head[object] = verb, t.relation[object] = Relation::obj;
  t.xpos[verb] = Xpos::vbd;
  const TokenIndex first = subject > kBehind ? subject - kBehind : 0;
  for (TokenIndex w = first; w < verb; ++w) {
    if (t.head[w] == object) t.head[w] = verb;
  }
  const TokenIndex last = std::min(t.size(), object + kBehind);
  for (TokenIndex w = object + 1; w < last; ++w) {
    if (t.head[w] != object) continue;
    switch (t.relation[w]) {
      case Relation::obl:
      case Relation::advcl:
      case Relation::advmod:
      case Relation::xcomp:
      case Relation::ccomp:
      case Relation::parataxis:
      case Relation::punct: t.head[w] = verb; break;
      default: break;
    }
  }
}

// The noun right before the verb in a sentence that is one noun phrase with a full stop: "Riyadh severed ties with
// Doha." kNoToken if it is no such sentence.
TokenIndex subject_before(const Tokens& t, TokenIndex verb, TokenIndex object) {
  constexpr TokenIndex kLongest = 40;  // words to either side
  const TokenIndex subject = verb - 1;
  const bool joined = t.head[subject] == object &&
                      (t.relation[subject] == Relation::compound || t.relation[subject] == Relation::nmod_unmarked);
  if (!joined || t.relation[object] != Relation::root) return kNoToken;
  TokenIndex w = object + 1;
  for (; w < t.size() && w - object < kLongest && t.xpos[w] != Xpos::period; ++w) {
    if (t.head[w] == kNoToken || t.relation[w] == Relation::nsubj || t.relation[w] == Relation::cop) return kNoToken;
  }
  if (w == t.size() || t.xpos[w] != Xpos::period) return kNoToken;
  for (w = subject; w-- > 0 && subject - w < kLongest && t.head[w] != kNoToken && t.xpos[w] != Xpos::period;) {
    if (t.relation[w] == Relation::nsubj || t.relation[w] == Relation::cop) return kNoToken;
  }
  return subject;
}

// Verbs of headlines that taggers take for plurals, and that hardly ever stand as plurals before a noun.
constexpr auto kHeadlineVerbs = std::to_array<std::string_view>(
    {"accuses",  "approves", "arrests", "backs",    "bans",     "blocks",    "bombs",   "calls",     "captures",
     "charges",  "condemns", "cuts",    "delays",   "demands",  "denies",    "deploys", "detains",   "ends",
     "expels",   "eyes",     "fines",   "frees",    "halts",    "hosts",     "imposes", "jails",     "kills",
     "launches", "lifts",    "lists",   "meets",    "names",    "opens",     "orders",  "pardons",   "plans",
     "probes",   "quits",    "raids",   "rejects",  "releases", "seeks",     "seizes",  "sentences", "shells",
     "signs",    "slams",    "sues",    "summons",  "suspends", "threatens", "urges",   "vetoes",    "visits",
     "votes",    "vows",     "warns",   "withdraws"});
static_assert(std::ranges::is_sorted(kHeadlineVerbs));

constexpr TokenIndex kReach = 60;  // dependents of a headline's clause are looked for so far

// Whether a word hangs below another, by no more steps than a clause has; also if there are more.
bool is_below(const Tokens& t, TokenIndex word, TokenIndex above) {
  for (TokenIndex steps = 0; steps <= kReach; ++steps) {
    if (word == above) return true;
    if (word == kNoToken) return false;
    word = t.head[word];
  }
  return true;
}

bool has_subject_or_copula(const Tokens& t, TokenIndex head, TokenIndex first, TokenIndex last) {
  for (TokenIndex w = first; w < last; ++w) {
    if (t.head[w] == head && (t.relation[w] == Relation::nsubj || t.relation[w] == Relation::cop)) return true;
  }
  return false;
}

// Makes a verb of a word between its subject and what was taken for the head of all three; dependents are looked for
// from `first` to `last`.
void make_clause(Tokens& t, TokenIndex verb, TokenIndex object, TokenIndex first, TokenIndex last) {
  const TokenIndex subject = verb - 1;
  t.upos[verb] = Upos::verb;
  t.head[verb] = t.head[object], t.relation[verb] = t.relation[object];
  t.head[object] = verb, t.relation[object] = Relation::obj;
  for (TokenIndex w = first; w < subject; ++w) {
    if (t.head[w] == verb || t.head[w] == object) t.head[w] = subject;
  }
  t.head[subject] = verb, t.relation[subject] = Relation::nsubj;
  for (TokenIndex w = object + 1; w < last; ++w) {
    if (t.head[w] != object) continue;
    const bool phrase = t.relation[w] == Relation::nmod && w > object + 1;
    if (phrase) t.relation[w] = Relation::obl;
    if (phrase || t.relation[w] == Relation::punct || t.relation[w] == Relation::advcl) t.head[w] = verb;
  }
}

// "A Chinese court sentences dissident X to …": a plural between two nouns of a sentence that has no verb of its own.
void mend_headline(std::string_view text, Tokens& t, TokenIndex verb) {
  const TokenIndex object = t.head[verb], subject = verb - 1;
  if (t.relation[verb] != Relation::compound || object == kNoToken || object < verb) return;
  if (t.relation[object] != Relation::root && t.relation[object] != Relation::parataxis) return;
  if (t.head[subject] != verb && t.head[subject] != object) return;
  if (t.relation[subject] != Relation::compound || (t.upos[subject] != Upos::noun && t.upos[subject] != Upos::propn))
    return;
  if (!std::ranges::binary_search(kHeadlineVerbs, t.span[verb].in(text))) return;
  const TokenIndex first = subject > kReach ? subject - kReach : 0, last = std::min(t.size(), object + kReach);
  if (has_subject_or_copula(t, object, first, last)) return;
  t.xpos[verb] = Xpos::vbz;
  make_clause(t, verb, object, first, last);
}

// Whether a word that may be a noun or a quality is a verb before another: "open fire", "fire tear gas", "claim
// responsibility".
bool is_bare_verb(std::string_view verb, std::string_view object) {
  constexpr auto kVolleys = std::to_array<std::string_view>({"fire", "gunfire", "shots"});
  constexpr auto kShots = std::to_array<std::string_view>(
      {"ammunition", "artillery", "bullets", "cannon", "cannons", "flares", "gas", "grenades", "missile", "missiles",
       "mortars", "rocket", "rockets", "rounds", "shells", "shots", "teargas", "torpedoes"});
  if (verb == "fire") return std::ranges::binary_search(kShots, object);
  if (verb == "claim") return object == "responsibility";
  return (verb == "open" || verb == "exchange" || verb == "return" || verb == "trade") &&
         std::ranges::binary_search(kVolleys, object);
}

// "Nepalese police open fire on the crowd", "guards fire tear gas": the same of a bare verb behind a plural.
void mend_bare_verb(std::string_view text, Tokens& t, TokenIndex verb) {
  const TokenIndex object = t.head[verb], subject = verb - 1;
  if (t.relation[verb] != Relation::compound && t.relation[verb] != Relation::amod) return;
  if (object == kNoToken || object < verb || !is_bare_verb(t.span[verb].in(text), t.span[object].in(text))) return;
  if (t.relation[object] != Relation::root && t.relation[object] != Relation::parataxis) return;
  const std::string_view who = t.span[subject].in(text);
  const bool several = t.xpos[subject] == Xpos::nns || t.xpos[subject] == Xpos::nnps || who == "police" ||
                       who == "Police" || who == "Taliban";
  if (!several || (t.head[subject] != verb && t.head[subject] != object)) return;
  const TokenIndex first = subject > kReach ? subject - kReach : 0, last = std::min(t.size(), object + kReach);
  if (has_subject_or_copula(t, object, first, subject)) return;
  t.xpos[verb] = Xpos::vbp;
  make_clause(t, verb, object, first, last);
}

// Of a plural with its compound right before it makes a verb with its subject, which takes what hung on it from `first`
// on.
void make_verb(Tokens& t, TokenIndex verb, TokenIndex first) {
  const TokenIndex subject = verb - 1;
  t.upos[verb] = Upos::verb, t.xpos[verb] = Xpos::vbz;
  for (TokenIndex w = first; w < subject; ++w) {
    if (t.head[w] == verb && t.relation[w] != Relation::punct) t.head[w] = subject;
  }
  t.relation[subject] = Relation::nsubj;
  if (t.upos[subject] == Upos::adj) t.upos[subject] = Upos::noun, t.xpos[subject] = Xpos::nn;
}

// Whether a word before a plural may be its subject: "the military bombs a site" too.
bool may_be_subject(std::string_view text, const Tokens& t, TokenIndex subject) {
  return t.relation[subject] == Relation::compound ||
         (t.relation[subject] == Relation::amod && t.span[subject].in(text) == "military");
}

// "Germany summons the ambassador": the same where the plural was taken for what the sentence is about, and the object
// for another word for it, without a comma.
void mend_headline_root(std::string_view text, Tokens& t, TokenIndex verb) {
  const TokenIndex subject = verb - 1;
  if (t.relation[verb] != Relation::root && t.relation[verb] != Relation::parataxis) return;
  if (t.head[subject] != verb || !may_be_subject(text, t, subject)) return;
  if (!std::ranges::binary_search(kHeadlineVerbs, t.span[verb].in(text))) return;
  const TokenIndex first = subject > kReach ? subject - kReach : 0, last = std::min(t.size(), verb + kReach);
  if (has_subject_or_copula(t, verb, first, last)) return;
  TokenIndex object = verb + 1;
  while (object < last && t.head[object] != verb) {
    if (t.upos[object] == Upos::punct) return;
    ++object;
  }
  if (object == last || t.relation[object] != Relation::appos) return;
  make_verb(t, verb, first);
  t.relation[object] = Relation::obj;
  for (TokenIndex w = object + 1; w < last; ++w) {
    if (t.head[w] == verb && t.relation[w] == Relation::nmod) t.relation[w] = Relation::obl;
  }
}

// Verbs that say what somebody is, or is to be called.
constexpr auto kNaming = std::to_array<std::string_view>(
    {"brand",      "branded",    "branding",   "brands",   "call",     "called",    "calling", "calls", "consider",
     "considered", "considers",  "declare",    "declared", "declares", "deem",      "deemed",  "deems", "dub",
     "dubbed",     "dubs",       "label",      "labeled",  "labelled", "labelling", "labels",  "name",  "named",
     "names",      "pronounced", "pronounces", "ruled",    "term",     "termed",    "terms"});
static_assert(std::ranges::is_sorted(kNaming));

// "Emirati troops advance on the capital": the same of a bare verb that goes without an object, in a sentence that has
// no other.
void mend_bare_move(std::string_view text, Tokens& t, TokenIndex verb) {
  constexpr auto kMoves = std::to_array<std::string_view>(
      {"advance", "attack", "battle", "clash", "march", "protest", "rally", "retreat", "riot", "strike", "surrender"});
  constexpr auto kThings = std::to_array<std::string_view>({"arms", "games", "goods", "sales", "sports", "weapons"});
  const TokenIndex subject = verb - 1;
  if (t.relation[verb] != Relation::root && t.relation[verb] != Relation::parataxis) return;
  if (t.upos[verb + 1] != Upos::adp || t.relation[subject] != Relation::compound || t.head[subject] != verb) return;
  if (std::ranges::find(kMoves, t.span[verb].in(text)) == kMoves.end()) return;
  const std::string_view who = t.span[subject].in(text);
  const bool several = t.xpos[subject] == Xpos::nns || t.xpos[subject] == Xpos::nnps;
  if (!several || std::ranges::find(kThings, who) != kThings.end()) return;
  const TokenIndex first = subject > kReach ? subject - kReach : 0, last = std::min(t.size(), verb + kReach);
  if (has_subject_or_copula(t, verb, first, last)) return;
  make_verb(t, verb, first);
  t.xpos[verb] = Xpos::vbp;
  for (TokenIndex w = verb + 1; w < last; ++w) {
    if (t.head[w] == verb && t.relation[w] == Relation::nmod) t.relation[w] = Relation::obl;
  }
}

// "called the decision a disgrace": what somebody is said to be is no other word for who is meant.
void mend_naming(std::string_view text, Tokens& t, TokenIndex noun) {
  const TokenIndex object = t.head[noun];
  if (t.relation[noun] != Relation::appos || object == kNoToken || object > noun) return;
  const TokenIndex verb = t.head[object];
  if (t.relation[object] != Relation::obj || verb == kNoToken || verb > object || noun - verb > kReach) return;
  if (!std::ranges::binary_search(kNaming, t.span[verb].in(text))) return;
  bool article = false;
  for (TokenIndex w = object + 1; w < noun; ++w) {
    if (t.upos[w] == Upos::punct) return;
    const std::string_view form = t.span[w].in(text);
    article |= t.head[w] == noun && (form == "a" || form == "an");
  }
  if (article) t.head[noun] = verb, t.relation[noun] = Relation::xcomp;
}

// "Parliament votes to expel the envoy": a plural with a noun before it and an infinitive behind, in a sentence that
// has no verb of its own.
void mend_intent(std::string_view text, Tokens& t, TokenIndex verb) {
  constexpr auto kVerbs = std::to_array<std::string_view>({"attempts", "claims", "demands", "hopes", "moves", "offers",
                                                           "orders", "plans", "pledges", "promises", "vows", "votes"});
  const TokenIndex subject = verb - 1;
  const Relation place = t.relation[verb];  // behind a heading and a colon it is what that is about
  if (place != Relation::root && place != Relation::appos && place != Relation::parataxis) return;
  if (t.head[subject] != verb || t.relation[subject] != Relation::compound) return;
  if (std::ranges::find(kVerbs, t.span[verb].in(text)) == kVerbs.end()) return;
  const TokenIndex first = subject > kReach ? subject - kReach : 0, last = std::min(t.size(), verb + kReach);
  if (has_subject_or_copula(t, verb, first, last)) return;
  TokenIndex infinitive = verb + 1;
  const auto is_infinitive = [&](TokenIndex w) {
    return t.head[w] == verb && t.relation[w] == Relation::acl && t.xpos[w] == Xpos::vb;
  };
  while (infinitive < last && !is_infinitive(infinitive)) ++infinitive;
  if (infinitive == last) return;
  make_verb(t, verb, first);
  t.relation[infinitive] = Relation::xcomp;
  if (place == Relation::appos) t.relation[verb] = Relation::parataxis;
}

// "fourteen police officers": a word for a number that stands before what it counts.
bool counts_noun(std::string_view text, const Tokens& t, TokenIndex word) {
  constexpr auto kNumbers = std::to_array<std::string_view>(
      {"eight",    "eighteen", "eighty",   "eleven", "fifteen", "fifty",     "five",    "forty", "four",
       "fourteen", "nine",     "nineteen", "ninety", "seven",   "seventeen", "seventy", "six",   "sixteen",
       "sixty",    "ten",      "thirteen", "thirty", "three",   "twelve",    "twenty",  "two"});
  static_assert(std::ranges::is_sorted(kNumbers));
  if (t.upos[word] != Upos::noun && t.upos[word] != Upos::propn) return false;
  const bool before = t.head[word] != kNoToken && t.head[word] > word &&
                      (t.relation[word] == Relation::compound || t.relation[word] == Relation::amod);
  return before && std::ranges::binary_search(kNumbers, t.span[word].in(text));
}

// Whether a word has a child with a relation among the `kReach` words to its left.
bool has_before(const Tokens& t, TokenIndex head, Relation relation) {
  for (TokenIndex w = head; w-- > 0 && head - w <= kReach;) {
    if (t.head[w] == head && t.relation[w] == relation) return true;
  }
  return false;
}

// Nouns have no objects. "Turkey summons the envoy": the noun is the verb; "guards open fire": its object's attribute
// is.
void mend_object_of_noun(std::string_view text, Tokens& t, TokenIndex object) {
  const TokenIndex noun = t.head[object];
  if (t.relation[object] != Relation::obj || noun == kNoToken || noun >= object || object - noun > kReach) return;
  const bool past = t.upos[noun] == Upos::adj && t.span[noun].in(text).ends_with("ed");  // "Libya armed the rebels"
  if ((t.upos[noun] != Upos::noun && !past) || !may_be_clause(t.relation[noun])) return;
  const bool clause = has_subject_or_copula(t, noun, noun > kReach ? noun - kReach : 0, noun);
  if (clause && has_before(t, noun, Relation::nsubj) && !has_before(t, noun, Relation::cop)) {
    // "officials of the port intercept a boat"
    t.upos[noun] = Upos::verb, t.xpos[noun] = past ? Xpos::vbd : t.xpos[noun] == Xpos::nns ? Xpos::vbz : Xpos::vbp;
    return;
  }
  if (clause || past) return;
  const TokenIndex next = noun + 1;
  if (t.head[next] == object && t.relation[next] == Relation::amod && t.upos[next] == Upos::adj) {
    t.upos[next] = Upos::verb, t.xpos[next] = Xpos::vbp;
    t.head[next] = t.head[noun], t.relation[next] = t.relation[noun];
    t.head[noun] = next, t.relation[noun] = Relation::nsubj;
    t.head[object] = next;
    const TokenIndex last = std::min(t.size(), object + kReach);
    for (TokenIndex w = object + 1; w < last; ++w) {
      if (t.head[w] == noun && t.relation[w] != Relation::nmod && t.relation[w] != Relation::appos) t.head[w] = next;
    }
    return;
  }
  TokenIndex subject = noun == 0 ? kNoToken : noun - 1;
  // The first word of a name: "Al-Shabaab claims responsibility."
  while (subject != kNoToken && t.relation[subject] == Relation::flat && t.head[subject] < subject)
    subject = t.head[subject];
  const bool in_s = t.xpos[noun] == Xpos::nns || t.xpos[noun] == Xpos::vbz;
  if (subject == kNoToken || !in_s || t.head[subject] != noun) return;
  if (t.relation[subject] != Relation::compound || !(t.upos[subject] == Upos::noun || t.upos[subject] == Upos::propn))
    return;
  t.upos[noun] = Upos::verb, t.xpos[noun] = Xpos::vbz, t.relation[subject] = Relation::nsubj;
  for (TokenIndex w = subject; w-- > 0 && subject - w <= kReach;) {
    if (t.head[w] == noun && (t.relation[w] == Relation::det || t.relation[w] == Relation::compound ||
                              t.relation[w] == Relation::amod || t.relation[w] == Relation::nmod_poss))
      t.head[w] = subject;
  }
}

// "X has denied the charge": a subject before the verb that was tied to the verb's object.
void mend_subject_of_object(Tokens& t, TokenIndex subject) {
  const TokenIndex object = t.head[subject];
  if (t.relation[subject] != Relation::nsubj || object == kNoToken || object < subject) return;
  const TokenIndex verb = t.head[object];
  if (t.relation[object] != Relation::obj || verb == kNoToken || verb < subject || verb > object) return;
  if (t.upos[verb] != Upos::verb || has_before(t, verb, Relation::nsubj) || has_before(t, verb, Relation::nsubj_pass) ||
      has_before(t, object, Relation::cop))
    return;
  t.head[subject] = verb;
}

bool is_nominal(const Tokens& t, TokenIndex w) {
  return t.upos[w] == Upos::noun || t.upos[w] == Upos::propn || t.upos[w] == Upos::pron;
}

// "called the government illegitimate": a noun with its article right before an adjective is no part of it.
void mend_named_quality(std::string_view text, Tokens& t, TokenIndex quality) {
  const TokenIndex verb = t.head[quality], object = quality - 1;
  if (t.relation[quality] != Relation::xcomp || t.upos[quality] != Upos::adj) return;
  if (verb == kNoToken || verb >= object || quality - verb > kReach) return;
  if (t.head[object] != quality || (t.upos[object] != Upos::noun && t.upos[object] != Upos::propn)) return;
  if (t.relation[object] != Relation::compound && t.relation[object] != Relation::nmod_unmarked) return;
  if (!std::ranges::binary_search(kNaming, t.span[verb].in(text))) return;
  t.head[object] = verb, t.relation[object] = Relation::obj;
  for (TokenIndex w = verb + 1; w < object; ++w) {
    if (t.head[w] == quality) t.head[w] = object;
  }
}

// "granted the protesters a pardon": of two objects the first says to whom; with verbs of naming the second says what.
void mend_two_objects(std::string_view text, Tokens& t, TokenIndex second) {
  const TokenIndex verb = t.head[second];
  if (t.relation[second] != Relation::obj || verb == kNoToken || verb >= second || second - verb > kReach) return;
  TokenIndex first = kNoToken;
  for (TokenIndex w = verb + 1; w < second; ++w) {
    if (t.upos[w] == Upos::punct || t.upos[w] == Upos::cconj || t.relation[w] == Relation::iobj) return;
    if (t.head[w] == verb && t.relation[w] == Relation::obj) first = first == kNoToken ? w : first;
  }
  if (first == kNoToken || !is_nominal(t, first) || !is_nominal(t, second)) return;
  if (std::ranges::binary_search(kNaming, t.span[verb].in(text))) {
    t.relation[second] = Relation::xcomp;
  } else {
    t.relation[first] = Relation::iobj;
  }
}

// "rolled back tariffs": a particle right behind a verb is the verb's, not its object's.
void mend_particle(std::string_view text, Tokens& t, TokenIndex word) {
  const TokenIndex verb = word - 1, object = t.head[word];
  if (t.relation[word] != Relation::amod && t.relation[word] != Relation::advmod) return;
  if (object == kNoToken || object < word || t.upos[verb] != Upos::verb || t.head[object] != verb) return;
  if (t.relation[object] != Relation::obj || t.upos[word] == Upos::adj) return;
  const std::string_view form = t.span[word].in(text);
  if (form != "back" && form != "down" && form != "off" && form != "out" && form != "up" && form != "away") return;
  t.head[word] = verb, t.relation[word] = Relation::compound_prt;
}

bool ends_in_ed(std::string_view form) { return form.size() > 4 && form.ends_with("ed"); }

// "The general handed over the base": what has an article before a verb without a subject is a noun.
void mend_adjective_subject(Tokens& t, TokenIndex word) {
  const TokenIndex verb = t.head[word];
  if (t.upos[word] != Upos::adj || t.relation[word] != Relation::amod || verb == kNoToken || verb < word) return;
  if (t.upos[verb] != Upos::verb || !may_be_clause(t.relation[verb]) || !has_before(t, word, Relation::det)) return;
  if (has_before(t, verb, Relation::nsubj) || has_before(t, verb, Relation::nsubj_pass)) return;
  t.upos[word] = Upos::noun, t.xpos[word] = Xpos::nn, t.relation[word] = Relation::nsubj;
}

// "The ministers are to meet": the parser has the subject of a clause that is itself a predicate. It is the subject of
// the verb, or of the adjective on which the verb hangs ("is due to arrive").
void mend_outer_subject(Tokens& t, TokenIndex subject) {
  const TokenIndex verb = t.head[subject];
  if (t.relation[subject] != Relation::nsubj_outer || verb == kNoToken || verb < subject || t.upos[verb] != Upos::verb)
    return;
  if (has_before(t, verb, Relation::nsubj) || has_before(t, verb, Relation::nsubj_pass)) return;
  t.relation[subject] = Relation::nsubj;
  const TokenIndex quality = t.head[verb];
  if (quality == kNoToken || quality < subject || quality > verb || t.upos[quality] != Upos::adj) return;
  if (has_before(t, quality, Relation::cop) && !has_before(t, quality, Relation::nsubj)) t.head[subject] = quality;
}

// "a clash between troops and rebels", "A, B and C agreed": what "and" stands before, with the same part as the phrase
// before "and" and no preposition of its own, is joined to that phrase.
void mend_joined(Tokens& t, TokenIndex conjunction) {
  constexpr TokenIndex kFarthest = 12;  // words between "and" and what it joins, to either side
  const TokenIndex second = t.head[conjunction];
  if (t.relation[conjunction] != Relation::cc || second == kNoToken || second < conjunction) return;
  if (second - conjunction > kFarthest || !is_nominal(t, second)) return;
  switch (t.relation[second]) {
    case Relation::nmod:
    case Relation::obl:
    case Relation::obj:
    case Relation::nsubj:
    case Relation::nsubj_pass: break;
    default: return;
  }
  for (TokenIndex w = conjunction; w < second; ++w) {
    if (t.head[w] == second && t.relation[w] == Relation::case_) return;
  }
  for (TokenIndex first = conjunction; first-- > 0 && conjunction - first <= kFarthest;) {
    if (first == t.head[second]) return;
    if (t.head[first] != t.head[second]) continue;
    if (t.relation[first] == t.relation[second] && is_nominal(t, first))
      t.head[second] = first, t.relation[second] = Relation::conj;
    if (t.relation[first] != Relation::punct) return;
  }
}

// "between Tajikistan and Kyrgyzstan forces": what stands between "and" and the noun that it joins is a part of that
// one.
void mend_part_of_joined(Tokens& t, TokenIndex conjunction) {
  const TokenIndex noun = t.head[conjunction], part = conjunction + 1;
  if (t.relation[conjunction] != Relation::cc || noun == kNoToken || noun != part + 1) return;
  if (!is_nominal(t, noun) || !is_nominal(t, part) || t.relation[noun] != Relation::conj) return;
  if (t.relation[part] == Relation::conj && t.head[part] == t.head[noun])
    t.head[part] = noun, t.relation[part] = Relation::compound;
}

// "defeated the rebels and Kenya would move in": the noun between "and" and the auxiliary of a joined clause without a
// subject is its subject.
void mend_subject_of_joined(Tokens& t, TokenIndex conjunction) {
  const TokenIndex noun = conjunction + 1, auxiliary = conjunction + 2;
  if (t.relation[conjunction] != Relation::cc || t.head[conjunction] != noun || !is_nominal(t, noun)) return;
  if (t.relation[noun] != Relation::conj || t.relation[auxiliary] != Relation::aux) return;
  const TokenIndex verb = t.head[auxiliary];
  if (verb == kNoToken || verb < auxiliary) return;
  const Relation clause = t.relation[verb];
  if (clause != Relation::conj && clause != Relation::ccomp && clause != Relation::parataxis) return;
  if (verb - auxiliary > kReach || has_subject_or_copula(t, verb, auxiliary, verb) || is_below(t, verb, noun)) return;
  t.head[conjunction] = verb;
  t.head[noun] = verb, t.relation[noun] = Relation::nsubj;
}

// "order Israel to halt the attack": what somebody is told to do is no purpose of the telling.
void mend_command(std::string_view text, Tokens& t, TokenIndex infinitive) {
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"ask",        "asked",     "asking",    "asks",    "force",   "forced",  "forces",  "forcing",  "instruct",
       "instructed", "instructs", "invite",    "invited", "invites", "order",   "ordered", "ordering", "orders",
       "persuade",   "persuaded", "persuades", "press",   "pressed", "presses", "tell",    "telling",  "tells",
       "told",       "urge",      "urged",     "urges",   "urging",  "warn",    "warned",  "warns"});
  static_assert(std::ranges::is_sorted(kVerbs));
  const TokenIndex verb = t.head[infinitive];
  if (t.relation[infinitive] != Relation::advcl || verb == kNoToken || verb + 2 > infinitive) return;
  if (t.xpos[infinitive - 1] != Xpos::to || !std::ranges::binary_search(kVerbs, t.span[verb].in(text))) return;
  for (TokenIndex w = verb + 1; w + 1 < infinitive; ++w) {
    if (t.head[w] == verb && t.relation[w] == Relation::obj) t.relation[infinitive] = Relation::xcomp;
    if (t.xpos[w] == Xpos::comma) return;
  }
}

// "arrested four suspects": a word in -s that stands as a noun does, with a number, article or attribute of its own.
bool is_plural_noun(const Tokens& t, TokenIndex word) {
  constexpr TokenIndex kBefore = 4;
  if (t.upos[word] != Upos::verb || t.xpos[word] != Xpos::vbz) return false;
  switch (t.relation[word]) {
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::obj:
    case Relation::iobj:
    case Relation::obl:
    case Relation::nmod: break;
    default: return false;
  }
  for (TokenIndex w = word; w-- > 0 && word - w <= kBefore;) {
    if (t.head[w] != word) continue;
    const Relation r = t.relation[w];
    if (r == Relation::nummod || r == Relation::det || r == Relation::amod || r == Relation::nmod_poss) return true;
  }
  return false;
}

// "shot dead a governor": an adjective between a verb and an article is none of the noun's.
void mend_result(std::string_view text, Tokens& t, TokenIndex word) {
  const TokenIndex noun = t.head[word], verb = word - 1;
  if (t.upos[word] != Upos::adj || t.relation[word] != Relation::amod || noun == kNoToken || noun < word) return;
  if (t.upos[verb] != Upos::verb || t.head[noun] != verb || t.relation[noun] != Relation::obj) return;
  const std::string_view form = t.span[word].in(text);
  if (form != "dead" && form != "free" && form != "open") return;
  const bool before_article =
      t.head[word + 1] == noun && (t.relation[word + 1] == Relation::det || t.relation[word + 1] == Relation::nummod);
  if (before_article || form == "dead") t.head[word] = verb, t.relation[word] = Relation::xcomp;
}

// "killed up to 20 people": the words before a number belong to it, and what is counted is the verb's object. Not with
// verbs of growth and motion: "prices went up to 20 dollars".
void mend_up_to(std::string_view text, Tokens& t, TokenIndex up) {
  constexpr auto kGrow = std::to_array<std::string_view>(
      {"add",   "added",  "adds", "built", "came", "climb",   "climbed", "climbs", "come",   "comes",  "edged",
       "gave",  "go",     "goes", "going", "gone", "jump",    "jumped",  "moved",  "opened", "ramped", "rise",
       "rises", "rising", "rose", "risen", "sped", "stepped", "stood",   "summed", "went"});
  const TokenIndex to = up + 1, number = up + 2, verb = t.head[up];
  if (up == 0 || number >= t.size() || verb != up - 1 || t.upos[verb] != Upos::verb || t.upos[number] != Upos::num)
    return;
  if (t.span[up].in(text) != "up" || t.span[to].in(text) != "to") return;
  if (t.relation[up] != Relation::compound_prt && t.relation[up] != Relation::advmod) return;
  const TokenIndex counted = t.relation[number] == Relation::nummod ? t.head[number] : number;
  if (t.head[to] != counted || t.head[counted] != verb || t.relation[counted] != Relation::obl) return;
  if (std::ranges::find(kGrow, t.span[verb].in(text)) != kGrow.end()) return;
  const TokenIndex last = std::min(t.size(), counted + kReach);
  for (TokenIndex w = counted; w < last; ++w) {
    if (t.head[w] == verb && t.relation[w] == Relation::obj) return;
  }
  t.head[up] = number, t.relation[up] = Relation::advmod;
  t.head[to] = up, t.relation[to] = Relation::fixed;
  t.relation[counted] = Relation::obj;
  // What has an object is no passive without an auxiliary.
  if (has_before(t, verb, Relation::aux_pass)) return;
  for (TokenIndex w = verb; w-- > 0 && verb - w <= kReach;) {
    if (t.head[w] == verb && t.relation[w] == Relation::nsubj_pass) t.relation[w] = Relation::nsubj;
  }
  if (t.xpos[verb] == Xpos::vbn && !has_before(t, verb, Relation::aux)) t.xpos[verb] = Xpos::vbd;
}

// "rebel held", "state owned": past forms that stand behind a noun as qualities of the next one.
bool is_quality(std::string_view form) {
  constexpr auto kQualities = std::to_array<std::string_view>(
      {"backed", "based", "born", "brokered", "controlled", "dominated", "funded", "held", "led", "linked", "occupied",
       "owned", "related", "run", "sponsored", "supported", "trained"});
  static_assert(std::ranges::is_sorted(kQualities));
  return std::ranges::binary_search(kQualities, form);
}

// Whether a noun is the root of a sentence that ends in a full stop and has no verb: the words of the sentence are
// looked through to both sides.
bool is_root_without_verb(const Tokens& t, TokenIndex root) {
  const auto tells = [&](TokenIndex w) {
    if (t.head[w] == kNoToken) return true;
    if (t.head[w] != root) return false;
    switch (t.relation[w]) {
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::csubj:
      case Relation::cop:
      case Relation::aux:
      case Relation::expl: return true;
      case Relation::ccomp:
      case Relation::conj:
      case Relation::parataxis: return t.upos[w] == Upos::verb;
      default: return false;
    }
  };
  for (TokenIndex w = root; w-- > 0 && root - w < kReach && t.xpos[w] != Xpos::period;) {
    if (tells(w)) return false;
  }
  TokenIndex w = root + 1;
  for (; w < t.size() && w - root < kReach && t.xpos[w] != Xpos::period; ++w) {
    if (tells(w)) return false;
  }
  return w < t.size() && t.xpos[w] == Xpos::period;
}

// "Supporters of the president blocked roads.", "The mayor, X, advised residents.": of a sentence without a verb the
// root is the subject of the past form that was read as an attribute further on.
void mend_lost_verb(std::string_view text, Tokens& t, TokenIndex verb) {
  const TokenIndex object = t.head[verb];
  if (t.relation[verb] != Relation::amod || object == kNoToken || object < verb) return;
  TokenIndex last = verb - 1;  // of the subject
  if (t.upos[last] == Upos::punct && t.xpos[last] != Xpos::hyph && last > 0) --last;
  if (!is_nominal(t, last) || is_quality(t.span[verb].in(text))) return;
  TokenIndex root = object;
  for (int steps = 0; t.head[root] != kNoToken; root = t.head[root]) {
    if (++steps > 8) return;
  }
  if (root >= verb || !is_nominal(t, root) || !is_root_without_verb(t, root)) return;
  const TokenIndex above = t.head[object];
  const auto in_clause = [&](TokenIndex w) { return t.head[w] == verb || t.head[w] == object; };
  while (!in_clause(last) && t.head[last] != kNoToken && t.head[last] > root && t.head[last] < verb)
    last = t.head[last];
  if (!in_clause(last) && t.head[last] != kNoToken && t.head[last] > verb) return;
  if (in_clause(last)) t.head[last] = above, t.relation[last] = Relation::nmod;
  for (TokenIndex w = root + 1; w < verb; ++w) {
    if (in_clause(w)) t.head[w] = t.upos[w] == Upos::punct ? verb : last;
  }
  t.upos[verb] = Upos::verb, t.xpos[verb] = Xpos::vbd;
  t.head[verb] = kNoToken, t.relation[verb] = Relation::root;
  t.head[root] = verb, t.relation[root] = Relation::nsubj;
  t.head[object] = verb, t.relation[object] = Relation::obj;
  const TokenIndex end = std::min(t.size(), object + kReach);
  for (TokenIndex w = object + 1; w < end; ++w) {
    if (t.head[w] == root) t.head[w] = verb;
    if (t.head[w] != object) continue;
    const bool doing = t.relation[w] == Relation::acl && t.xpos[w] == Xpos::vbg;
    if (doing) t.relation[w] = Relation::advcl;
    if (doing || t.relation[w] == Relation::advcl || t.relation[w] == Relation::obl) t.head[w] = verb;
    if (t.relation[w] == Relation::conj && t.upos[w] == Upos::verb) t.head[w] = verb;
  }
}

// "Tanks rolled through the town.", "A bomb exploded and killed two.": in a sentence without a verb what nobody does to
// anything is done by the root.
void mend_lost_intransitive(std::string_view text, Tokens& t, TokenIndex verb) {
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"advanced", "apologised",   "apologized",  "arrived",     "capitulated", "clashed",  "collided",  "converged",
       "crashed",  "demonstrated", "died",        "disappeared", "erupted",     "escaped",  "exploded",  "flared",
       "fled",     "gathered",     "headed",      "landed",      "marched",     "prayed",   "protested", "rallied",
       "rampaged", "regrouped",    "resigned",    "retaliated",  "retreated",   "returned", "rioted",    "rolled",
       "sailed",   "skirmished",   "surrendered", "travelled",   "traveled",    "vanished", "vowed"});
  const TokenIndex root = t.head[verb];
  if (t.relation[verb] != Relation::acl || root == kNoToken || root > verb || t.relation[root] != Relation::root)
    return;
  if (std::ranges::find(kVerbs, t.span[verb].in(text)) == kVerbs.end()) return;
  if (!is_nominal(t, root) || !is_root_without_verb(t, root)) return;
  t.xpos[verb] = Xpos::vbd;
  t.head[verb] = kNoToken, t.relation[verb] = Relation::root;
  t.head[root] = verb, t.relation[root] = Relation::nsubj;
  const TokenIndex end = std::min(t.size(), verb + kReach);
  for (TokenIndex w = verb + 1; w < end; ++w) {
    if (t.head[w] == root && t.relation[w] != Relation::appos) t.head[w] = verb;
  }
}

// "Police in the city of X, Y shot a man": a name between the comma behind a name and the verb says where that is.
void mend_place_in_commas(Tokens& t, TokenIndex name) {
  constexpr TokenIndex kLongest = 3;
  const TokenIndex verb = t.head[name];
  if (t.relation[name] != Relation::nsubj || t.upos[name] != Upos::propn || verb == kNoToken || verb < name) return;
  TokenIndex first = name;
  while (first > 0 && name - first < kLongest && t.head[first - 1] == name && t.upos[first - 1] == Upos::propn) --first;
  if (first < 2 || t.xpos[first - 1] != Xpos::comma || t.upos[first - 2] != Upos::propn) return;
  for (TokenIndex w = name + 1; w < verb; ++w) {
    if (t.head[w] != verb) return;
  }
  // The word before the comma stands in another subject of the verb.
  TokenIndex subject = first - 2;
  for (int steps = 0; t.head[subject] != verb; subject = t.head[subject]) {
    if (++steps > 8 || t.head[subject] == kNoToken) return;
  }
  if (subject == name || (t.relation[subject] != Relation::nsubj && t.relation[subject] != Relation::nsubj_pass))
    return;
  t.head[name] = first - 2, t.relation[name] = Relation::nmod_unmarked;
}

// "handed over 700 tons": with verbs of giving "over" is the verb's, and what is counted its object.
void mend_over(std::string_view text, Tokens& t, TokenIndex over) {
  constexpr auto kVerbs =
      std::to_array<std::string_view>({"hand", "handed", "handing", "hands", "turn", "turned", "turning", "turns"});
  const TokenIndex verb = over - 1, number = t.head[over];
  if (number == kNoToken || number < over || t.upos[number] != Upos::num || t.span[over].in(text) != "over") return;
  if (t.upos[verb] != Upos::verb || std::ranges::find(kVerbs, t.span[verb].in(text)) == kVerbs.end()) return;
  const TokenIndex counted = t.relation[number] == Relation::nummod ? t.head[number] : number;
  if (t.head[counted] != verb) return;
  t.head[over] = verb, t.relation[over] = Relation::compound_prt;
  if (t.relation[counted] == Relation::obl) t.relation[counted] = Relation::obj;
}

// ", by far the largest group": no agent, but another word for who stands before the comma.
void mend_by_far(std::string_view text, Tokens& t, TokenIndex by) {
  const TokenIndex noun = t.head[by], far = by + 1;
  if (t.relation[by] != Relation::case_ || noun == kNoToken || noun < far || t.span[far].in(text) != "far") return;
  t.head[by] = noun, t.relation[by] = Relation::advmod;
  t.head[far] = by, t.relation[far] = Relation::fixed;
  if (by < 2 || t.xpos[by - 1] != Xpos::comma || !is_nominal(t, by - 2) || is_below(t, by - 2, noun)) return;
  t.head[noun] = by - 2, t.relation[noun] = Relation::appos;
}

// "was beaten by striking miners": who are doing something else, not what they do it by.
void mend_doers(std::string_view text, Tokens& t, TokenIndex by) {
  constexpr auto kDoing =
      std::to_array<std::string_view>({"advancing", "attacking", "invading", "marauding", "occupying", "protesting",
                                       "rampaging", "retreating", "rioting", "striking", "visiting"});
  const TokenIndex doing = by + 1, doers = by + 2;
  const TokenIndex verb = t.head[doing];
  if (t.relation[doing] != Relation::advcl || t.head[by] != doing || verb == kNoToken || verb > by) return;
  if (t.head[doers] != doing || t.relation[doers] != Relation::obj || t.xpos[doers] != Xpos::nns) return;
  if (t.xpos[verb] != Xpos::vbn || std::ranges::find(kDoing, t.span[doing].in(text)) == kDoing.end()) return;
  const TokenIndex last = std::min(t.size(), doers + kReach);
  for (TokenIndex w = doers + 1; w < last; ++w) {
    if (t.head[w] == doing) t.head[w] = verb;
  }
  t.head[doers] = verb, t.relation[doers] = Relation::obl_agent;
  t.head[doing] = doers, t.relation[doing] = Relation::amod;
  t.head[by] = doers, t.relation[by] = Relation::case_;
}

// "Iran test-fired a missile": who does it was tied to the first half of the verb, or to the verb as a part of it.
void mend_subject_of_halves(Tokens& t, TokenIndex hyphen) {
  const TokenIndex half = hyphen - 1, verb = hyphen + 1, subject = hyphen - 2;
  if (t.xpos[hyphen] != Xpos::hyph || t.upos[verb] != Upos::verb || !may_be_clause(t.relation[verb])) return;
  if (t.head[half] != verb || t.relation[half] != Relation::compound || !is_nominal(t, subject)) return;
  if (t.relation[subject] != Relation::compound || (t.head[subject] != half && t.head[subject] != verb)) return;
  if (has_before(t, verb, Relation::nsubj) || has_before(t, verb, Relation::nsubj_pass)) return;
  for (TokenIndex w = subject; w-- > 0 && subject - w <= kReach;) {
    if (t.head[w] == half || (t.head[w] == verb && t.relation[w] == Relation::det)) t.head[w] = subject;
  }
  t.head[subject] = verb, t.relation[subject] = Relation::nsubj;
  if (t.xpos[verb] == Xpos::vbn) t.xpos[verb] = Xpos::vbd;
}

// "The ban was overturned": forms of verbs of the news that say of nothing how it is.
bool is_deed(std::string_view form) {
  constexpr auto kDeeds = std::to_array<std::string_view>(
      {"abducted",  "abolished",  "acquitted",    "annulled",   "arrested", "assassinated", "attacked",    "banned",
       "barred",    "blocked",    "bombed",       "cancelled",  "commuted", "confined",     "confiscated", "deployed",
       "deported",  "detained",   "disqualified", "dissolved",  "eased",    "evacuated",    "evicted",     "executed",
       "expelled",  "extradited", "forbidden",    "freed",      "jailed",   "kidnapped",    "lifted",      "looted",
       "mobilised", "mobilized",  "outlawed",     "overturned", "pardoned", "poisoned",     "prohibited",  "quashed",
       "raided",    "ratified",   "relaxed",      "released",   "repealed", "rescued",      "revoked",     "scrapped",
       "seized",    "shelled",    "shot",         "suspended",  "torched",  "tortured",     "vetoed"});
  static_assert(std::ranges::is_sorted(kDeeds));
  return std::ranges::binary_search(kDeeds, form);
}

// "The ban was overturned", "The editor was granted bail": passives that were read as what somebody is.
void mend_passive(std::string_view text, Tokens& t, TokenIndex verb) {
  constexpr auto kGiven =
      std::to_array<std::string_view>({"awarded", "denied", "given", "granted", "offered", "refused"});
  const bool gives = t.relation[verb] == Relation::amod && verb + 1 < t.size() && t.head[verb] != kNoToken &&
                     t.head[verb] > verb && std::ranges::find(kGiven, t.span[verb].in(text)) != kGiven.end();
  const bool done = t.upos[verb] == Upos::adj && is_deed(t.span[verb].in(text));
  if (!gives && !done) return;
  const TokenIndex root = gives ? t.head[verb] : verb;
  TokenIndex copula = kNoToken, subject = kNoToken;
  for (TokenIndex w = verb; w-- > 0 && verb - w <= kReach;) {
    if (t.head[w] != root) continue;
    if ((t.relation[w] == Relation::cop || t.relation[w] == Relation::aux_pass) && copula == kNoToken) copula = w;
    if (t.relation[w] == Relation::nsubj || t.relation[w] == Relation::nsubj_pass) subject = w;
  }
  if (copula == kNoToken || subject == kNoToken || (gives && copula + 1 != verb)) return;
  t.upos[verb] = Upos::verb, t.xpos[verb] = Xpos::vbn;
  t.relation[copula] = Relation::aux_pass, t.relation[subject] = Relation::nsubj_pass;
  t.upos[copula] = Upos::aux;
  if (!gives) return;
  t.head[verb] = t.head[root], t.relation[verb] = t.relation[root];
  t.head[root] = verb, t.relation[root] = Relation::obj;
  const TokenIndex first = verb > kReach ? verb - kReach : 0, last = std::min(t.size(), root + kReach);
  for (TokenIndex w = first; w < last; ++w) {
    const bool of_object = w > verb && w < root;
    const bool of_noun = t.relation[w] == Relation::nmod || t.relation[w] == Relation::acl ||
                         t.relation[w] == Relation::acl_relcl || t.relation[w] == Relation::appos;
    if (w != verb && t.head[w] == root && !of_object && !(w > root && of_noun)) t.head[w] = verb;
  }
}

// "denied having struck the convoy and accused him": a past form is not joined to a clause without one, but to the past
// form above it.
void mend_joined_past(Tokens& t, TokenIndex verb) {
  constexpr int kHighest = 4;
  const TokenIndex beside = t.head[verb];
  if (t.relation[verb] != Relation::conj || beside == kNoToken || beside > verb || t.upos[beside] != Upos::verb ||
      has_before(t, verb, Relation::nsubj))
    return;
  const Relation r = t.relation[beside];
  const bool having = t.xpos[beside] == Xpos::vbn && (r == Relation::xcomp || r == Relation::advcl);
  if (t.xpos[beside] != Xpos::vb && t.xpos[beside] != Xpos::vbg && !having) return;
  TokenIndex up = t.head[beside];
  for (int steps = 0; steps < kHighest && up != kNoToken; ++steps, up = t.head[up]) {
    if (t.upos[up] == Upos::verb && t.xpos[up] == Xpos::vbd && up < beside) return t.head[verb] = up, void();
  }
}

// Whether a verb says of a clause that it has no subject: none hangs on it, and it or an auxiliary is in a tense.
bool lacks_subject(const Tokens& t, TokenIndex verb, TokenIndex first) {
  bool finite = t.xpos[verb] == Xpos::vbd || t.xpos[verb] == Xpos::vbz || t.xpos[verb] == Xpos::vbp;
  for (TokenIndex w = first; w < verb; ++w) {
    if (t.head[w] != verb) continue;
    if (t.relation[w] == Relation::nsubj || t.relation[w] == Relation::nsubj_pass || t.relation[w] == Relation::mark)
      return false;
    finite |= t.relation[w] == Relation::aux || t.relation[w] == Relation::aux_pass;
  }
  return finite;
}

// "says barrels dropped from aircraft have killed 517 people": what stands between the saying and a clause without a
// subject is no object, but that subject.
void mend_subject_of_said(Tokens& t, TokenIndex object) {
  constexpr TokenIndex kLongest = 30;  // words of the subject
  const TokenIndex says = t.head[object];
  if (t.relation[object] != Relation::obj || says == kNoToken || says > object || t.upos[says] != Upos::verb) return;
  for (TokenIndex verb = object + 1; verb < t.size() && verb - object <= kLongest; ++verb) {
    if (t.head[verb] != says || t.relation[verb] != Relation::ccomp) continue;
    if (t.upos[verb] != Upos::verb || !lacks_subject(t, verb, object + 1)) return;
    t.head[object] = verb;
    t.relation[object] = has_before(t, verb, Relation::aux_pass) ? Relation::nsubj_pass : Relation::nsubj;
    return;
  }
}

// What no mending may leave behind, and none is known to: a word that hangs below itself is cut off. Every later step
// climbs to the root.
void cut_cycles(Tokens& t) {
  constexpr int kHighest = 1000;  // steps; no sentence is that deep
  for (TokenIndex word = 0; word < t.size(); ++word) {
    TokenIndex up = word;
    int steps = 0;
    while (t.head[up] != kNoToken && ++steps <= kHighest) up = t.head[up];
    if (steps > kHighest) t.head[up] = kNoToken, t.relation[up] = Relation::root;
  }
}

}  // namespace

void mend_trees(std::string_view text, Tokens& t) {
  for (TokenIndex word = 0; word < t.size(); ++word) {
    mend_up_to(text, t, word);
    if (word > 0 && word + 1 < t.size()) mend_result(text, t, word);
    if (word > 0 && t.upos[word] != Upos::noun) mend_over(text, t, word);
    if (word + 1 < t.size() && t.span[word].in(text) == "by") mend_by_far(text, t, word);
    if (word + 2 < t.size() && t.span[word].in(text) == "by") mend_doers(text, t, word);
    if (word > 1) mend_passive(text, t, word);
    if (word > 1 && word + 1 < t.size()) mend_subject_of_halves(t, word);
    if (counts_noun(text, t, word))
      t.upos[word] = Upos::num, t.xpos[word] = Xpos::cd, t.relation[word] = Relation::nummod;
    if (word > 0 && is_plural_noun(t, word)) t.upos[word] = Upos::noun, t.xpos[word] = Xpos::nns;
    if (word > 0 && t.xpos[word] == Xpos::vb) mend_command(text, t, word);
    if (word > 0 && t.upos[word] == Upos::cconj) mend_joined(t, word);
    if (word + 2 < t.size() && t.upos[word] == Upos::cconj) mend_part_of_joined(t, word);
    if (word + 3 < t.size() && t.upos[word] == Upos::cconj) mend_subject_of_joined(t, word);
    if (word > 1) mend_named_quality(text, t, word);
    if (word > 1) mend_two_objects(text, t, word);
    mend_outer_subject(t, word);
    mend_adjective_subject(t, word);
    if (word > 0) mend_particle(text, t, word);
    mend_object_of_noun(text, t, word);
    mend_subject_of_object(t, word);
    if (t.upos[word] == Upos::propn && names_file(t.span[word].in(text)))
      t.upos[word] = Upos::noun, t.xpos[word] = Xpos::nn;
  }
  for (TokenIndex verb = 1; verb + 1 < t.size(); ++verb) {
    if (t.xpos[verb] == Xpos::nns) mend_headline(text, t, verb);
    if (t.xpos[verb] == Xpos::nns) mend_intent(text, t, verb);
    if (t.upos[verb] == Upos::noun) mend_headline_root(text, t, verb);
    if (t.upos[verb] == Upos::noun || t.upos[verb] == Upos::adj) mend_bare_verb(text, t, verb);
    if (t.upos[verb] == Upos::noun) mend_bare_move(text, t, verb);
    if (t.upos[verb] == Upos::noun) mend_naming(text, t, verb);
    const TokenIndex object = t.head[verb];
    // "China relaxed restrictions on journalists.": of a sentence that has no verb.
    if (t.upos[verb] == Upos::adj && ends_in_ed(t.span[verb].in(text)) && t.relation[verb] == Relation::amod &&
        object != kNoToken && object > verb && !is_quality(t.span[verb].in(text))) {
      if (const TokenIndex subject = subject_before(t, verb, object); subject != kNoToken) {
        t.upos[verb] = Upos::verb, t.relation[subject] = Relation::nsubj;
        turn(t, subject, verb, object);
      }
      continue;
    }
    if (t.upos[verb] != Upos::verb || (t.xpos[verb] != Xpos::vbn && t.xpos[verb] != Xpos::vbd)) continue;
    if (t.relation[verb] != Relation::amod || object == kNoToken || object < verb || !may_be_clause(t.relation[object]))
      continue;
    TokenIndex subject = subject_beside(t, verb, object);
    if (subject == kNoToken && (subject = subject_before(t, verb, object)) != kNoToken)
      t.relation[subject] = Relation::nsubj;
    if (subject != kNoToken) turn(t, subject, verb, object);
  }
  for (TokenIndex word = 1; word + 1 < t.size(); ++word) {
    const bool past = t.xpos[word] == Xpos::vbn || t.xpos[word] == Xpos::vbd;
    if (t.upos[word] == Upos::verb && past) mend_lost_verb(text, t, word);
    if (t.upos[word] == Upos::verb && past) mend_lost_intransitive(text, t, word);
    if (t.upos[word] == Upos::propn) mend_place_in_commas(t, word);
    if (t.upos[word] == Upos::verb && t.xpos[word] == Xpos::vbd) mend_joined_past(t, word);
    mend_subject_of_said(t, word);
  }
  cut_cycles(t);
}

}  // namespace masudi::language
