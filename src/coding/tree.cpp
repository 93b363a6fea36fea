// SPDX-License-Identifier: Apache-2.0
#include "coding/tree.h"

#include <algorithm>
#include <array>

namespace masudi::coding {

void Tree::build(const Analysis& analysis, std::string_view text) {
  tokens_ = &analysis.tokens;
  text_ = text;
  const std::uint32_t n = tokens_->size();
  first_child_.assign(n + 1, 0);
  for (TokenIndex t = 0; t < n; ++t) {
    if (tokens_->head[t] != kNoToken) ++first_child_[tokens_->head[t] + 1];
  }
  for (std::uint32_t t = 0; t < n; ++t) first_child_[t + 1] += first_child_[t];
  children_.resize(first_child_[n]);
  for (TokenIndex t = n; t-- > 0;) {
    if (const TokenIndex h = tokens_->head[t]; h != kNoToken) children_[--first_child_[h + 1]] = t;
  }
  // The loop above moved every start one place to the left: put the array back into place.
  for (std::uint32_t t = 0; t < n; ++t) first_child_[t] = first_child_[t + 1];
  first_child_[n] = static_cast<std::uint32_t>(children_.size());

  sentence_of_.resize(n);
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    for (TokenIndex t = analysis.sentences[s].first; t < analysis.sentences[s].last; ++t) sentence_of_[t] = s;
  }
  passive_.assign(n, Answer::none), object_.assign(n, kNotAsked);
  is_retagged_.assign(n, 0);
  for (TokenIndex t = 0; t < n; ++t) is_retagged_[t] = is_mistaken_noun(t) ? 1 : 0;
}

// Nouns and adjectives that do something to something: "Peru summons the envoy", "members express dismay", "Police
// suspect militants".
bool Tree::is_mistaken_noun(TokenIndex t) const {
  const Upos tag = tokens_->upos[t];
  if (tag != Upos::noun && tag != Upos::propn && tag != Upos::adj) return false;
  if (has_child(t, Relation::cop)) return false;
  const TokenIndex object = child(t, Relation::obj), subject = child(t, Relation::nsubj);
  const bool root = tokens_->head[t] == kNoToken && tag != Upos::adj;
  if (object == kNoToken || object < t) {
    // "The parliament in Latvia votes to ratify the treaty."
    if (!root || tag != Upos::noun || has_child(t, Relation::nmod_poss)) return false;
    if (subject != kNoToken) return subject < t && !has_child(t, Relation::det);
    if (subject_before(t) == kNoToken || t + 1 >= tokens_->size()) return false;
    // "The court orders that the vote be held."
    if (has_child(t, Relation::ccomp) && form(t + 1) == "that") return true;
    return tokens_->xpos[t] == Xpos::nns && form(t).ends_with('s') && is_only_verb(t);
  }
  if (subject != kNoToken) return subject < t;
  return root && subject_before(t) != kNoToken;
}

// "The United Nations sides with the workers.": a plural behind one thing, in a sentence that has no verb.
bool Tree::is_only_verb(TokenIndex t) const {
  const Xpos before = tokens_->xpos[t - 1];
  if (before != Xpos::nn && before != Xpos::nnp && before != Xpos::nnps) return false;
  TokenIndex first = t, last = t;
  while (first > 0 && sentence_of_[first - 1] == sentence_of_[t]) --first;
  while (last + 1 < tokens_->size() && sentence_of_[last + 1] == sentence_of_[t]) ++last;
  if (tokens_->xpos[last] != Xpos::period || tokens_->upos[t + 1] == Upos::punct) return false;
  for (TokenIndex w = first; w < last; ++w) {
    switch (tokens_->xpos[w]) {
      case Xpos::vbd:
      case Xpos::vbz:
      case Xpos::vbp:
      case Xpos::md: return false;
      default: break;
    }
  }
  return true;
}

// "Governor Andrew Cuomo orders hospitals to open": a subject that the parser took for part of the noun's name.
TokenIndex Tree::subject_before(TokenIndex t) const {
  TokenIndex found = kNoToken;
  for (TokenIndex c : children(t)) {
    if (c > t) break;
    const Relation r = relation(c);
    if (r == Relation::compound || r == Relation::nmod_desc)
      found = tokens_->upos[c] == Upos::propn || tokens_->xpos[c] == Xpos::nns ? c : kNoToken;
  }
  return found;
}

bool Tree::is_nominal(TokenIndex t) const {
  switch (upos(t)) {
    case Upos::noun:
    case Upos::propn:
    case Upos::pron:
    case Upos::num:
    case Upos::x:
    case Upos::sym: return true;
    default: return false;
  }
}

