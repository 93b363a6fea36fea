// SPDX-License-Identifier: Apache-2.0
#include "language/mend_trees.h"

#include <algorithm>

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

}  // namespace

void mend_trees(Tokens& t) {
  for (TokenIndex verb = 1; verb + 1 < t.size(); ++verb) {
    if (t.upos[verb] != Upos::verb || (t.xpos[verb] != Xpos::vbn && t.xpos[verb] != Xpos::vbd)) continue;
    const TokenIndex object = t.head[verb];
    if (t.relation[verb] != Relation::amod || object == kNoToken || object < verb || !may_be_clause(t.relation[object]))
      continue;
    TokenIndex subject = subject_beside(t, verb, object);
    if (subject == kNoToken && (subject = subject_before(t, verb, object)) != kNoToken)
      t.relation[subject] = Relation::nsubj;
    if (subject != kNoToken) turn(t, subject, verb, object);
  }
}

}  // namespace masudi::language
