// SPDX-License-Identifier: Apache-2.0
#include "coding/mend.h"

#include "knowledge/layout.h"

namespace masudi::coding {
namespace {

using knowledge::TriggerKind;

bool is_noun(Upos u) { return u == Upos::noun || u == Upos::propn; }

bool has_case(const Tokens& tokens, const Sentence& s, TokenIndex t) {
  for (TokenIndex c = s.first; c < t; ++c) {
    if (tokens.head[c] == t && tokens.relation[c] == Relation::case_) return true;
  }
  return false;
}

class Mender {
 public:
  Mender(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text, Tokens& out)
      : knowledge_(knowledge), analysis_(analysis), text_(text), out_(out) {}

  bool run() {
    for (const Sentence& s : analysis_.sentences) {
      for (TokenIndex t = s.first + 1; t + 1 < s.last; ++t) {
        if (!looks_like_verb(t)) continue;
        const TokenIndex up = tokens().head[t];
        if (up == kNoToken) {
          if (subject_before(s, t) != kNoToken) make_root_verb(s, t);
        } else if (!is_also_noun(t) && up > t && up <= t + 3 && tokens().head[up] == kNoToken &&
                   tokens().upos[up] == Upos::verb) {
          if (subject_before(s, t) != kNoToken) take_place_of(s, t, up);
        }
      }
    }
    return changed_;
  }

 private:
  const Tokens& tokens() const { return changed_ ? out_ : analysis_.tokens; }
  std::string_view form(TokenIndex t) const { return analysis_.tokens.span[t].in(text_); }

  // A lower-case form in -s that the lexicon knows as a verb, between what may be a subject and what may follow a verb.
  bool looks_like_verb(TokenIndex t) const {
    const Tokens& a = tokens();
    const std::string_view word = form(t);
    if (!is_noun(a.upos[t]) || word.size() < 4 || word.back() != 's' || word[0] < 'a' || word[0] > 'z') return false;
    if (knowledge_.triggers(trigger_key(TriggerKind::verb, a.lemma[t])).empty()) return false;
    if (!is_noun(a.upos[t - 1]) && a.upos[t - 1] != Upos::pron && form(t - 1) != ")") return false;
    switch (a.upos[t + 1]) {
      case Upos::det:
      case Upos::pron:
      case Upos::propn:
      case Upos::noun:
      case Upos::adj:
      case Upos::num:
      case Upos::adp:
      case Upos::part:
      case Upos::adv:
      case Upos::sconj:
      case Upos::punct:
      case Upos::verb: return true;
      default: return false;
    }
  }

  bool is_also_noun(TokenIndex t) const {
    return !knowledge_.triggers(trigger_key(TriggerKind::noun, tokens().lemma[t])).empty();
  }

  // The last noun before the word that hangs on it: the head of its subject.
  TokenIndex subject_before(const Sentence& s, TokenIndex t) const {
    for (TokenIndex c = t; c-- > s.first;) {
      if (tokens().head[c] != t) continue;
      const Upos u = tokens().upos[c];
      if ((is_noun(u) || u == Upos::pron || u == Upos::num) && !has_case(tokens(), s, c)) return c;
    }
    return kNoToken;
  }

  void begin() {
    if (!changed_) out_ = analysis_.tokens;
    changed_ = true;
  }

  void make_root_verb(const Sentence& s, TokenIndex t) {
    begin();
    const TokenIndex subject = subject_before(s, t);
    out_.upos[t] = Upos::verb, out_.xpos[t] = Xpos::vbz;
    for (TokenIndex c = s.first; c < subject; ++c) {
      if (out_.head[c] != t) continue;
      switch (out_.relation[c]) {
        case Relation::det:
        case Relation::amod:
        case Relation::compound:
        case Relation::nmod_poss:
        case Relation::nummod:
        case Relation::flat:
        case Relation::nmod_desc:
        case Relation::det_predet: out_.head[c] = subject; break;
        default: break;
      }
    }
    out_.relation[subject] = Relation::nsubj;
    bool has_object = false;
    for (TokenIndex c = t + 1; c < s.last; ++c) {
      if (out_.head[c] != t) continue;
      const bool nominal = is_noun(out_.upos[c]) || out_.upos[c] == Upos::pron || out_.upos[c] == Upos::num;
      switch (out_.relation[c]) {
        case Relation::appos:
        case Relation::nmod:
        case Relation::flat:
        case Relation::compound:
        case Relation::dep:
        case Relation::list:
        case Relation::nmod_desc:
        case Relation::parataxis:
        case Relation::nmod_unmarked:
          if (!nominal) break;
          if (has_case(out_, s, c)) {
            out_.relation[c] = Relation::obl;
          } else if (!has_object) {
            out_.relation[c] = Relation::obj, has_object = true;
          }
          break;
        case Relation::acl: out_.relation[c] = out_.xpos[c] == Xpos::vb ? Relation::xcomp : Relation::advcl; break;
        default: break;
      }
    }
  }

  // "Myanmar denies claims by …", read as "claims" with the subject "denies".
  void take_place_of(const Sentence& s, TokenIndex t, TokenIndex root) {
    begin();
    for (TokenIndex c = s.first; c < s.last; ++c) {
      if (out_.head[c] == root && (c < t || out_.relation[c] == Relation::punct)) out_.head[c] = t;
    }
    out_.head[t] = kNoToken, out_.relation[t] = Relation::root;
    out_.head[root] = t, out_.relation[root] = Relation::obj;
    out_.upos[root] = Upos::noun, out_.xpos[root] = form(root).back() == 's' ? Xpos::nns : Xpos::nn;
    for (TokenIndex c = t + 1; c < s.last; ++c) {
      if (out_.head[c] == root && out_.relation[c] == Relation::obl) out_.relation[c] = Relation::nmod;
    }
    make_root_verb(s, t);
  }

  const knowledge::Knowledge& knowledge_;
  const Analysis& analysis_;
  std::string_view text_;
  Tokens& out_;
  bool changed_ = false;
};

}  // namespace

bool mend_verbs(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text, Tokens& out) {
  return Mender(knowledge, analysis, text, out).run();
}

}  // namespace masudi::coding
