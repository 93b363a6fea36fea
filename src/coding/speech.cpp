// SPDX-License-Identifier: Apache-2.0
#include "coding/speech.h"

#include <algorithm>

#include "coding/clause.h"
#include "coding/speech_reader.h"

namespace masudi::coding {
namespace {

constexpr std::uint32_t kLongestSentence = 1000;  // tokens

bool earlier(const Saying& a, const Saying& b) { return a.cue < b.cue; }

// The main verb of what stands before a colon: the last with a subject of its own that is not in a clause that depends.
TokenIndex verb_before(const Tree& tree, TokenIndex first, TokenIndex end) {
  TokenIndex any = kNoToken;
  for (TokenIndex t = end; t > first; --t) {
    const TokenIndex v = t - 1;
    if (!tree.is_verb(v) || tree.upos(v) == Upos::aux || tree.subject(v) == kNoToken) continue;
    const Relation r = tree.relation(v);
    if (r != Relation::acl && r != Relation::acl_relcl && r != Relation::advcl && tree.has_child(v, Relation::nsubj))
      return v;
    if (any == kNoToken) any = v;
  }
  return any;
}

// A name in quotation marks: one to three words, each with a capital.
bool is_title(const Tree& tree, const Quotation& q) {
  int words = 0;
  for (TokenIndex t = q.first; t < q.last; ++t) {
    if (tree.upos(t) == Upos::punct) continue;
    const char c = tree.form(t)[0];
    if (++words > 3 || (c >= 'a' && c <= 'z')) return false;
  }
  return true;
}

}  // namespace

void Speech::read(const Context& context) {
  if (known_ != &context.knowledge) cues_.emplace(context.knowledge), known_ = &context.knowledge;
  const Tree& tree = context.tree;
  sayings_.clear(), nouns_.clear();
  quotations_.read(context);
  for (const Sentence& sentence : context.analysis.sentences) {
    if (sentence.size() > kLongestSentence) continue;  // a table or a list, not speech
    SpeechReader reader(context, quotations_, sentence, scratch_, sayings_);
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      const std::string_view lemma = tree.lemma(t);
      if (tree.upos(t) == Upos::verb && (lemma == "accuse" || lemma == "blame")) reader.accusation(t);
      if (tree.upos(t) == Upos::noun && cues_->is_verb_of_saying(lemma) && reader.disguised_verb(t)) continue;
      matches_.clear();
      cues_->at(tree, t, sentence.last, matches_);
      // "citing" is both a verb and a preposition in the list of cues: one saying is enough.
      const std::size_t before = sayings_.size();
      for (const CueMatch& m : matches_) {
        if (m.kind == knowledge::CueKind::noun) nouns_.push_back(m.last - 1);
        if (sayings_.size() == before) reader.read(m);
      }
    }
  }
  attribute_quotations(context);
  mark(context);
}

