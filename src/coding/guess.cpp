// SPDX-License-Identifier: Apache-2.0
#include "coding/guess.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace masudi::coding {
namespace {

constexpr double kSure = 0.5;

// Words between, in steps that grow.
std::string_view bucket(TokenIndex words) {
  constexpr std::array<std::pair<TokenIndex, std::string_view>, 6> kSteps = {
      {{1, "1"}, {2, "2"}, {4, "4"}, {8, "8"}, {15, "15"}, {25, "25"}}};
  for (const auto& [most, word] : kSteps) {
    if (words <= most) return word;
  }
  return "far";
}

// The way in the tree from `from` up and down to `to`: "^obl ^ nsubj". Long ways are "far".
std::string path(const Tree& tree, TokenIndex from, TokenIndex to) {
  constexpr int kLongest = 4;
  std::string up;
  TokenIndex top = from;
  for (int ups = 0; ups <= kLongest && top != kNoToken; ++ups, top = tree.head(top)) {
    std::string down;
    TokenIndex t = to;
    int downs = 0;
    for (; t != kNoToken && t != top && ups + downs < kLongest; ++downs, t = tree.head(t))
      down = " " + std::string(name(tree.relation(t))) + down;
    if (t == top) return up + down;
    up += "^" + std::string(name(tree.relation(top)));
  }
  return "far";
}

// Towns do not act (and a capital that does is the subject); they are shelled and seized, but nobody asks them for
// anything.
bool is_aimed_at(const Draft& draft, Side side) {
  return side == Side::recipient && (draft.type == EventType::assault || draft.type == EventType::coerce);
}

}  // namespace

bool Guesser::wants(const Draft& draft, Side side) const {
  if (!draft.dropped.empty()) return false;
  const auto& entry = d_.entry(draft);
  if (side == Side::actor) return draft.actors.empty() && entry.actor.count > 0;
  return draft.recipients.empty() && entry.recipient.count > 0 && !(entry.reciprocal != 0 && draft.actors.size() > 1);
}

// Whoever tells of the event in the sentence.
bool Guesser::speaks_of(const Draft& draft, TokenIndex t) const {
  return std::ranges::any_of(d_.speech.sayings(),
                             [&](const Saying& s) { return s.speaker == t && s.covers(draft.trigger.head); });
}

void Guesser::candidates(const Draft& draft, Side side, std::vector<Candidate>& out) const {
  const Tree& tree = d_.context.tree;
  const auto& sentence = d_.context.analysis.sentences[tree.sentence(draft.trigger.head)];
  const auto& other = side == Side::actor ? draft.recipients : draft.actors;
  out.clear();
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    if (!d_.parties.heads(t) || t == draft.trigger.head || d_.triggers.covers(draft.trigger, t)) continue;
    if (side == Side::recipient && speaks_of(draft, t)) continue;
    // Those joined to another are of its phrase.
    if (tree.relation(t) == Relation::conj && tree.head(t) != kNoToken && d_.parties.heads(tree.head(t))) continue;
    Candidate c{t, {}};
    d_.parties.at(t, c.parties);
    std::erase_if(c.parties, [&](const PartyMention& m) {
      return has_head(other, m.head) || has_head(draft.via, m.head) || (m.place && !is_aimed_at(draft, side)) ||
             std::ranges::any_of(other, [&](const PartyMention& o) {
               // The same again, its backer, or a word of its own phrase.
               return o.who == m.who || (!o.party.sponsor.empty() && o.party.sponsor == m.party.code) ||
                      (m.head >= o.first && m.head < o.last) || (o.head >= m.first && o.head < m.last);
             });
    });
    if (!c.parties.empty()) out.push_back(std::move(c));
  }
}