TokenIndex Tree::child(TokenIndex t, Relation wanted) const {
  for (TokenIndex c : children(t)) {
    if (relation(c) == wanted) return c;
  }
  return kNoToken;
}

TokenIndex Tree::child_with_lemma(TokenIndex t, std::string_view wanted) const {
  for (TokenIndex c : children(t)) {
    if (lemma(c) == wanted) return c;
  }
  return kNoToken;
}

std::string_view Tree::preposition(TokenIndex t) const {
  for (TokenIndex c : children(t)) {
    if (relation(c) == Relation::case_) return lemma(c);
  }
  const TokenIndex before = preposition_before(t);
  return before == kNoToken ? std::string_view{} : lemma(before);
}

TokenIndex Tree::preposition_before(TokenIndex t) const {
  if (relation(t) != Relation::nmod && relation(t) != Relation::obl) return kNoToken;
  TokenIndex first = t, last = t;
  core(t, first, last);
  if (first > 0 && sentence(first - 1) == sentence(t) && upos(first - 1) == Upos::adp && xpos(first - 1) == Xpos::in)
    return first - 1;
  return kNoToken;
}

bool Tree::dominates(TokenIndex above, TokenIndex t) const {
  for (int steps = 0; t != kNoToken && steps < 500; ++steps, t = head(t)) {
    if (t == above) return true;
  }
  return false;
}

namespace {

// Nobody is "gathered", "marched", "resigned": verbs of which a participle without an auxiliary is no passive.
bool is_intransitive(std::string_view lemma) {
  static constexpr std::array<std::string_view, 64> kVerbs = {
      "advance",   "agitate",    "agree",      "apologise",   "apologize", "appear",      "arrive",    "assemble",
      "campaign",  "capitulate", "clash",      "collaborate", "collapse",  "collide",     "comply",    "converge",
      "cooperate", "crash",      "defect",     "demonstrate", "depart",    "die",         "disappear", "emerge",
      "engage",    "erupt",      "escape",     "explode",     "flee",      "gather",      "go",        "happen",
      "insist",    "intervene",  "march",      "mutiny",      "occur",     "participate", "persist",   "plead",
      "protest",   "quarrel",    "rally",      "react",       "rebel",     "relent",      "reply",     "resign",
      "respond",   "retaliate",  "return",     "revolt",      "riot",      "side",        "skirmish",  "struggle",
      "succumb",   "surrender",  "sympathise", "sympathize",  "talk",      "testify",     "travel",    "withdraw"};
  static_assert(std::ranges::is_sorted(kVerbs));
  return std::ranges::binary_search(kVerbs, lemma);
}

// Whoever "promised to go" means to go: verbs whose participle before an infinitive is hardly ever a passive.
bool is_of_the_will(std::string_view lemma) {
  static constexpr std::array<std::string_view, 23> kVerbs = {
      "agree",    "attempt",  "begin", "continue",  "decide",  "decline", "fail", "hope",
      "manage",   "offer",    "plan",  "pledge",    "promise", "refuse",  "seek", "start",
      "struggle", "threaten", "try",   "volunteer", "vote",    "vow",     "want"};
  static_assert(std::ranges::is_sorted(kVerbs));
  return std::ranges::binary_search(kVerbs, lemma);
}

}  // namespace

bool Tree::find_passive(TokenIndex verb) const {
  if (!is_marked_passive(verb)) return false;
  if (has_child(verb, Relation::aux_pass)) return true;
  if (is_intransitive(lemma(verb))) return false;
  if (has_child(verb, Relation::obl_agent)) return true;
  // "Loyalists firebombed a school": whatever the parser says of the subject.
  const TokenIndex object = child(verb, Relation::obj);
  if (object != kNoToken && object > verb && has_child(verb, Relation::nsubj_pass)) return false;
  return !is_of_the_will(lemma(verb)) || !has_child(verb, Relation::xcomp);
}

