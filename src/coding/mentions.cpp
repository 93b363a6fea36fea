// SPDX-License-Identifier: Apache-2.0
#include "coding/mentions.h"

#include <algorithm>

namespace masudi::coding {
namespace {

constexpr int kNewsDays = 90;           // what is older is hardly what the report is about (codebook part 5)
constexpr std::size_t kFarthest = 200;  // drafts to either side that are looked at

bool is_definite_word(std::string_view lemma) {
  return lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those";
}

// Whether two sides may be the same people: by country, where both are known.
bool may_be_same(const std::vector<PartyMention>& a, const std::vector<PartyMention>& b) {
  if (a.empty() || b.empty()) return true;
  return std::ranges::any_of(a, [&](const PartyMention& x) {
    return std::ranges::any_of(b, [&](const PartyMention& y) {
      return x.party.code.empty() || y.party.code.empty() || x.party.code == y.party.code;
    });
  });
}

// Whether both name one and the same person or body as whom it was done to.
bool same_victim(const Draft& a, const Draft& b) {
  return std::ranges::any_of(a.recipients, [&](const PartyMention& x) {
    return x.grade == Grade::named && !x.place && std::ranges::any_of(b.recipients, [&](const PartyMention& y) {
             return y.head == x.head || (!x.party.name.empty() && x.party.name == y.party.name);
           });
  });
}

bool is_plural(const Tree& tree, TokenIndex t) { return tree.xpos(t) == Xpos::nns || tree.xpos(t) == Xpos::nnps; }

// "strike" is like "airstrike", "killing" like "killed".
bool alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kStem = 4;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.ends_with(a)) return true;
  return a.size() >= kStem && b.starts_with(a.substr(0, std::max(kStem, a.size() - 3)));
}

bool like_words(const Tree& tree, const Draft& a, const Draft& b) {
  if (alike(tree.lemma(a.trigger.head), tree.lemma(b.trigger.head))) return true;
  return std::ranges::any_of(b.also_at, [&](TokenIndex t) { return alike(tree.lemma(a.trigger.head), tree.lemma(t)); });
}

// What is told by one word is told again by another: "the shelling", "the attack"; the words of other types part one
// thing from another.
bool has_many_words(EventType type) {
  return type == EventType::assault || type == EventType::protest || type == EventType::consult ||
         type == EventType::request;
}

// How well `other` fits as a mention of the same thing; 0 not at all.
int fit(const Context& context, const Draft& d, const Draft& other) {
  const Tree& tree = context.tree;
  if (!is_told(other) || other.type != d.type) return 0;
  if (tree.sentence(other.trigger.head) == tree.sentence(d.trigger.head)) return 0;
  if (other.reality.status == Status::hypothetical || other.reality.status == Status::future) return 0;
  const bool points = points_elsewhere(tree, d);
  // "The attack" after "an attack" is that one, also where one of its sides was taken for somebody else.
  const bool again = points && tree.lemma(d.trigger.head) == tree.lemma(other.trigger.head);
  const bool actors = may_be_same(d.actors, other.actors), recipients = may_be_same(d.recipients, other.recipients);
  if (again ? !actors && !recipients : !actors || !recipients) return 0;
  const bool victim = same_victim(d, other), like = like_words(tree, d, other);
  const bool news = other.date && context.document.date - *other.date <= kNewsDays;
  if (!points && !(victim && (news || !other.date))) return 0;
  if (!like && !(has_many_words(d.type) && (points || news))) return 0;
  int value = 1 + 2 * like + 2 * victim + news;
  const bool both_nouns = !tree.is_verb(d.trigger.head) && !tree.is_verb(other.trigger.head);
  if (both_nouns && is_plural(tree, d.trigger.head) != is_plural(tree, other.trigger.head)) --value;
  return value;
}

}  // namespace

bool is_told(const Draft& d) { return d.dropped.empty(); }

std::span<const Draft> drafts_of(const Tree& tree, const std::vector<Draft>& drafts, std::uint32_t sentence) {
  const auto of = [&](const Draft& d) { return tree.sentence(d.trigger.head); };
  return {std::ranges::lower_bound(drafts, sentence, {}, of), std::ranges::upper_bound(drafts, sentence, {}, of)};
}

bool points_elsewhere(const Tree& tree, const Draft& d) {
  const auto points = [&](TokenIndex t) {
    if (tree.is_verb(t)) return false;
    return std::ranges::any_of(tree.children(t), [&](TokenIndex c) {
      return (tree.relation(c) == Relation::det && is_definite_word(tree.lemma(c))) ||
             tree.relation(c) == Relation::nmod_poss;
    });
  };
  return d.recalled != 0 || points(d.trigger.head) || std::ranges::any_of(d.also_at, points);
}

const Draft* other_mention(const Drafting& drafting, const std::vector<Draft>& drafts, std::size_t i,
                           const std::function<bool(const Draft&)>& has_it) {
  const Draft* best = nullptr;
  int most = 0;
  const auto consider = [&](const Draft& other) {
    const int value = fit(drafting.context, drafts[i], other);
    if (value > most && has_it(other)) best = &other, most = value;
  };
  for (std::size_t k = i; k-- > (i > kFarthest ? i - kFarthest : 0);) consider(drafts[k]);
  if (best != nullptr) return best;
  for (std::size_t k = i + 1; k < std::min(drafts.size(), i + kFarthest); ++k) consider(drafts[k]);
  return best;
}

}  // namespace masudi::coding