void Guesser::describe_place(const Draft& draft, std::string_view side, const std::vector<Candidate>& all,
                             std::size_t i, Features& out) const {
  const Tree& tree = d_.context.tree;
  const TokenIndex trigger = draft.trigger.head, t = all[i].head;
  const TokenIndex first = std::min(t, all[i].parties[0].first), last = std::max(t + 1, all[i].parties[0].last);
  const bool before = t < trigger;
  const std::string_view order = before ? "before" : "after";
  const TokenIndex gap = before ? (trigger > last ? trigger - last : 0) : (first > trigger ? first - trigger - 1 : 0);
  out.add(side, "order", order);
  out.add(side, before ? "gap before" : "gap after", bucket(gap));
  std::size_t between = 0;
  bool verb = false, comma = false;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const TokenIndex o = all[k].head;
    between += k != i && (before ? o > t && o < trigger : o > trigger && o < t);
  }
  for (TokenIndex w = std::min(t, trigger) + 1; w < std::max(t, trigger); ++w) {
    verb |= tree.upos(w) == Upos::verb, comma |= tree.form(w) == ",";
  }
  constexpr std::array<std::string_view, 4> kCounts = {"0", "1", "2", "3"};
  out.add(side, before ? "nearer before" : "nearer after", kCounts[std::min<std::size_t>(between, 3)]);
  out.add(side, before ? "verb before" : "verb after", verb ? "yes" : "no");
  out.add(side, before ? "comma before" : "comma after", comma ? "yes" : "no");
  const std::string_view form = !tree.is_verb(trigger) ? "noun" : tree.is_passive(trigger) ? "passive" : "active";
  out.add(side, "form", form);
  out.add(side, form, order);
}

void Guesser::describe(const Draft& draft, Side side_, const std::vector<Candidate>& all, std::size_t i,
                       const std::vector<Draft>& drafts, Features& out) const {
  const Tree& tree = d_.context.tree;
  const std::string_view side = side_ == Side::actor ? "guess-actor" : "guess-recipient";
  const PartyMention& m = all[i].parties[0];
  const TokenIndex t = all[i].head;
  out.add(side, "bias");
  out.add(side, "type", name(draft.type));
  out.add(side, "grade", word_of(m.grade));
  out.add(side, "sector", m.party.sectors.empty() ? "none" : std::string_view(m.party.sectors[0]));
  if (!m.party.sectors.empty()) out.add(side, name(draft.type), m.party.sectors[0]);
  if (m.place) out.add(side, "place");
  if (m.thing) out.add(side, "thing");
  if (m.party.code.empty()) out.add(side, "no code");
  describe_place(draft, side, all, i, out);
  out.add(side, "relation", name(tree.relation(t)));
  if (const auto p = tree.preposition(t); !p.empty()) {
    out.add(side, "preposition", p);
    out.add(side, name(draft.type), p);
  }
  out.add(side, "path", path(tree, draft.trigger.anchor(), t));
  const auto& others = side_ == Side::actor ? draft.recipients : draft.actors;
  out.add(side, "other side", others.empty() ? "empty" : "filled");
  if (std::ranges::any_of(others, [&](const PartyMention& o) { return o.party.code == m.party.code; }))
    out.add(side, "same code as the other side");
  bool acts = false, undergoes = false;
  for (const Draft& d : drafts) {
    if (&d == &draft || !d.dropped.empty()) continue;
    acts |= has_head(d.actors, m.head), undergoes |= has_head(d.recipients, m.head);
  }
  out.add(side, "elsewhere", acts ? (undergoes ? "both" : "acts") : undergoes ? "undergoes" : "neither");
  if (speaks_of(draft, t)) out.add(side, "speaker", name(draft.type));
}

void Guesser::guess(Draft& draft, Side side, const std::vector<Draft>& drafts) {
  if (!wants(draft, side)) return;
  candidates(draft, side, candidates_);
  std::size_t best = 0;
  double best_likelihood = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    features_.clear();
    describe(draft, side, candidates_, i, drafts, features_);
    const double p = logistic(log_odds(d_.context.knowledge, features_));
    if (p > best_likelihood) best = i, best_likelihood = p;
  }
  if (best_likelihood < kSure) return;
  const std::string_view what = side == Side::actor ? "actor" : "recipient";
  for (PartyMention& m : candidates_[best].parties) {
    draft.paths.push_back(fmt::format("{}: by where it stands to “{}” ({:.0f} % sure): {}", what,
                                      d_.context.tree.form(draft.trigger.head), 100 * best_likelihood, m.why));
    (side == Side::actor ? draft.actors : draft.recipients).push_back(std::move(m));
  }
}

void Guesser::complete(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    guess(draft, Side::actor, drafts);
    guess(draft, Side::recipient, drafts);
  }
}

}  // namespace masudi::coding
