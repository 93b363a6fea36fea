// SPDX-License-Identifier: Apache-2.0
// Where the words that an entry asks for stand to its head in the tree.
#include <algorithm>
#include <array>

#include "base/hash.h"
#include "coding/parties_words.h"
#include "coding/triggers.h"

namespace masudi::coding {
namespace {

constexpr std::uint64_t kAs = hash_bytes("as"), kOut = hash_bytes("out"), kSubject = hash_bytes("subj"),
                        kThat = hash_bytes("that"), kTo = hash_bytes("to");
constexpr std::uint32_t kWindow = 4;  // how far before a noun its modifiers are looked for

bool is_quantity(std::string_view lemma) {
  constexpr std::array<std::string_view, 75> kWords = {
      "act",        "all",      "amount",      "any",      "barrage",   "barrel",   "batch",    "bout",
      "bunch",      "campaign", "consignment", "couple",   "dozen",     "dozens",   "element",  "escalation",
      "flood",      "flurry",   "gram",        "group",    "hail",      "half",     "handful",  "host",
      "hundred",    "hundreds", "increase",    "kg",       "kilo",      "kilogram", "kind",     "liter",
      "litre",      "lot",      "majority",    "member",   "million",   "most",     "number",   "one",
      "pair",       "part",     "pattern",     "piece",    "quarter",   "raft",     "rash",     "rest",
      "resurgence", "round",    "salvo",       "score",    "series",    "set",      "shipload", "shipment",
      "shower",     "slew",     "some",        "sort",     "spate",     "stream",   "string",   "surge",
      "ten",        "tens",     "third",       "thousand", "thousands", "ton",      "tonne",    "total",
      "truckload",  "volley",   "wave"};
  return std::binary_search(kWords.begin(), kWords.end(), lemma);
}

// A day, month or stretch of time.
bool is_time(const Tree& tree, TokenIndex t) {
  return words::calendar(tree.form(t)) ||
         words::one_of(tree.lemma(t), {"day", "week", "month", "year", "morning", "afternoon", "evening", "night",
                                       "weekend", "hour", "minute", "anniversary"});
}

}  // namespace

TokenIndex content_of(const Tree& tree, TokenIndex t) {
  for (int steps = 0; t != kNoToken && steps < 3; ++steps) {
    const auto of = std::ranges::find_if(tree.children(t), [&](TokenIndex c) {
      return c > t && tree.relation(c) == Relation::nmod && tree.preposition(c) == "of";
    });
    if (of == tree.children(t).end() || !is_quantity(tree.lemma(t))) break;
    t = *of;
  }
  return t;
}

// A word that belongs to the verb: its particle, adverb or predicate, or the preposition of what hangs on it.
TokenIndex Triggers::particle(TokenIndex t, std::uint64_t word) const {
  const Tree& tree = context_->tree;
  for (TokenIndex c : tree.children(t)) {
    // The "on" of "spoke on the war" is none of the war's.
    if (tree.relation(c) == Relation::case_ && c < t && tree.is_nominal(t)) continue;
    // The "that" of "said that they were warned" leads to the warning.
    if (tree.relation(c) == Relation::mark && c < t && word != kTo) continue;
    if (lemma_hash_[c] == word || form_hash_[c] == word) return c;
  }
  for (TokenIndex c : tree.children(t)) {
    switch (tree.relation(c)) {
      case Relation::obl:
      case Relation::nmod:
      case Relation::advcl:
      case Relation::xcomp:
      case Relation::obl_agent:
      case Relation::advmod:
        if (is_time(tree, c)) break;  // "marched on Tuesday"
        for (TokenIndex m : tree.children(c)) {
          const Relation r = tree.relation(m);
          // The "to" of "spoke to discuss" belongs to the infinitive.
          const bool infinitive = r == Relation::mark && word == kTo;
          if ((r == Relation::case_ || r == Relation::mark) && lemma_hash_[m] == word && !infinitive) return m;
        }
        // "spoke today with Foreign Minister X"
        if (const TokenIndex before = c > t ? tree.preposition_before(c) : kNoToken;
            before != kNoToken && lemma_hash_[before] == word)
          return before;
        break;
      default: break;
    }
  }
  const auto& sentence = context_->analysis.sentences[tree.sentence(t)];
  if (t + 1 < sentence.last && form_hash_[t + 1] == word && !(t + 2 < sentence.last && is_time(tree, t + 2)))
    return t + 1;
  // "set the money aside": tied to the object.
  if (const TokenIndex object = tree.is_verb(t) ? tree.logical_object(t) : kNoToken; object != kNoToken) {
    for (TokenIndex c : tree.children(object)) {
      // "hold the government of Sudan responsible"
      const bool predicate = tree.relation(c) == Relation::amod && c > object;
      if ((predicate || tree.relation(c) == Relation::advmod) && form_hash_[c] == word) return c;
      // "forced the refugees out of the country", as parsers have it.
      const TokenIndex out =
          tree.relation(c) == Relation::nmod && word == kOut ? tree.child(c, Relation::case_) : kNoToken;
      if (out != kNoToken && form_hash_[out] == word) return out;
    }
  }
  // "be behind": the copula hangs on what it is about.
  if (tree.relation(t) == Relation::cop && tree.head(t) != kNoToken) {
    for (TokenIndex c : tree.children(tree.head(t))) {
      if (tree.relation(c) == Relation::case_ && lemma_hash_[c] == word) return c;
    }
  }
  return kNoToken;
}

// "handed over prisoners": the object behind a particle of the trigger that the parser took for a preposition.
TokenIndex Triggers::behind_particle(const Found& found, knowledge::IndexRange words) const {
  const Tree& tree = context_->tree;
  for (std::size_t i = found.trigger.first_word; i < pool_.size(); ++i) {
    const TokenIndex noun = tree.head(pool_[i]);
    const bool after = tree.relation(pool_[i]) == Relation::case_ && pool_[i] > found.trigger.head;
    if (after && noun != kNoToken && tree.head(noun) == found.trigger.head && is_one_of(noun, words)) return noun;
  }
  return kNoToken;
}

// The preposition of what hangs on a noun: "attributed the bombing to rebels", as parsers have it.
TokenIndex Triggers::marked(TokenIndex noun, std::uint64_t preposition) const {
  const Tree& tree = context_->tree;
  for (TokenIndex c : tree.children(noun)) {
    if (c < noun || tree.relation(c) != Relation::nmod) continue;
    for (TokenIndex m : tree.children(c)) {
      if (tree.relation(m) == Relation::case_ && lemma_hash_[m] == preposition) return m;
    }
  }
  return kNoToken;
}

bool Triggers::has_particle(TokenIndex verb, std::uint64_t word) const {
  const Tree& tree = context_->tree;
  for (TokenIndex c : tree.children(verb)) {
    const Relation r = tree.relation(c);
    if ((r == Relation::compound_prt || r == Relation::advmod) && lemma_hash_[c] == word) return true;
  }
  return false;
}

// Whether the words of an entry end at a token, in a row or joined by hyphens: "car bomb", "two-day".
bool Triggers::ends_at(TokenIndex t, std::string_view words) const {
  const TokenIndex first = context_->analysis.sentences[context_->tree.sentence(t)].first;
  for (const std::string_view parting : {" ", " -"}) {  // "anti-tank" may be one token or three
    const auto at = words.find_last_of(parting);
    const bool whole = at == std::string_view::npos;
    const std::uint64_t wanted = hash_bytes(whole ? words : words.substr(at + 1));
    if (lemma_hash_[t] != wanted && form_hash_[t] != wanted) continue;
    if (whole) return true;
    if (t == first) return false;
    const TokenIndex before = context_->tree.xpos(t - 1) == Xpos::hyph && t - 1 > first ? t - 2 : t - 1;
    return ends_at(before, words.substr(0, at));
  }
  return false;
}

bool Triggers::is_one_of(TokenIndex t, knowledge::IndexRange range) const {
  for (const auto& word : context_->knowledge.words(range)) {
    if ((word.hash == lemma_hash_[t] || word.hash == form_hash_[t]) && ends_at(t, context_->knowledge.text(word.text)))
      return true;
  }
  return false;
}

// The last word of what an entry has with "of": "state of emergency".
bool Triggers::ends_phrase(TokenIndex t, knowledge::IndexRange range) const {
  return std::ranges::any_of(context_->knowledge.words(range), [&](const auto& word) {
    if (word.hash != lemma_hash_[t] && word.hash != form_hash_[t]) return false;
    const std::string_view text = context_->knowledge.text(word.text);
    return text.find(" of ") != std::string_view::npos && ends_at(t, text);
  });
}

TokenIndex Triggers::object_among(TokenIndex verb, knowledge::IndexRange words) const {
  const Tree& tree = context_->tree;
  const TokenIndex object = tree.logical_object(verb);
  if (object == kNoToken) return kNoToken;
  if (is_one_of(object, words)) return object;
  // "was denied entry": what somebody is given or refused.
  if (const TokenIndex given = tree.is_passive(verb) ? tree.child(verb, Relation::obj) : kNoToken;
      given != kNoToken && is_one_of(given, words))
    return given;
  if (const TokenIndex content = content_of(tree, object); content != object && is_one_of(content, words))
    return content;
  for (TokenIndex c : tree.children(object)) {
    if (tree.relation(c) == Relation::conj && is_one_of(c, words)) return c;
    if (tree.relation(c) == Relation::nmod && ends_phrase(c, words)) return object;
  }
  return kNoToken;
}

// What is said of a noun right behind it: "calls the union, the largest one, a gang".
TokenIndex Triggers::said_of(TokenIndex noun, knowledge::IndexRange words, int depth) const {
  const Tree& tree = context_->tree;
  for (TokenIndex m : tree.children(noun)) {
    const Relation own = tree.relation(m);
    if (m < noun || (own != Relation::amod && own != Relation::appos)) continue;
    if (is_one_of(m, words)) return m;
    if (own != Relation::appos || depth == 0) continue;
    if (const TokenIndex inner = said_of(m, words, depth - 1); inner != kNoToken) return inner;
  }
  return kNoToken;
}

// "called it a sham, deemed the vote illegal": a bare predicate; the parser takes it for a second object, or for what
// qualifies the first.
TokenIndex Triggers::predicate(TokenIndex verb, knowledge::IndexRange words) const {
  const Tree& tree = context_->tree;
  constexpr int kDepth = 2;
  bool first = true;
  for (TokenIndex c : tree.children(verb)) {
    const Relation r = tree.relation(c);
    if (c < verb || (r != Relation::xcomp && r != Relation::obj && r != Relation::iobj)) continue;
    if (!first || (r == Relation::xcomp && !tree.is_verb(c))) {
      // "one of the sponsors of terrorism"
      const TokenIndex content = content_of(tree, c);
      if (is_one_of(c, words) || (content != c && is_one_of(content, words))) return c;
      if (std::ranges::any_of(tree.children(content), [&](TokenIndex of) {
            return of > content && tree.relation(of) == Relation::nmod && ends_phrase(of, words);
          }))
        return c;
      if (const TokenIndex quality = quality_among(c, words); quality != kNoToken) return quality;
    }
    if (const TokenIndex said = said_of(c, words, kDepth); said != kNoToken) return said;
    first = false;
  }
  return kNoToken;
}

// "gather subj {@crowd}": who does it decides what it is.
TokenIndex Triggers::doer_among(TokenIndex verb, knowledge::IndexRange words) const {
  const Tree& tree = context_->tree;
  TokenIndex doer = tree.is_verb(verb) ? tree.logical_subject(verb) : kNoToken;
  // "the striking workers"
  if (doer == kNoToken && tree.relation(verb) == Relation::amod && tree.xpos(verb) == Xpos::vbg) doer = tree.head(verb);
  if (doer == kNoToken) return kNoToken;
  // "a crowd that blocked the road": whom the clause is about.
  if (const TokenIndex clause = tree.head(doer); words::relative(tree.xpos(doer)) && clause != kNoToken &&
                                                 tree.relation(clause) == Relation::acl_relcl &&
                                                 tree.head(clause) != kNoToken)
    doer = tree.head(clause);
  if (is_one_of(doer, words)) return doer;
  // "Palestinians protested": a list with people in it has their nations' too.
  const NameMatch* name = context_->names.at(doer);
  const bool nation = name != nullptr && context_->names.meaning(*name, knowledge::NameKind::demonym) != nullptr &&
                      (tree.xpos(doer) == Xpos::nnps || tree.xpos(doer) == Xpos::nns);
  const auto names_one_of = [&](std::string_view word) {
    return std::ranges::any_of(context_->knowledge.words(words),
                               [hash = hash_bytes(word)](const auto& w) { return w.hash == hash; });
  };
  if (nation && names_one_of("people")) return doer;
  // "Taiwan protested": a state is its government.
  const bool state = name != nullptr && (context_->names.meaning(*name, knowledge::NameKind::country) != nullptr ||
                                         context_->names.meaning(*name, knowledge::NameKind::seat) != nullptr);
  if (state && names_one_of("government")) return doer;
  // "Hurricane Dorian killed": the kind of thing stands in its name.
  for (TokenIndex c : tree.children(doer)) {
    const Relation r = tree.relation(c);
    const bool in_name = r == Relation::compound || r == Relation::flat || r == Relation::nmod_desc;
    if (in_name && tree.upos(doer) == Upos::propn && tree.upos(c) == Upos::propn && is_one_of(c, words)) return c;
  }
  // "the state of emergency ended"
  for (TokenIndex c : tree.children(doer)) {
    if (tree.relation(c) == Relation::nmod && ends_phrase(c, words)) return doer;
  }
  const TokenIndex content = content_of(tree, doer);
  return content != doer && is_one_of(content, words) ? content : kNoToken;
}

TokenIndex Triggers::complement(TokenIndex t, std::uint64_t preposition, knowledge::IndexRange words) const {
  const Tree& tree = context_->tree;
  if (preposition == kSubject) return doer_among(t, words);
  const TokenIndex object = tree.is_verb(t) ? tree.logical_object(t) : kNoToken;
  for (const TokenIndex base : {t, object}) {
    if (base == kNoToken) continue;
    for (TokenIndex c : tree.children(base)) {
      const TokenIndex inner = content_of(tree, c);
      if (!is_one_of(c, words) && (inner == c || !is_one_of(inner, words))) continue;
      for (TokenIndex m : tree.children(c)) {
        const Relation r = tree.relation(m);
        if ((r == Relation::case_ || r == Relation::mark) && lemma_hash_[m] == preposition) return inner;
      }
      // "ruled the decree was unlawful"
      if (preposition == kThat && tree.relation(c) == Relation::ccomp && !tree.has_child(c, Relation::mark)) return c;
    }
  }
  if (preposition != kAs || !tree.is_verb(t)) return kNoToken;
  if (const TokenIndex bare = predicate(t, words); bare != kNoToken) return bare;
  // "described it as an illegal occupation"
  for (const TokenIndex base : {t, object}) {
    for (TokenIndex c : base == kNoToken ? std::span<const TokenIndex>{} : tree.children(base)) {
      if (c < base || tree.preposition(c) != "as") continue;
      if (const TokenIndex quality = quality_among(c, words); quality != kNoToken) return quality;
    }
  }
  return kNoToken;
}

// An adjective before the noun: "an illegal occupation".
TokenIndex Triggers::quality_among(TokenIndex noun, knowledge::IndexRange words) const {
  const Tree& tree = context_->tree;
  if (tree.upos(noun) != Upos::noun) return kNoToken;
  for (TokenIndex c : tree.children(noun)) {
    if (c < noun && tree.relation(c) == Relation::amod && is_one_of(c, words)) return c;
  }
  return kNoToken;
}

TokenIndex Triggers::modifier(TokenIndex noun, knowledge::IndexRange words) const {
  const Tree& tree = context_->tree;
  const auto& sentence = context_->analysis.sentences[tree.sentence(noun)];
  for (TokenIndex t = noun, steps = 0; t-- > sentence.first && steps < kWindow; ++steps) {
    const Relation r = tree.relation(t);
    const TokenIndex up = tree.head(t);
    const bool belongs = up == noun || (up != kNoToken && tree.head(up) == noun);
    if (belongs && r != Relation::det && r != Relation::case_ && is_one_of(t, words)) return t;
    if (!belongs && tree.xpos(t) != Xpos::hyph) break;
  }
  for (TokenIndex c : tree.children(noun)) {
    if ((tree.relation(c) == Relation::amod || tree.relation(c) == Relation::compound) && is_one_of(c, words)) return c;
  }
  return kNoToken;
}

}  // namespace masudi::coding