// Gives every quotation that is speech its saying, and the saying all of the quotation.
void Speech::attribute_quotations(const Context& context) {
  const Tree& tree = context.tree;
  const auto& sentences = context.analysis.sentences;
  const auto all = quotations_.all();
  of_quotation_.assign(all.size(), 0);
  std::stable_sort(sayings_.begin(), sayings_.end(), earlier);
  const std::size_t found = sayings_.size();
  const auto first_from = [&](TokenIndex t) {
    const auto at = std::lower_bound(sayings_.begin(), sayings_.begin() + static_cast<std::ptrdiff_t>(found), t,
                                     [](const Saying& s, TokenIndex from) { return s.cue < from; });
    return static_cast<std::size_t>(at - sayings_.begin());
  };
  const auto give = [&](std::size_t q, Saying saying) {
    saying.first = all[q].first, saying.last = all[q].last;
    sayings_.push_back(saying);
    of_quotation_[q] = static_cast<std::uint32_t>(sayings_.size());
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Quotation& q = all[i];
    const std::uint32_t from = tree.sentence(q.first), to = tree.sentence(q.last - 1);
    // A saying of its sentences that covers part of it; the innermost of several.
    std::size_t own = found;
    for (std::size_t s = first_from(sentences[from].first); s < found && sayings_[s].cue < sentences[to].last; ++s) {
      const Saying& saying = sayings_[s];
      if (saying.hearsay || saying.speaker == kNoToken || (saying.cue >= q.first && saying.cue < q.last)) continue;
      if (!saying.covers(q.first) && !saying.covers(q.last - 1)) continue;
      if (own == found || saying.last - saying.first <= sayings_[own].last - sayings_[own].first) own = s;
    }
    if (own != found) {
      give(i, sayings_[own]);
      continue;
    }
    if (!q.speech) continue;
    // "The mayor spoke to reporters: “…”": the subject of what stands before the colon.
    const TokenIndex opening = q.first - 1;  // the mark
    if (opening > sentences[from].first && tree.form(opening - 1) == ":") {
      const TokenIndex verb = verb_before(tree, sentences[from].first, opening - 1);
      const TokenIndex speaker = verb == kNoToken ? kNoToken : tree.logical_subject(verb);
      if (speaker != kNoToken) {
        give(i, Saying{verb, speaker, 0, 0});
        continue;
      }
    }
    // Goes on from the quotation before, in the same paragraph or the one before, with no words of the story between.
    if (i > 0 && of_quotation_[i - 1] != 0 && q.paragraph - all[i - 1].paragraph <= 1 &&
        from - tree.sentence(all[i - 1].last - 1) <= 1) {
      give(i, sayings_[of_quotation_[i - 1] - 1]);
      continue;
    }
    // "“…” The mayor was speaking to reporters." right behind it.
    if (to + 1 >= sentences.size()) continue;
    for (std::size_t s = first_from(sentences[to + 1].first); s < found && sayings_[s].cue < sentences[to + 1].last;
         ++s) {
      if (sayings_[s].first != sayings_[s].last || sayings_[s].speaker == kNoToken) continue;
      give(i, sayings_[s]);
      break;
    }
  }
  // In the order of their cues; the quotations find theirs again.
  for (std::uint32_t& of : of_quotation_) {
    if (of != 0) of = sayings_[of - 1].cue + 1;
  }
  std::stable_sort(sayings_.begin(), sayings_.end(), earlier);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (of_quotation_[i] == 0) continue;
    const TokenIndex cue = of_quotation_[i] - 1;
    auto at = std::lower_bound(sayings_.begin(), sayings_.end(), cue,
                               [](const Saying& s, TokenIndex t) { return s.cue < t; });
    while (at->first != all[i].first || at->last != all[i].last) ++at;  // there is one: it was put in above
    of_quotation_[i] = static_cast<std::uint32_t>(at - sayings_.begin()) + 1;
  }
}

void Speech::mark(const Context& context) {
  const Tree& tree = context.tree;
  quoted_.assign(tree.size(), 0);
  is_cue_.assign(tree.size(), 0);
  for (const Quotation& q : quotations_.all()) {
    if (!is_title(tree, q)) std::fill(quoted_.begin() + q.first, quoted_.begin() + q.last, std::uint8_t{1});
  }
  for (const Saying& s : sayings_) {
    is_cue_[s.cue] = 1;
    for (auto at = std::lower_bound(nouns_.begin(), nouns_.end(), s.except_first);
         at != nouns_.end() && *at < s.except_last; ++at) {
      is_cue_[*at] = 1;
    }
  }
}

bool Speech::is_text(TokenIndex t) const { return std::binary_search(nouns_.begin(), nouns_.end(), t); }

const Saying* Speech::quotation(TokenIndex t) const {
  const Quotation* q = quotations_.at(t);
  if (q == nullptr) return nullptr;
  const std::uint32_t s = of_quotation_[static_cast<std::size_t>(q - quotations_.all().data())];
  return s == 0 ? nullptr : &sayings_[s - 1];
}

}  // namespace masudi::coding
