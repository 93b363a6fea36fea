// SPDX-License-Identifier: Apache-2.0
// Verbs that say: "X said that …", "“…,” said X", "X announced the arrest of …", "X quoted Y as saying …", "is said
// to".
#include <algorithm>

#include "coding/clause.h"
#include "coding/speech_reader.h"
#include "coding/speech_words.h"

namespace masudi::coding {
void SpeechReader::verb(const CueMatch& cue) {
  const TokenIndex v = cue.first;
  const Relation relation = tree_.relation(v);
  if (relation == Relation::amod || relation == Relation::compound || relation == Relation::case_ ||
      is_unsaid(tree_, v))
    return;
  Saying saying{v, speaker_of(v), v, v};
  const std::string_view lemma = tree_.lemma(v);
  const bool uttered = utters(lemma) && quotations_.at(v) == nullptr;

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
  Stretch frame = frame_of(v);
  const TokenIndex object = tree_.child(v, Relation::obj);
  const TokenIndex listener = object != kNoToken ? object : tree_.child(v, Relation::iobj);
  if (lemma == "tell" && listener != kNoToken) saying.told = listener;
  const bool own_subject = tree_.has_child(v, Relation::nsubj);
  const bool subordinate =
      relation == Relation::acl_relcl || relation == Relation::acl || (tree_.has_child(v, Relation::mark) && !as);

  if (said.empty() && up != kNoToken && own_subject &&
      (relation == Relation::parataxis ||
       (relation == Relation::advcl && as && !tree_.has_child(v, Relation::xcomp)))) {
    said = all_below(up);  // "…, X said", "as X said, …"
    if (tree_.head(up) == kNoToken) said = {sentence_.first, sentence_.last};
  }
  if (said.empty() && v + 1 < sentence_.last && tree_.lemma(v + 1) == "that" && tree_.upos(v + 1) == Upos::sconj) {
    said = {v + 1, sentence_.last};  // the tree hangs the clause elsewhere
  }
  if (said.empty() && tells_of(lemma)) {
    const Stretch told = told_of(v);
    if (!told.empty()) {
      if (saying.speaker != kNoToken && !is_self(tree_, saying.speaker)) put(saying, told, {v, v + 1});
      return;
    }
  }
  if (!own_subject && uttered) {
    // "…, X said." with a broken tree: the nominal between the comma and the verb.
    const TokenIndex beside = nominal_beside(v, frame);
    if (beside != kNoToken) saying.speaker = beside;
  }
  // "“…,” said X" where the parser takes X for an object.
  if (saying.speaker == kNoToken && object != kNoToken && object > v && stands_after_comma(frame.first))
    saying.speaker = object;
  if (said.empty() && uttered) {
    for (TokenIndex t = v + 1; t + 1 < sentence_.last && said.empty(); ++t) {
      if (tree_.form(t) == ":" && quotations_.at(t) == nullptr) said = {t + 1, sentence_.last};
    }
  }
  // An attribution that ends the sentence holds for all before it, however the tree came out.
  const bool inside = saying.speaker != kNoToken && saying.speaker >= frame.first && saying.speaker < frame.last;
  const bool joined = relation == Relation::conj && tree_.has_child(v, Relation::cc);
  const bool ends = uttered && inside && is_at_end(frame) && stands_after_comma(frame.first) && !subordinate && !joined;
  if (ends && (said.empty() || said.last <= frame.first)) {
    TokenIndex start = frame.first;
    while (start > sentence_.first && tree_.form(start - 1) != ";") --start;
    said = {start, frame.first};
  }
  if (said.empty() && uttered) {
    // The quotation beside the verb: "“…” tweeted X “…”".
    for (const Quotation& q : quotations_.near(sentence_.first, sentence_.last)) {
      if (q.speech && q.first <= frame.last + 2 && q.last + 2 >= frame.first) said.add({q.first, q.last});
    }
  }
  if (said.empty() && uttered && up == kNoToken && own_subject && saying.speaker < v && v + 1 < sentence_.last) {
    // "The paper claims rebels took the town" with a broken tree: what follows the verb.
    const Upos next = tree_.upos(v + 1);
    if (next != Upos::punct && next != Upos::adp && next != Upos::adv && next != Upos::cconj && next != Upos::part &&
        object == kNoToken) {
      said = {v + 1, sentence_.last};
    }
  }
  if (said.empty() && !uttered) return;
  if (saying.speaker == kNoToken || is_self(tree_, saying.speaker)) return;
  if (reporter != kNoToken) {
    Saying outer = saying;
    outer.cue = up, outer.speaker = reporter;
    put(outer, said, frame);
    saying.leans_on = up;
  }
  put(saying, said, frame);
}

// What stands before the comma and the verb: "…, state media reported"; kNoToken if that is no plain nominal.
TokenIndex SpeechReader::nominal_beside(TokenIndex verb, Stretch& frame) const {
  TokenIndex t = verb, last = kNoToken;
  while (t > sentence_.first && verb - t < 12) {
    const Upos u = tree_.upos(t - 1);
    if (u == Upos::punct || u == Upos::verb || u == Upos::sconj || u == Upos::cconj || quotations_.at(t - 1) != nullptr)
      break;
    --t;
    if (last == kNoToken && tree_.is_nominal(t)) last = t;
  }
  if (last == kNoToken || t == verb || !stands_after_comma(t)) return kNoToken;
  frame.first = std::min(frame.first, t);
  return last;
}

// What a verb like "announce" tells of: its object and what goes with it, behind the verb.
SpeechReader::Stretch SpeechReader::told_of(TokenIndex v) const {
  Stretch told;
  bool thing = false;
  for (TokenIndex c : tree_.children(v)) {
    const Relation r = tree_.relation(c);
    if (c < v) continue;
    if (r == Relation::obj) {
      if (tree_.lemma(v) == "deny" && is_deniable(tree_.lemma(c))) return {};
      thing = true;
    } else if (r == Relation::xcomp) {
      // "claims to have seized", "admitted killing"; not "claims to be from".
      if (tree_.xpos(c) != Xpos::vbg && tree_.child_with_lemma(c, "have") == kNoToken) continue;
      thing = true;
    } else if (r == Relation::obl || r == Relation::obl_unmarked) {
      if (stands_beside(tree_.preposition(c))) continue;
    } else if (r == Relation::advcl) {
      const TokenIndex mark = tree_.child(c, Relation::mark);
      if (mark == kNoToken || tree_.lemma(mark) != "for") continue;
    } else {
      continue;
    }
    told.add(all_below(c));
  }
  if (!thing) return {};
  told.first = std::max(told.first, v + 1);
  return told;
}

// "Bangladesh accuses the army of laying mines": the deed stands on the word of the accuser.
void SpeechReader::accusation(TokenIndex v) {
  if (is_unsaid(tree_, v)) return;
  const TokenIndex who = speaker_of(v);
  if (who == kNoToken || is_self(tree_, who) || tree_.is_passive(v)) return;
  Stretch said;
  for (TokenIndex c : tree_.children(v)) {
    const Relation r = tree_.relation(c);
    if (c < v || r == Relation::conj || r == Relation::parataxis) continue;
    const TokenIndex mark = tree_.child(c, Relation::mark);
    const std::string_view joint = mark != kNoToken ? tree_.lemma(mark) : tree_.preposition(c);
    if (r == Relation::obj || joint == "of" || joint == "for" || joint == "as" || joint == "over")
      said.add(all_below(c));
  }
  if (!said.empty()) put({v, who, v, v}, said, {v, v + 1});
}

// "The military confirms that …", where the parser takes the verb for a noun: a nominal, then the cue, then "that", or
// all of it between commas.
bool SpeechReader::disguised_verb(TokenIndex t) {
  if (t <= sentence_.first || t + 1 >= sentence_.last || tree_.upos(t) != Upos::noun) return false;
  const TokenIndex before = t - 1;
  if (!tree_.is_nominal(before) && tree_.upos(before) != Upos::adj) return false;
  const std::string_view next = tree_.form(t + 1);
  Saying saying{t, before, t, t};
  if (next == "that" && !has_determiner_between(t)) {
    for (TokenIndex p = sentence_.first; p < t; ++p) {
      if (tree_.upos(p) == Upos::verb) return false;  // a noun in a clause that has its verb
    }
    // Up from the word before to the head of its phrase: "officials in the north report that".
    for (int steps = 0; steps < 10; ++steps) {
      const TokenIndex up = tree_.head(saying.speaker);
      if (up == kNoToken || up >= t || !tree_.is_nominal(up)) break;
      saying.speaker = up;
    }
    put(saying, {t + 1, sentence_.last}, {t, t + 1});
    return true;
  }
  if (next == "," || next == "." || next == "\"" || next == "\xE2\x80\x9D") {
    Stretch frame{t, t + 1};
    const TokenIndex beside = nominal_beside(t, frame);
    if (beside == kNoToken || tree_.xpos(t) != Xpos::nns) return false;
    bool preposition = false;
    for (TokenIndex p = frame.first; p < t; ++p)
      preposition = preposition || tree_.upos(p) == Upos::adp || tree_.upos(p) == Upos::num;
    if (preposition) return false;
    saying.speaker = beside;
    put(saying, {sentence_.first, sentence_.last}, frame);
    return true;
  }
  return false;
}

bool SpeechReader::has_determiner_between(TokenIndex t) const {
  // "the claims that": its own article makes it a noun.
  const TokenIndex det = tree_.child(t, Relation::det);
  return det != kNoToken && det + 1 == t;
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
    if (said.empty() && thing != kNoToken && tells_of(tree_.lemma(v))) said = all_below(thing);
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
  if (tree_.child_with_lemma(v, "without") != kNoToken) return;
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
