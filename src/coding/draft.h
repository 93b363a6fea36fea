// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/context.h"
#include "coding/parties.h"
#include "coding/status.h"
#include "coding/triggers.h"
#include "document/event.h"

namespace masudi::coding {

// An event while it is being made: which entry found it, who was found for it so far, and why.
struct Draft {
  Trigger trigger;
  EventType type = EventType::agree;
  std::vector<PartyMention> actors;
  std::vector<PartyMention> recipients;
  std::vector<PartyMention> via;
  bool sure_actors = false, sure_recipients = false;  // the words leave no choice: not to be weighed against others
  std::uint32_t partners = 0;  // how many of the actors, the last, stand apart in the text ("X met with Y")
  Reality reality;
  std::vector<std::string> modes;
  std::vector<TokenIndex> also_at;  // heads of triggers that tell the same happening and were joined to this one
  // Evidence. "actor: subject of “killed”: …": before the first quoted word it says by which way a side was found.
  std::vector<std::string> paths;
  std::uint32_t recalled = 0;         // 1 + index of the earlier draft that this one mentions again; 0: none
  std::optional<Date> date, enddate;  // once it is dated
  std::vector<Place> places;          // once it is placed
  bool to_come = false;               // told as still to come, also where that makes it a promise of today
  bool place_is_said = false;         // in its own sentence, not taken over from another
  std::string_view content_of;        // type of the trigger whose content it may be only; empty: none
  double likelihood = 0.5;            // that it is an event of its type
  std::string_view dropped;           // why it gives no event; empty: it gives one
};

// Whether one of the parties is the phrase with this head.
inline bool has_head(const std::vector<PartyMention>& side, TokenIndex head) {
  return std::ranges::any_of(side, [&](const PartyMention& m) { return m.head == head; });
}

// "the attack", "these talks": a noun that the text has spoken of.
inline bool points_back(const Tree& tree, TokenIndex noun) {
  return std::ranges::any_of(tree.children(noun), [&](TokenIndex c) {
    const std::string_view lemma = tree.lemma(c);
    return tree.relation(c) == Relation::det &&
           (lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those");
  });
}

// "No group", "no soldiers": they are nobody.
inline bool names_nobody(const Tree& tree, TokenIndex head) {
  const TokenIndex det = head < tree.size() ? tree.child(head, Relation::det) : kNoToken;
  return det != kNoToken && tree.lemma(det) == "no";
}

inline bool is_grave(EventType type) {
  return type == EventType::assault || type == EventType::coerce || type == EventType::protest ||
         type == EventType::mobilize;
}

// Who a draft is about, with what every step needs to look at.
struct Drafting {
  const Context& context;
  const Triggers& triggers;
  const Parties& parties;
  const Speech& speech;

  const knowledge::TriggerRecord& entry(const Draft& d) const {
    return context.knowledge.all_triggers()[d.trigger.record];
  }
  std::string_view trigger_text(const Draft& d) const { return context.knowledge.text(entry(d).trigger); }
};

// content.cpp: drops what is only the content of a threat, request, promise, refusal or accusation (codebook part 5),
// and marks what may be more than that (a deed that is told as done) for the judge.
void drop_contents(const Drafting& drafting, std::vector<Draft>& drafts);

// threats.cpp: hostile acts that are announced on a condition are threats. Who is to meet the condition of a verb's
// clause ("unless the company pays"); kNoToken if nobody.
void tell_threats(const Drafting& drafting, std::vector<Draft>& drafts);
TokenIndex told_in_condition(const Tree& tree, TokenIndex verb);

// Drops those who were killed or hurt by nobody where the sentence before tells of an accident, and of no violence.
void drop_accidents(const Drafting& drafting, std::vector<Draft>& drafts);

// casting.cpp: finds actor, recipient and via of every draft through the frames of its entry.
void cast_parties(const Drafting& drafting, const std::vector<std::uint32_t>& draft_at, std::vector<Draft>& drafts);

// sharing.cpp: events of one list have the actor of the last ("the attacks and threats by militias"), and a death has
// the doers of the deed in which it came about ("killed when police opened fire"). Called by cast_parties.
void share_in_lists(const Drafting& drafting, std::vector<Draft>& drafts);
void share_doers(const Drafting& drafting, std::vector<Draft>& drafts);

// Afterwards, with what recall_parties has added: those whom a judgement of a second mention is about.
void complete_parties(const Drafting& drafting, const std::vector<std::uint32_t>& draft_at, std::vector<Draft>& drafts);

// happenings.cpp: joins drafts of one sentence that tell one happening ("an attack that killed 12"), and gives second
// mentions ("the attack") the parties that earlier sentences named.
void recall_parties(const Drafting& drafting, std::vector<Draft>& drafts);
void join_same_happenings(const Drafting& drafting, std::vector<Draft>& drafts);

}  // namespace masudi::coding
