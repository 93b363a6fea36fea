// SPDX-License-Identifier: Apache-2.0
#include "coding/story_flow.h"

#include <algorithm>
#include <span>

#include "coding/clause.h"

namespace masudi::coding {
namespace {

constexpr std::size_t kItem = 4;  // sentences: what is longer tells a story
constexpr int kRecentDays = 14;
constexpr std::uint32_t kFarthest = 50;     // sentences that are looked back
constexpr std::ptrdiff_t kMostTimes = 100;  // times that are looked back

bool is_same(const PartyMention& a, const PartyMention& b) {
  return a.who == b.who || (!a.party.code.empty() && a.party.code == b.party.code) ||
         (!a.party.name.empty() && a.party.name == b.party.name);
}

bool share(const std::vector<PartyMention>& a, const std::vector<PartyMention>& b) {
  return std::ranges::any_of(
      a, [&](const PartyMention& x) { return std::ranges::any_of(b, [&](const auto& y) { return is_same(x, y); }); });
}

// The sayings whose cues stand in the sentences [from, to).
std::span<const Saying> sayings_of(const Drafting& drafting, std::uint32_t from, std::uint32_t to) {
  const auto of = [&](const Saying& s) { return drafting.context.tree.sentence(s.cue); };
  const auto all = drafting.speech.sayings();
  return {std::ranges::lower_bound(all, from, {}, of), std::ranges::lower_bound(all, to, {}, of)};
}

}  // namespace

bool goes_on(std::string_view lemma) {
  return lemma == "war" || lemma == "conflict" || lemma == "fighting" || lemma == "aggression" || lemma == "violence" ||
         lemma == "offensive" || lemma == "siege";
}

TokenIndex cue_of(const Drafting& drafting, const Draft& draft) {
  const TokenIndex t = draft.trigger.head;
  const Saying* saying = drafting.speech.quotation(t);
  if (saying == nullptr) {
    const auto sentence = drafting.context.tree.sentence(t);
    const auto here = sayings_of(drafting, sentence, sentence + 1);
    const auto found = std::ranges::find_if(here, [&](const Saying& s) { return s.covers(t); });
    if (found != here.end()) saying = &*found;
  }
  return saying == nullptr || saying->cue == t || saying->hearsay ? kNoToken : saying->cue;
}

bool acted_since(const Drafting& drafting, const std::vector<Draft>& drafts, const Draft& draft,
                 const TimeMention& day) {
  if (draft.actors.empty()) return true;
  const Tree& tree = drafting.context.tree;
  const auto here = tree.sentence(draft.trigger.head);
  const auto from = std::max(tree.sentence(day.first), here > kFarthest ? here - kFarthest : 0);
  const auto of = [&](const Draft& d) { return tree.sentence(d.trigger.head); };
  const std::span<const Draft> before(std::ranges::lower_bound(drafts, from, {}, of),
                                      std::ranges::lower_bound(drafts, here, {}, of));
  if (std::ranges::any_of(before, [&](const Draft& d) { return share(d.actors, draft.actors); })) return true;
  return std::ranges::any_of(sayings_of(drafting, from, here), [&](const Saying& s) {
    if (s.speaker == kNoToken) return false;
    std::vector<PartyMention> speakers;
    drafting.parties.at(s.speaker, speakers);
    return share(speakers, draft.actors);
  });
}

bool lies_before(const Context& context, const Times& times, const Speech& speech, const Draft& draft) {
  const TokenIndex t = draft.trigger.head;
  const Tree& tree = context.tree;
  if (context.analysis.sentences.size() <= kItem || is_done_in_words(draft.type) || !tree.is_verb(t)) return false;
  if (draft.reality.status != Status::actual || speech.quoted(t)) return false;
  if (tree.xpos(t) == Xpos::vbz || is_present_perfect(tree, t) || tense_of(tree, clause_of(tree, t)) != Tense::past)
    return false;
  if (times.story_day(context, t, false)) return false;
  const Date published = context.document.date;
  const auto all = times.all();
  const auto end = std::ranges::lower_bound(all, t, {}, &TimeMention::first);
  return std::any_of(end - std::min<std::ptrdiff_t>(end - all.begin(), kMostTimes), end, [&](const TimeMention& m) {
    return m.role == TimeRole::at && m.from == m.to && m.from < published && published - m.from <= kRecentDays;
  });
}

bool is_known_to_readers(const Tree& tree, const Draft& draft) {
  const TokenIndex t = draft.trigger.head;
  if (draft.type != EventType::assault || tree.is_verb(t) || !points_back(tree, t) ||
      tree.child_with_lemma(t, "this") != kNoToken || goes_on(tree.lemma(t)))
    return false;
  // "The largest attack" is a new one, and "the attack on the port" is told here.
  return std::ranges::none_of(tree.children(t), [&](TokenIndex c) {
    const Relation r = tree.relation(c);
    return tree.xpos(c) == Xpos::jjs || r == Relation::nmod || r == Relation::nmod_poss || r == Relation::acl;
  });
}

}  // namespace masudi::coding