// By its form and what hangs on it, whatever verb it is.
bool Tree::is_marked_passive(TokenIndex verb) const {
  bool active_subject = false;
  bool auxiliary = false;
  for (TokenIndex c : children(verb)) {
    switch (relation(c)) {
      case Relation::aux_pass:
      case Relation::nsubj_pass:
      case Relation::csubj_pass:
      case Relation::obl_agent: return true;
      case Relation::nsubj: active_subject = true; break;
      case Relation::aux: auxiliary = true; break;
      default: break;
    }
  }
  if (auxiliary || has_child(verb, Relation::obj)) return false;
  if (xpos(verb) == Xpos::vbd) return active_subject && is_headline_passive(verb);
  if (xpos(verb) != Xpos::vbn) return false;
  if (relation(verb) == Relation::acl || relation(verb) == Relation::amod || relation(verb) == Relation::advcl)
    return true;
  if (relation(verb) == Relation::conj && head(verb) != kNoToken && is_verb(head(verb)) && !active_subject)
    return is_passive(head(verb));
  return active_subject && bare_object(verb) == kNoToken;  // headlines: "Two killed in Aleppo"
}

// "Two aid workers kidnapped in Somalia": of verbs that always say whom, in a sentence without a full stop.
bool Tree::is_headline_passive(TokenIndex verb) const {
  static constexpr std::array<std::string_view, 20> kVerbs = {
      "abduct", "acquit", "arrest", "assassinate", "charge", "convict", "deport",  "detain", "execute", "free",
      "indict", "injure", "jail",   "kidnap",      "kill",   "murder",  "release", "rescue", "seize",   "wound"};
  static_assert(std::ranges::is_sorted(kVerbs));
  if (!std::ranges::binary_search(kVerbs, lemma(verb)) || bare_object(verb) != kNoToken) return false;
  if (head(verb) != kNoToken) return false;
  TokenIndex last = verb;
  while (last + 1 < size() && sentence(last + 1) == sentence(verb)) ++last;
  return xpos(last) != Xpos::period && upos(last) != Upos::punct;
}

TokenIndex Tree::subject(TokenIndex verb, int depth) const {
  // Of two subjects the nearer is the verb's own: the other belongs to a clause that the parser lost.
  TokenIndex own = kNoToken;
  for (TokenIndex c : children(verb)) {
    const Relation r = relation(c);
    if (r != Relation::nsubj && r != Relation::nsubj_pass) continue;
    if (own == kNoToken || c < verb) own = c;
  }
  if (own != kNoToken) return own;
  if (is_retagged_[verb]) return subject_before(verb);
  const TokenIndex up = head(verb);
  if (up == kNoToken || depth > 6) return kNoToken;
  switch (relation(verb)) {
    case Relation::conj:
      return is_verb(up) || has_child(up, Relation::cop) || has_child(up, Relation::nsubj) ? subject(up, depth + 1)
                                                                                           : kNoToken;
    case Relation::xcomp: {
      // "urged him to go", "forced X to resign": the object does it; "agreed to go": the subject.
      const TokenIndex object = child(up, Relation::obj);
      const bool infinitive = has_child(verb, Relation::mark);
      if (object != kNoToken && infinitive) return object;
      if (is_passive(up)) return subject(up, depth + 1);
      return subject(up, depth + 1);
    }
    case Relation::advcl:
      // "convicted X of murdering", "arrested them for blocking", "prevented Y from leaving": whom the verb is done to.
      if (xpos(verb) == Xpos::vbg && is_verb(up) && !is_passive(up)) {
        const TokenIndex mark = child(verb, Relation::mark), object = child(up, Relation::obj);
        if (mark != kNoToken && object != kNoToken && object < verb &&
            (lemma(mark) == "of" || lemma(mark) == "for" || lemma(mark) == "from" ||
             (lemma(mark) == "with" && lemma(up) == "charge")))
          return object;
      }
      if (xpos(verb) == Xpos::vbg || xpos(verb) == Xpos::vbn || has_child(verb, Relation::mark)) {
        return is_verb(up) || has_child(up, Relation::cop) ? subject(up, depth + 1) : kNoToken;
      }
      return kNoToken;
    case Relation::acl:
      if (xpos(verb) != Xpos::vb) return up;
      // "a plan to attack", "efforts to end": whoever has the plan.
      if (const TokenIndex owner = child(up, Relation::nmod_poss); owner != kNoToken) return owner;
      if (relation(up) == Relation::obj && head(up) != kNoToken) return subject(head(up), depth + 1);
      return kNoToken;
    case Relation::acl_relcl: return kNoToken;
    default: return kNoToken;
  }
}

