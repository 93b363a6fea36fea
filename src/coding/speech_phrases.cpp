// SPDX-License-Identifier: Apache-2.0
// Sayings without a verb of saying: "according to X", "reportedly", "a report by X that …".
#include <algorithm>

#include "coding/clause.h"
#include "coding/speech_reader.h"

namespace masudi::coding {

void SpeechReader::preposition(const CueMatch& cue) {
  // The noun that the preposition marks, or that hangs on it where it was read as a verb.
  TokenIndex voice = kNoToken;
  const TokenIndex up = tree_.head(cue.first);
  const Relation relation = tree_.relation(cue.first);
  if ((relation == Relation::case_ || relation == Relation::mark) && up != kNoToken && up >= cue.last) voice = up;
  for (TokenIndex t = cue.first; t < cue.last && voice == kNoToken; ++t) {
    for (TokenIndex c : tree_.children(t)) {
      const Relation r = tree_.relation(c);
      if (c >= cue.last &&
          (r == Relation::obl || r == Relation::obj || r == Relation::nmod || r == Relation::obl_agent)) {
        voice = c;
        break;
      }
    }
  }
  if (voice == kNoToken && cue.last < sentence_.last) {
    // By order: up from the next word to the head of its phrase.
    voice = cue.last;
    for (int steps = 0; steps < 10; ++steps) {
      const TokenIndex h = tree_.head(voice);
      if (h == kNoToken || h < cue.last || tree_.is_verb(h)) break;
      voice = h;
    }
    if (!tree_.is_nominal(voice)) return;
  }
  if (voice == kNoToken || tree_.is_verb(voice)) return;
  // "Twelve hours per day" names no voice.
  const bool bare = tree_.upos(voice) == Upos::noun && tree_.xpos(voice) == Xpos::nn && voice == cue.last;
  if (bare && cue.last == cue.first + 1 && tree_.xpos(cue.first) != Xpos::vbg) return;
  Stretch phrase = all_below(voice);
  phrase.add({cue.first, cue.last});
  phrase.first = std::max(phrase.first, cue.first);
  TokenIndex attached = tree_.head(voice);
  if (attached == cue.first) attached = up;
  if (cue.first > sentence_.first && tree_.form(cue.first - 1) == "without") return;
  Saying saying{cue.first, voice, 0, 0};
  const bool leans = tree_.lemma(cue.first) != "accord" && tree_.xpos(cue.first) == Xpos::vbg;  // citing, quoting
  if (const TokenIndex owner = tree_.upos(voice) == Upos::noun ? owner_of(voice) : kNoToken;
      owner != kNoToken && !leans)
    saying.speaker = owner;
  if (leans && attached != kNoToken) saying.leans_on = clause_of(tree_, attached);
  put(saying, scope_of_phrase(attached, phrase), phrase);
}

void SpeechReader::adverb(const CueMatch& cue) {
  const TokenIndex up = tree_.head(cue.first);
  if (up == kNoToken) return;
  Saying saying{cue.first, kNoToken, 0, 0};
  saying.hearsay = true;
  put(saying, all_below(clause_of(tree_, up)), {cue.first, cue.last});
}

// "Claims by X that …", "reports of …", "in a statement saying …" (whose verb finds itself).
void SpeechReader::noun(const CueMatch& cue) {
  const TokenIndex head = cue.last - 1;
  Stretch said;
  for (TokenIndex c : tree_.children(head)) {
    const Relation r = tree_.relation(c);
    const bool clause =
        (r == Relation::acl && tree_.has_child(c, Relation::mark) && tree_.xpos(c) != Xpos::vb) || r == Relation::ccomp;
    if (clause) said.add(all_below(c));
    if (r == Relation::nmod && tree_.preposition(c) == "of" && tree_.xpos(head) == Xpos::nns) said.add(all_below(c));
  }
  if (said.empty()) return;
  Saying saying{head, owner_of(head), 0, 0};
  const TokenIndex verb = tree_.head(head);
  if (saying.speaker == kNoToken && verb != kNoToken && tree_.relation(head) == Relation::obj) {
    const std::string_view l = tree_.lemma(verb);
    if (l == "make" || l == "issue" || l == "release" || l == "give" || l == "publish" || l == "send")
      saying.speaker = tree_.logical_subject(verb);
  }
  saying.hearsay = saying.speaker == kNoToken;
  put(saying, said, {cue.first, cue.last});
}

}  // namespace masudi::coding
