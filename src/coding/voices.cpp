// SPDX-License-Identifier: Apache-2.0
#include "coding/voices.h"

#include <algorithm>

#include "coding/clause.h"
#include "knowledge/fold.h"

namespace masudi::coding {
namespace {

// How many sentences further a source that was named once is still leaned on.
constexpr std::uint32_t kLeanSentences = 3;
constexpr int kMostNesting = 20;

bool is_medium(const Party& party) { return std::ranges::find(party.sectors, "JRN") != party.sectors.end(); }

// The phrase of an unnamed voice: its core and what says where it is from or whose it is ("officials in the north"),
// without relative clauses and appositions.
void phrase_of(const Tree& tree, TokenIndex head, int depth, TokenIndex& first, TokenIndex& last) {
  TokenIndex end = head;
  tree.core(head, first, end);
  last = end + 1;
  if (depth > kMostNesting) return;
  for (TokenIndex c : tree.children(head)) {
    if (c < head) continue;
    const Relation r = tree.relation(c);
    if (r == Relation::nmod) {
      TokenIndex a, b;
      phrase_of(tree, c, depth + 1, a, b);
      last = std::max(last, b);
    } else if (r == Relation::amod) {
      TokenIndex a, b;
      subtree(tree, c, a, b);
      last = std::max(last, b);
    }
  }
}

bool same_party(const Party& a, const Party& b) {
  if (!a.name.empty() || !b.name.empty()) return a.name == b.name;
  if (!a.span.empty() && a.span == b.span) return true;
  return !a.code.empty() && a.code == b.code && a.sectors == b.sectors;
}

// "Open Source Intelligence Defender (OSINTdefender)" and later "OSINTdefender": the word stands in the phrase before.
bool names_again(const Tree& tree, TokenIndex phrase, TokenIndex later) {
  if (tree.upos(later) != Upos::propn) return false;
  TokenIndex first, last;
  subtree(tree, phrase, first, last);
  for (TokenIndex t = first; t < std::min(last, first + 12); ++t) {
    if (tree.upos(t) == Upos::propn && tree.form(t) == tree.form(later)) return true;
  }
  return false;
}

bool is_source(std::string_view lemma) {
  return lemma == "source" || lemma == "media" || lemma == "press" || lemma == "footage" || lemma == "image" ||
         lemma == "record" || lemma == "data" || lemma == "poll" || lemma == "photo" || lemma == "photograph" ||
         lemma == "newspaper";
}

bool is_pronoun(const Tree& tree, TokenIndex t) { return tree.upos(t) == Upos::pron || tree.upos(t) == Upos::det; }

}  // namespace

bool Voices::is_own_outlet(const Context& context, const Party& party) const {
  if (party.name.empty() || context.document.source.empty()) return false;
  std::string a, b;
  knowledge::fold(party.name, a);
  knowledge::fold(context.document.source, b);
  const auto bare = [](std::string_view s) { return s.starts_with("the ") ? s.substr(4) : s; };
  return bare(a) == bare(b);
}

void Voices::add(const Context& context, const Speech& speech, const Parties& parties, const Saying& saying) {
  const Tree& tree = context.tree;
  const Span cue = tree.span(saying.cue);
  if (saying.told != kNoToken) {
    mentions_.clear();
    parties.at(saying.told, mentions_);
    for (PartyMention& m : mentions_) {
      if (is_medium(m.party) && !m.party.name.empty() && !is_own_outlet(context, m.party)) {
        scopes_.push_back({saying, {std::move(m.party), cue}, true, false});
      }
    }
  }
  mentions_.clear();
  const TokenIndex speaker = saying.speaker;
  parties.at(speaker, mentions_);
  std::erase_if(mentions_, [](const PartyMention& m) {
    return m.place && (m.party.sectors.empty() || m.party.sectors[0] != "GOV");
  });
  const bool leans = saying.leans_on != kNoToken;
  const TokenIndex object = tree.child(saying.cue, Relation::obj);
  const bool claims = tree.lemma(saying.cue) == "claim" && object != kNoToken && tree.lemma(object) == "responsibility";
  if (mentions_.empty() && speech.is_text(speaker)) {
    // "A UN report", "the Times story": the organisation whose text it is.
    for (TokenIndex c : tree.children(speaker)) {
      const Relation r = tree.relation(c);
      if (r == Relation::compound || r == Relation::nmod_poss || r == Relation::amod || r == Relation::nmod)
        parties.only_at(c, mentions_);
    }
    std::erase_if(mentions_,
                  [](const PartyMention& m) { return m.party.name.empty() || m.place || m.grade != Grade::named; });
  }
  if (mentions_.empty()) {
    if (is_pronoun(tree, speaker) || !tree.is_nominal(speaker)) return;
    // An agreement can assume and a court can cite an illness: of things that are no parties only texts are voices.
    if ((leans || tree.upos(speaker) != Upos::propn) && !speech.is_text(speaker) && !is_source(tree.lemma(speaker)))
      return;
    PartyMention m;
    m.head = speaker;
    m.grade = Grade::generic;
    mentions_.push_back(std::move(m));
  }
  for (PartyMention& m : mentions_) {
    if (is_own_outlet(context, m.party)) continue;
    if (m.party.name.empty() && is_pronoun(tree, speaker)) continue;  // nobody knows who
    if (m.party.name.empty() && m.head == speaker && (m.grade == Grade::described || m.grade == Grade::generic)) {
      TokenIndex first, last;
      phrase_of(tree, speaker, 0, first, last);
      m.party.span = cover(tree.span(first), tree.span(last - 1));
    }
    scopes_.push_back({saying, {std::move(m.party), cue}, false, claims});
  }
}

// "X, citing Y, posted a message." and in the next paragraph "“…,” X posted": Y stands behind that as well.
void Voices::pass_sources_on(const Context& context) {
  const Tree& tree = context.tree;
  const std::size_t all = scopes_.size();
  for (std::size_t i = 0; i < all; ++i) {
    if (scopes_[i].saying.leans_on == kNoToken) continue;
    const TokenIndex cue = scopes_[i].saying.leans_on;
    const std::uint32_t sentence = tree.sentence(cue);
    // Who leans on it: the voice of a saying without words of its own, near by.
    for (std::size_t j = i > 8 ? i - 8 : 0; j < std::min(all, i + 8); ++j) {
      if (scopes_[j].saying.cue != cue || scopes_[j].saying.first != scopes_[j].saying.last) continue;
      for (std::size_t k = std::min(i, j) + 1; k < all; ++k) {
        const Saying later = scopes_[k].saying;
        if (tree.sentence(later.cue) > sentence + kLeanSentences) break;
        if (later.cue <= cue || later.leans_on != kNoToken || later.first == later.last) continue;
        if (!same_party(scopes_[k].voice.party, scopes_[j].voice.party) &&
            !names_again(tree, scopes_[j].saying.speaker, later.speaker))
          continue;
        Scope behind = scopes_[i];
        behind.saying = later;
        behind.saying.leans_on = later.cue;
        scopes_.push_back(std::move(behind));
      }
    }
  }
}

void Voices::read(const Context& context, const Speech& speech, const Parties& parties) {
  scopes_.clear(), reach_.clear(), provenance_.clear();
  for (const Saying& saying : speech.sayings()) {
    if (saying.speaker != kNoToken && !saying.hearsay) add(context, speech, parties, saying);
  }
  pass_sources_on(context);
  std::erase_if(scopes_, [](const Scope& s) { return s.saying.first == s.saying.last; });
  std::ranges::stable_sort(scopes_, {}, [](const Scope& s) { return s.saying.first; });
  TokenIndex reach = 0;
  for (const Scope& s : scopes_) reach_.push_back(reach = std::max(reach, s.saying.last));
  read_provenance(context, parties);
}

bool Voices::is_outside(const Scope& a, const Scope& b) {
  // A source that was passed on leans on its own cue, which is that of the voice around it.
  if (b.saying.leans_on == a.saying.cue) return a.saying.leans_on != a.saying.cue;
  if (a.saying.leans_on == b.saying.cue) return false;
  if (a.saying.cue == b.saying.cue) return a.outlet && !b.outlet;
  const bool out = a.saying.covers(b.saying.cue), in = b.saying.covers(a.saying.cue);
  if (out != in) return out;
  return false;
}

void Voices::of_event(TokenIndex trigger, std::vector<Voice>& out) const {
  const auto end = std::ranges::upper_bound(scopes_, trigger, {}, [](const Scope& s) { return s.saying.first; });
  std::vector<const Scope*> around;
  // What is claimed begins right behind the cue: look that far.
  const auto behind = std::upper_bound(end, scopes_.end(), trigger + 1,
                                       [](TokenIndex t, const Scope& s) { return t < s.saying.first; });
  for (auto at = static_cast<std::size_t>(behind - scopes_.begin()); at > 0 && reach_[at - 1] > trigger; --at) {
    const Scope& s = scopes_[at - 1];
    if (s.saying.cue == trigger ? s.claims : s.saying.covers(trigger)) around.push_back(&s);
  }
  std::ranges::reverse(around);
  std::ranges::stable_sort(around, {}, [](const Scope* s) { return s->saying.cue; });
  // Each behind all that are outside it.
  std::vector<std::pair<int, const Scope*>> ranked;
  for (const Scope* s : around) {
    const auto depth =
        std::ranges::count_if(around, [&](const Scope* other) { return other != s && is_outside(*other, *s); });
    ranked.emplace_back(static_cast<int>(depth), s);
  }
  std::ranges::stable_sort(ranked, {}, [](const auto& r) { return r.first; });
  const std::size_t before = out.size();
  for (const auto& [depth, s] : ranked) {
    const bool there = std::any_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                                   [&](const Voice& v) { return same_party(v.party, s->voice.party); });
    if (!there) out.push_back(s->voice);
  }
}

bool is_actor(const Voice& voice, const Event& event) {
  return std::ranges::any_of(event.actors, [&](const Party& p) { return same_party(p, voice.party); });
}

void drop_own_words(Event& event) {
  const int quad = quad_code(event.type);
  const bool speech_act = (quad == 1 || quad == 3) && event.type != EventType::consult;
  const bool plan = event.status == Status::future || event.status == Status::hypothetical;
  if (!speech_act && !plan) return;
  std::erase_if(event.attribution, [&](const Voice& v) { return is_actor(v, event); });
}

}  // namespace masudi::coding
