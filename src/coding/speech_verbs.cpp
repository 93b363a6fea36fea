// SPDX-License-Identifier: Apache-2.0
// Verbs that say: "X said that …", "“…,” said X", "X announced the arrest of …", "X quoted Y as saying …", "is said
// to".
#include <algorithm>
#include <array>

#include "coding/clause.h"
#include "coding/speech_reader.h"

namespace masudi::coding {
namespace {

// Verbs whose object is what they tell of: "announced the arrest of", "denied involvement in". Others have a listener
// or a text as object. Sorted.
constexpr auto kTellOf = std::to_array<std::string_view>({
    "acknowledge", "admit",   "allege",  "announce", "assert",  "believe",  "claim",    "confess",  "confirm",
    "corroborate", "declare", "deny",    "describe", "detail",  "disclose", "document", "estimate", "expose",
    "fear",        "mention", "note",    "recall",   "recount", "report",   "reveal",   "show",     "speculate",
    "state",       "suggest", "suspect", "uncover",  "verify",  "witness",
});
static_assert(std::is_sorted(kTellOf.begin(), kTellOf.end()));

template <std::size_t N>
bool has(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// Not said, or only perhaps said: "did not say", "could not confirm", "refused to comment".
bool is_unsaid(const Tree& tree, TokenIndex verb) {
  for (TokenIndex c : tree.children(verb)) {
    const std::string_view l = tree.lemma(c);
    if (l == "not" || l == "never" || l == "n't") return true;
    if (tree.relation(c) == Relation::aux && tree.xpos(c) == Xpos::md && l != "will") return true;
  }
  if (tree.relation(verb) == Relation::xcomp && tree.head(verb) != kNoToken) {
    const std::string_view l = tree.lemma(tree.head(verb));
    return l == "refuse" || l == "decline" || l == "fail";
  }
  return false;
}

// The speaker inside a quotation is its own speaker already.
bool is_self(const Tree& tree, TokenIndex speaker) {
  const std::string_view l = tree.lemma(speaker);
  return l == "I" || l == "i" || l == "we" || l == "We" || l == "you" || l == "there" ||
         tree.relation(speaker) == Relation::expl;
}

}  // namespace

void SpeechReader::verb(const CueMatch& cue) {
  const TokenIndex v = cue.first;
  const Relation relation = tree_.relation(v);
  if (relation == Relation::amod || relation == Relation::compound || relation == Relation::case_ ||
      is_unsaid(tree_, v))
    return;
  Saying saying{v, speaker_of(v), v, v};
  const std::string_view lemma = tree_.lemma(v);

  // "The paper quoted Y as saying …": the words are Y's; the paper is a voice around them.
  const TokenIndex up = tree_.head(v);
  const bool as = tree_.child_with_lemma(v, "as") != kNoToken;
  TokenIndex reporter = kNoToken;
  if (up != kNoToken && as && (tree_.lemma(up) == "quote" || tree_.lemma(up) == "cite") &&
      relation != Relation::parataxis) {
    reporter = tree_.logical_subject(up);
    saying.speaker = tree_.logical_object(up);
    if (reporter == saying.speaker) reporter = kNoToken;
  }

  Stretch said = content_of(v);
  const Stretch frame = frame_of(v);
  const TokenIndex object = tree_.child(v, Relation::obj);
  const TokenIndex listener = object != kNoToken ? object : tree_.child(v, Relation::iobj);
  if (lemma == "tell" && listener != kNoToken) saying.told = listener;
  const bool own_subject = tree_.has_child(v, Relation::nsubj);
  const bool subordinate =
      relation == Relation::acl_relcl || relation == Relation::acl || (tree_.has_child(v, Relation::mark) && !as);

  if (said.empty() && up != kNoToken && own_subject &&
      (relation == Relation::parataxis || (relation == Relation::advcl && as))) {
    said = all_below(up);  // "…, X said", "as X said, …"
    if (tree_.head(up) == kNoToken) said = {sentence_.first, sentence_.last};
  }
  if (said.empty() && has(kTellOf, lemma)) {
    Stretch told;
    for (TokenIndex c : tree_.children(v)) {
      const Relation r = tree_.relation(c);
      const bool thing = r == Relation::obj || r == Relation::xcomp || (r == Relation::obl && c > v);
      if (thing) told.add(all_below(c));
    }
    if (object != kNoToken || tree_.has_child(v, Relation::xcomp)) {
      // The thing told of is said; what stands before the verb is not.
      if (!told.empty()) told.first = std::max(told.first, v + 1);
      if (saying.speaker != kNoToken && !is_self(tree_, saying.speaker)) put(saying, told, {v, v + 1});
      return;
    }
  }
  if (said.empty()) {
    for (TokenIndex t = v + 1; t + 1 < sentence_.last; ++t) {
      if (tree_.form(t) == ":" && quotations_.at(t) == nullptr) said = {t + 1, sentence_.last}, t = sentence_.last;
    }
  }
  // An attribution that ends the sentence holds for all before it, however the tree came out.
  const bool ends = is_at_end(frame) && stands_after_comma(frame.first) && !subordinate && relation != Relation::conj;
  if (ends && (said.empty() || said.last <= frame.first)) {
    TokenIndex start = sentence_.first;
    for (TokenIndex t = frame.first; t > sentence_.first; --t) {
      if (tree_.form(t - 1) == ";") {
        start = t;
        break;
      }
    }
    said = {start, frame.first};
  }
  if (said.empty()) {
    // The quotation beside the verb: "“…” tweeted X “…”".
    for (const Quotation& q : quotations_.all()) {
      if (!q.speech || q.last < sentence_.first || q.first >= sentence_.last) continue;
      if (q.first <= frame.last + 2 && q.last + 2 >= frame.first) said.add({q.first, q.last});
    }
  }
  if (saying.speaker == kNoToken && ends) {
    // "…, X said." with a broken tree: the nominal beside the verb.
    TokenIndex t = v;
    while (t > sentence_.first && tree_.form(t - 1) != "," && !tree_.is_verb(t - 1) && quotations_.at(t - 1) == nullptr)
      --t;
    for (TokenIndex n = v; n > t && saying.speaker == kNoToken; --n) {
      if (tree_.is_nominal(n - 1)) saying.speaker = n - 1;
    }
    if (saying.speaker == kNoToken && v + 1 < sentence_.last && tree_.is_nominal(v + 1)) saying.speaker = v + 1;
  }
  // "“…,” said X" where the parser takes X for an object.
  if (saying.speaker == kNoToken && object != kNoToken && object > v && stands_after_comma(frame.first))
    saying.speaker = object;
  if (saying.speaker == kNoToken || is_self(tree_, saying.speaker)) return;
  if (reporter != kNoToken) {
    Saying outer = saying;
    outer.cue = up, outer.speaker = reporter;
    put(outer, said, frame);
    saying.leans_on = up;
  }
  put(saying, said, frame);
}

// "The general is said to have fled", "it was reported that …", "was reported by X to be …", "the rumored raid".
void SpeechReader::passive(const CueMatch& cue) {
  const TokenIndex v = cue.first;
  Saying saying{v, kNoToken, v, v};
  saying.hearsay = true;
  if (tree_.relation(v) == Relation::amod) {
    if (tree_.head(v) != kNoToken) put(saying, all_below(tree_.head(v)), {v, v + 1});
    return;
  }
  if (is_unsaid(tree_, v)) return;
  Stretch said = content_of(v);
  for (TokenIndex c : tree_.children(v)) {
    if (tree_.relation(c) == Relation::xcomp) said.add(all_below(c));
  }
  if (const TokenIndex agent = tree_.logical_subject(v);
      agent != kNoToken && cue.speaker == knowledge::SpeakerSlot::subject) {
    saying.speaker = agent, saying.hearsay = false;
    // "The arrest was announced by X": the thing announced is the subject.
    const TokenIndex thing = tree_.subject(v);
    if (said.empty() && thing != kNoToken && has(kTellOf, tree_.lemma(v))) said = all_below(thing);
  }
  if (!said.empty()) put(saying, said, {v, v + 1});
}

// "X, citing Y, reported …", "X cited Y", "X quoted Y as saying …" (whose words "saying" finds).
void SpeechReader::source_verb(const CueMatch& cue) {
  const TokenIndex v = cue.first;
  const TokenIndex up = tree_.head(v);
  const TokenIndex source = tree_.child(v, Relation::obj);
  if (source == kNoToken) return;
  const Relation relation = tree_.relation(v);
  if (relation != Relation::advcl && relation != Relation::acl && relation != Relation::conj) return;
  for (TokenIndex c : tree_.children(v)) {
    if (tree_.relation(c) == Relation::advcl && tree_.child_with_lemma(c, "as") != kNoToken) return;
  }
  TokenIndex main = up;
  if (main != kNoToken && !tree_.is_verb(main)) main = tree_.head(main);  // hung on the noun: "the paper, citing …"
  const Stretch phrase = all_below(v);
  Saying saying{v, source, v, v};
  saying.leans_on = main;
  if (main == kNoToken) return;
  Stretch said = content_of(main);
  if (said.empty() && tree_.relation(main) == Relation::parataxis && tree_.head(main) != kNoToken)
    said = all_below(tree_.head(main));
  if (said.empty()) said = scope_of_phrase(main, phrase);
  put(saying, said, phrase);
}

}  // namespace masudi::coding
