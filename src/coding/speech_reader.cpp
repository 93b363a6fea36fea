// SPDX-License-Identifier: Apache-2.0
// What is common to all sayings: who speaks, what is said, which words only say so.
#include "coding/speech_reader.h"

#include <algorithm>

#include "coding/clause.h"

namespace masudi::coding {
namespace {

bool is_clause(Relation r) {
  return r == Relation::conj || r == Relation::advcl || r == Relation::advcl_relcl || r == Relation::parataxis ||
         r == Relation::ccomp || r == Relation::csubj;
}

}  // namespace

// "“…,” X posted": where the tree has made the verb a participle of X, who stands between the closing mark and the verb
// is the speaker all the same.
bool SpeechReader::behind_quotation(TokenIndex verb) {
  constexpr TokenIndex kLongestName = 8;
  const Relation r = tree_.relation(verb);
  if ((r != Relation::acl && r != Relation::amod) || quotations_.at(verb) != nullptr) return false;
  TokenIndex speaker = kNoToken, t = verb;
  while (t > sentence_.first && verb - t < kLongestName && quotations_.at(t - 1) == nullptr) {
    --t;
    if (tree_.upos(t) == Upos::punct) continue;
    if (!tree_.is_nominal(t) && tree_.upos(t) != Upos::det && tree_.upos(t) != Upos::adj && tree_.upos(t) != Upos::adp)
      return false;
    if (speaker == kNoToken && tree_.is_nominal(t)) speaker = t;
  }
  if (speaker == kNoToken || t == sentence_.first) return false;
  const Quotation* said = quotations_.at(t - 1);
  if (said == nullptr || !said->speech || !said->closed) return false;
  put({verb, speaker, verb, verb}, {said->first, said->last}, {t, sentence_.last});
  return true;
}

void SpeechReader::read(const CueMatch& cue) {
  switch (cue.kind) {
    case knowledge::CueKind::verb:
      if (behind_quotation(cue.first)) return;
      if (cue.speaker == knowledge::SpeakerSlot::object) return source_verb(cue);
      if (cue.speaker == knowledge::SpeakerSlot::none || tree_.is_passive(cue.first)) return passive(cue);
      return verb(cue);
    case knowledge::CueKind::preposition: return preposition(cue);
    case knowledge::CueKind::adverb: return adverb(cue);
    case knowledge::CueKind::noun: return noun(cue);
  }
}

SpeechReader::Stretch SpeechReader::all_below(TokenIndex t) const {
  Stretch s;
  subtree(tree_, t, s.first, s.last);
  return s;
}

// "A statement by the police", "Trump's statement", "a report from the agency": whose word it is.
TokenIndex SpeechReader::owner_of(TokenIndex noun) const {
  TokenIndex owner = kNoToken;
  for (TokenIndex c : tree_.children(noun)) {
    if (tree_.relation(c) == Relation::nmod_poss) owner = c;
    if (tree_.relation(c) != Relation::nmod) continue;
    const std::string_view p = tree_.preposition(c);
    if (p == "by" || (p == "from" && owner == kNoToken)) owner = c;
  }
  return owner;
}

TokenIndex SpeechReader::speaker_of(TokenIndex verb) const {
  TokenIndex s = tree_.logical_subject(verb);
  if (s != kNoToken && !tree_.is_passive(verb) && quotations_.at(verb) == nullptr) {
    // Of several subjects in a broken tree, the one outside the quotation that is nearest to the verb.
    for (TokenIndex c : tree_.children(verb)) {
      if (tree_.relation(c) == Relation::nsubj && quotations_.at(c) == nullptr &&
          (c < verb || quotations_.at(s) != nullptr))
        s = c;
    }
  }
  if (s == kNoToken && tree_.relation(verb) == Relation::acl_relcl) return tree_.head(verb);
  if (s == kNoToken) return s;
  const Xpos x = tree_.xpos(s);
  if (tree_.relation(verb) == Relation::acl_relcl && (x == Xpos::wp || x == Xpos::wdt)) return tree_.head(verb);
  return s;
}

SpeechReader::Stretch SpeechReader::content_of(TokenIndex verb) const {
  Stretch said;
  bool complement = false;
  for (TokenIndex c : tree_.children(verb)) complement = complement || tree_.relation(c) == Relation::ccomp;
  for (TokenIndex c : tree_.children(verb)) {
    const Relation r = tree_.relation(c);
    // "Turkey sent tanks, the paper reported": parsers may call what comes first an adverbial clause.
    const bool before = r == Relation::advcl && !complement && c < verb && tree_.has_child(c, Relation::nsubj) &&
                        !tree_.has_child(c, Relation::mark);
    if (r == Relation::ccomp || before) said.add(all_below(c));
    if (r != Relation::parataxis) continue;
    const Stretch s = all_below(c);
    // Another main clause ("X said so; Y went") is no content; one before the verb, in quotation marks or behind a
    // colon is.
    const bool quoted = quotations_.at(c) != nullptr;
    const bool behind_colon = s.first > sentence_.first && tree_.form(s.first - 1) == ":";
    if (quoted || behind_colon || (!complement && c < verb)) said.add(s);
  }
  return said;
}

SpeechReader::Stretch SpeechReader::frame_of(TokenIndex verb) {
  const TokenIndex n = sentence_.size();
  scratch_.assign(n, 0);
  const auto set = [&](TokenIndex from, TokenIndex to, std::uint8_t value) {
    for (TokenIndex t = std::max(from, sentence_.first); t < std::min(to, sentence_.last); ++t)
      scratch_[t - sentence_.first] = value;
  };
  scratch_[verb - sentence_.first] = 1;
  for (TokenIndex c : tree_.children(verb)) {
    if (is_clause(tree_.relation(c))) continue;
    const Stretch s = all_below(c);
    set(s.first, s.last, 1);
  }
  for (TokenIndex c : tree_.children(verb)) {
    if (!is_clause(tree_.relation(c))) continue;
    const Stretch s = all_below(c);
    if (s.first > verb || s.last <= verb) set(s.first, s.last, 0);
  }
  Stretch frame{verb, verb + 1};
  const auto in = [&](TokenIndex t) { return scratch_[t - sentence_.first] != 0 && quotations_.at(t) == nullptr; };
  while (frame.first > sentence_.first && in(frame.first - 1)) --frame.first;
  while (frame.last < sentence_.last && in(frame.last)) ++frame.last;
  while (frame.first < verb && tree_.upos(frame.first) == Upos::punct) ++frame.first;
  while (frame.last > verb + 1 && tree_.upos(frame.last - 1) == Upos::punct) --frame.last;
  return frame;
}

bool SpeechReader::is_at_end(Stretch frame) const {
  for (TokenIndex t = frame.last; t < sentence_.last; ++t) {
    if (tree_.upos(t) != Upos::punct) return false;
  }
  return true;
}

bool SpeechReader::stands_after_comma(TokenIndex t) const {
  if (t <= sentence_.first) return false;
  const std::string_view f = tree_.form(t - 1);
  return f == "," || f == "\"" || f == "''" || f == "\xE2\x80\x9D" || f == "\xE2\x80\x94" || f == "\xE2\x80\x93" ||
         f == "--" || f == "?" || f == "!" || f == "\xE2\x80\x99" || f == "'";
}

SpeechReader::Stretch SpeechReader::scope_of_phrase(TokenIndex attached, Stretch phrase) const {
  const Stretch whole{sentence_.first, sentence_.last};
  if (attached == kNoToken) return whole;
  const TokenIndex clause = clause_of(tree_, attached);
  // Inside a relative clause or what another voice says, it speaks of that alone.
  TokenIndex t = clause;
  for (int steps = 0; steps < 20 && t != kNoToken; ++steps, t = tree_.head(t)) {
    const Relation r = tree_.relation(t);
    if (r == Relation::acl_relcl || r == Relation::ccomp || r == Relation::acl) {
      const Stretch s = all_below(t);
      // What stands first in the sentence holds for all of it, wherever the tree hangs it.
      if (phrase.first <= sentence_.first + 1 || s.first > phrase.first) return whole;
      return s;
    }
    if (r == Relation::conj && tree_.is_verb(t)) {
      const Stretch s = all_below(t);
      if (phrase.first > s.first && phrase.first < t) return s;  // "A did this and, according to X, did that"
    }
  }
  return whole;
}

void SpeechReader::put(Saying saying, Stretch said, Stretch frame) {
  if (said.empty()) said = {saying.cue, saying.cue};
  saying.first = std::max(said.first, sentence_.first);
  saying.last = std::min(said.last, sentence_.last);
  saying.except_first = frame.first, saying.except_last = frame.last;
  out_.push_back(saying);
}

}  // namespace masudi::coding