TokenIndex Tree::logical_subject(TokenIndex verb) const {
  if (!is_passive(verb)) return subject(verb);
  for (TokenIndex c : children(verb)) {
    if (relation(c) == Relation::obl_agent) return c;
    if (relation(c) == Relation::obl && preposition(c) == "by" && is_nominal(c)) return c;
  }
  // "was ordered to leave the town by the army": the agent may hang on the infinitive.
  const TokenIndex told = child(verb, Relation::xcomp);
  for (TokenIndex c : told == kNoToken || is_passive(told) ? std::span<const TokenIndex>{} : children(told)) {
    if (c > told && relation(c) == Relation::obl && preposition(c) == "by" && is_nominal(c)) return c;
  }
  // "was attacked and killed by rebels": the agent stands at the last verb.
  for (TokenIndex c : children(verb)) {
    if (relation(c) == Relation::conj && is_verb(c) && is_passive(c)) return logical_subject(c);
  }
  return kNoToken;
}

// "killing at least 12 soldiers", "arrested over 30 people": a count that parsers take for a preposition.
TokenIndex Tree::counted_object(TokenIndex verb) const {
  for (TokenIndex c : children(verb)) {
    if (relation(c) != Relation::obl || c < verb) continue;
    const std::string_view before = preposition(c);
    if (before != "at" && before != "over" && before != "about" && before != "around" && before != "under") continue;
    if (verb + 1 >= size() || (before == "at" && form(verb + 1) != "at")) continue;
    if (upos(c) == Upos::num || has_child(c, Relation::nummod)) {
      const bool hedged =
          before != "at" ||
          (verb + 2 < size() && (lemma(verb + 2) == "least" || form(verb + 2) == "least" || form(verb + 2) == "most"));
      if (hedged) return c;
    }
  }
  return kNoToken;
}

// "meets Prime Minister X": a noun right behind the verb, without preposition or comma, that the parser tied otherwise.
TokenIndex Tree::bare_object(TokenIndex verb) const {
  for (TokenIndex c : children(verb)) {
    if (c < verb) continue;
    if (relation(c) == Relation::punct) return kNoToken;
    switch (relation(c)) {
      case Relation::xcomp:  // "named the colonel as a suspect"
        if (!has_child(c, Relation::det) || has_child(c, Relation::cop)) break;
        [[fallthrough]];
      case Relation::flat:
      case Relation::obl:
      case Relation::nmod:
      case Relation::appos:
      case Relation::compound:
      case Relation::dep:
        if ((upos(c) == Upos::noun || upos(c) == Upos::propn) && preposition(c).empty()) return c;
        break;
      default: break;
    }
  }
  return kNoToken;
}

TokenIndex Tree::find_object(TokenIndex verb) const {
  if (is_passive(verb)) return subject(verb);
  if (const TokenIndex object = child(verb, Relation::obj); object != kNoToken) return object;
  if (const TokenIndex counted = counted_object(verb); counted != kNoToken) return counted;
  if (const TokenIndex bare = bare_object(verb); bare != kNoToken) return bare;
  // "the group they attacked": the noun that the clause modifies, when the clause has its own subject.
  if (relation(verb) == Relation::acl_relcl && has_child(verb, Relation::nsubj)) {
    const TokenIndex own = child(verb, Relation::nsubj);
    const bool relative_subject = xpos(own) == Xpos::wdt || xpos(own) == Xpos::wp;
    if (!relative_subject) return head(verb);
  }
  // "attacked and burnt the village": the object stands at the last verb.
  for (TokenIndex c : children(verb)) {
    // "met with X and signed a treaty"
    if (c > verb && relation(c) == Relation::obl && !preposition(c).empty()) return kNoToken;
    if (relation(c) == Relation::conj && is_verb(c) && !has_child(c, Relation::nsubj) && !is_passive(c)) {
      return child(c, Relation::obj);
    }
  }
  return kNoToken;
}

void Tree::core(TokenIndex t, TokenIndex& first, TokenIndex& last) const {
  first = last = t;
  for (TokenIndex c : children(t)) {
    switch (relation(c)) {
      case Relation::det:
      case Relation::det_predet:
      case Relation::amod:
      case Relation::compound:
      case Relation::nummod:
      case Relation::nmod_poss:
      case Relation::nmod_desc:
      case Relation::flat:
      case Relation::fixed:
      case Relation::goeswith: {
        TokenIndex a, b;
        core(c, a, b);
        first = std::min(first, a), last = std::max(last, b);
        break;
      }
      case Relation::advmod:
        if (c < t) first = std::min(first, c);
        break;
      case Relation::case_:
        if (xpos(c) == Xpos::pos && relation(t) == Relation::nmod_poss) break;
        break;
      case Relation::punct:
        if (xpos(c) == Xpos::hyph) first = std::min(first, c), last = std::max(last, c);
        break;
      default: break;
    }
  }
  if (last != t && relation(last) == Relation::nmod_desc) return;
}

}  // namespace masudi::coding
