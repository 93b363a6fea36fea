// SPDX-License-Identifier: Apache-2.0
#include "coding/story_flow.h"

#include <algorithm>

#include "coding/clause.h"

namespace masudi::coding {
namespace {

constexpr std::size_t kItem = 4;  // sentences: what is longer tells a story
constexpr int kRecentDays = 14;

bool is_same(const PartyMention& a, const PartyMention& b) {
  return a.who == b.who || a.party.code == b.party.code || (!a.party.name.empty() && a.party.name == b.party.name);
}

bool share(const std::vector<PartyMention>& a, const std::vector<PartyMention>& b) {
  return std::ranges::any_of(
      a, [&](const PartyMention& x) { return std::ranges::any_of(b, [&](const auto& y) { return is_same(x, y); }); });
}

}  // namespace

bool is_done_in_words(EventType type) {
  switch (type) {
    case EventType::agree:
    case EventType::support:
    case EventType::concede:
    case EventType::request:
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten: return true;
    default: return false;
  }
}

TokenIndex cue_of(const Drafting& drafting, const Draft& draft) {
  const TokenIndex t = draft.trigger.head;
  const Saying* saying = drafting.speech.quotation(t);
  if (saying == nullptr) {
    const auto all = drafting.speech.sayings();
    const auto found = std::ranges::find_if(all, [&](const Saying& s) { return s.covers(t); });
    if (found != all.end()) saying = &*found;
  }
  return saying == nullptr || saying->cue == t || saying->hearsay ? kNoToken : saying->cue;
}

bool acted_since(const Drafting& drafting, const std::vector<Draft>& drafts, const Draft& draft,
                 const TimeMention& day) {
  if (draft.actors.empty()) return true;
  const Tree& tree = drafting.context.tree;
  const auto from = tree.sentence(day.first), here = tree.sentence(draft.trigger.head);
  const auto between = [&](TokenIndex t) { return tree.sentence(t) >= from && tree.sentence(t) < here; };
  if (std::ranges::any_of(drafts,
                          [&](const Draft& d) { return between(d.trigger.head) && share(d.actors, draft.actors); }))
    return true;
  return std::ranges::any_of(drafting.speech.sayings(), [&](const Saying& s) {
    if (!between(s.cue) || s.speaker == kNoToken) return false;
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
  if (tree.xpos(t) == Xpos::vbz || tense_of(tree, clause_of(tree, t)) != Tense::past) return false;
  if (times.story_day(context, t, false)) return false;
  const Date published = context.document.date;
  return std::ranges::any_of(times.all(), [&](const TimeMention& m) {
    return m.first < t && m.role == TimeRole::at && m.from == m.to && m.from < published &&
           published - m.from <= kRecentDays;
  });
}

bool is_known_to_readers(const Tree& tree, const Draft& draft) {
  const TokenIndex t = draft.trigger.head;
  if (draft.type != EventType::assault || tree.is_verb(t) || !points_back(tree, t)) return false;
  // "The largest attack" is a new one.
  return std::ranges::none_of(tree.children(t), [&](TokenIndex c) { return tree.xpos(c) == Xpos::jjs; });
}

}  // namespace masudi::coding
