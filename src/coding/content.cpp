// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "coding/clause.h"
#include "coding/draft.h"

namespace masudi::coding {
namespace {

// Prepositions and conjunctions that lead to a reason or a circumstance, not to what is asked or threatened.
constexpr std::array<std::string_view, 22> kCircumstance = {
    "after", "alongside", "although", "amid", "as",    "because", "before",  "despite", "during", "follow", "following",
    "in",    "like",      "near",     "over", "since", "though",  "through", "until",   "when",   "while",  "within"};
static_assert(std::ranges::is_sorted(kCircumstance));

bool takes_content(EventType type) {
  switch (type) {
    case EventType::request:
    case EventType::threaten:
    case EventType::agree:
    case EventType::reject:
    case EventType::concede:
    case EventType::accuse: return true;
    default: return false;
  }
}

// "rejects calls for an inquiry, calling them absurd": a comma parts what is said besides.
bool is_aside(const Tree& tree, TokenIndex t) {
  return t > 0 && tree.xpos(t) == Xpos::vbg && tree.form(t - 1) == "," && !tree.has_child(t, Relation::mark);
}

// Whether what hangs on `owner` by the edge of `t` is what the owner asks, threatens, promises, refuses or alleges.
bool is_content_edge(const Tree& tree, EventType owner, TokenIndex t) {
  const std::string_view mark = marker(tree, t);
  switch (tree.relation(t)) {
    case Relation::ccomp: return true;
    case Relation::xcomp: return !is_aside(tree, t);
    case Relation::advcl:
      return owner == EventType::accuse
                 ? mark == "of"
                 : mark == "of" || mark == "to" || mark == "for" || mark == "against" || mark == "if" ||
                       mark == "unless" || (mark == "in" && owner == EventType::request);
    case Relation::acl_relcl: return tree.has_child(t, Relation::mark);
    case Relation::acl:
      return tree.has_child(t, Relation::mark) || (tree.xpos(t) != Xpos::vbn && tree.xpos(t) != Xpos::vbd);
    case Relation::obj:
      // "rejects a recommendation from the commission": another said it.
      return owner != EventType::accuse && !(owner == EventType::reject && is_from_another(tree, t));
    case Relation::obl:
    case Relation::nmod:
      if (std::ranges::binary_search(kCircumstance, mark)) return false;
      if (owner == EventType::accuse) return mark == "of";
      // "confessed to the murder", "apologised for the raid", "granted bail to two men accused of fraud"
      if (owner == EventType::concede && !tree.is_nominal(tree.head(t)) && (mark == "for" || mark == "to"))
        return false;
      if (owner == EventType::request && mark == "against") return false;  // "appealed against her conviction"
      if (mark == "on" && tree.lemma(t) == "charge") return false;         // "ordered his arrest on charges of fraud"
      return owner != EventType::reject && !mark.empty() && mark != "by" && mark != "at";
    case Relation::compound:
    case Relation::amod: return owner != EventType::accuse;
    default: return false;
  }
}

// "grants bail to two men accused of murder": what is told of somebody is so, whatever is asked for or refused.
bool is_told_of_somebody(const Tree& tree, TokenIndex t) {
  return tree.xpos(t) == Xpos::vbn && !tree.has_child(t, Relation::mark);
}

bool leaves_content(const Tree& tree, EventType owner, TokenIndex t) {
  switch (tree.relation(t)) {
    case Relation::acl_relcl: return !tree.has_child(t, Relation::mark);  // "messages that it would …" is content
    case Relation::parataxis:
    case Relation::appos: return true;
    case Relation::acl: return is_told_of_somebody(tree, t);
    case Relation::advcl:
      // "demanded help in regaining control"
      if (owner == EventType::request && t > tree.head(t) && tree.xpos(t) == Xpos::vbg && marker(tree, t) == "in")
        return false;
      // "accused it of arming rebels, prompting the ministry to warn": what came of what was said.
      if (is_aside(tree, t) && (tree.lemma(t) == "prompt" || tree.lemma(t) == "spark" || tree.lemma(t) == "trigger"))
        return true;
      [[fallthrough]];
    case Relation::obl:
    case Relation::nmod: return std::ranges::binary_search(kCircumstance, marker(tree, t));
    default: return false;
  }
}

}  // namespace

namespace {

// "sent messages that it would intervene militarily if …": a message whose content is force on a condition is a threat.
bool carries_threat(const Tree& tree, const Draft& message, const std::vector<Draft>& drafts) {
  const TokenIndex head = message.trigger.anchor();
  const auto& among = [&](TokenIndex t) {
    return tree.dominates(head, t) || tree.dominates(message.trigger.head, t) ||
           (message.trigger.object != kNoToken && tree.dominates(message.trigger.object, t));
  };
  bool condition = false, force = false;
  for (TokenIndex t = head; t < tree.size() && tree.sentence(t) == tree.sentence(head); ++t) {
    if (!among(t)) continue;
    const std::string_view lemma = tree.lemma(t);
    condition = condition || lemma == "if" || lemma == "unless";
    force = force || lemma == "militarily" || lemma == "forcefully";
  }
  for (const Draft& d : drafts) {
    const bool material = d.type == EventType::assault || d.type == EventType::coerce || d.type == EventType::sanction;
    if (material && d.reality.status != Status::actual && tree.sentence(d.trigger.head) == tree.sentence(head) &&
        among(d.trigger.head))
      force = true;
  }
  return condition && force;
}

}  // namespace

namespace {

// "denied that its forces bombed a hospital": told, as something that has not happened (codebook part 5).
bool is_denied(const Drafting& drafting, const Draft& owner, TokenIndex edge) {
  return owner.type == EventType::reject && drafting.context.tree.relation(edge) == Relation::ccomp &&
         drafting.trigger_text(owner).starts_with("deny");
}

bool has_perfect(const Tree& tree, TokenIndex verb) {
  return std::ranges::any_of(
      tree.children(verb), [&](TokenIndex c) { return tree.relation(c) == Relation::aux && tree.lemma(c) == "have"; });
}

// "pleaded guilty to the murder of two men": what somebody owns up to has happened.
bool is_confessed(const Drafting& drafting, const Draft& owner, TokenIndex edge) {
  const std::string_view text = drafting.trigger_text(owner);
  return owner.type == EventType::concede && drafting.context.tree.is_nominal(edge) &&
         (text.starts_with("plead") || text.starts_with("admit") || text.starts_with("confess"));
}

// What stands in a content may still be told as done: "demands that it halt its invasion", "claims that the army killed
// five".
bool may_be_told(const Tree& tree, const Draft& inner, const Draft& owner, TokenIndex edge) {
  if (inner.reality.status != Status::actual) return false;
  if (owner.type == EventType::accuse && tree.relation(edge) == Relation::ccomp) return true;
  // "claim to have captured the town"
  if (owner.type == EventType::accuse && tree.relation(edge) == Relation::xcomp && has_perfect(tree, edge) &&
      !tree.is_passive(owner.trigger.head))
    return true;
  return edge != inner.trigger.anchor() && tree.is_nominal(inner.trigger.head);
}

}  // namespace

namespace {

// "marched, demanding that he resign": what those ask for who protest, in a clause without a subject of its own.
bool is_demand_of(const Tree& tree, const Draft& demand, const Draft& protest, std::span<const TokenIndex> words) {
  constexpr int kHighest = 5;
  if (demand.type != EventType::request || protest.type != EventType::protest) return false;
  TokenIndex at = demand.trigger.anchor();
  if (!tree.is_verb(at) || tree.is_passive(at)) return false;
  for (int steps = 0; steps < kHighest && at != kNoToken; ++steps, at = tree.head(at)) {
    if (at == protest.trigger.anchor() || std::ranges::find(words, at) != words.end()) return steps > 0;
    const Relation r = tree.relation(at);
    if (tree.has_child(at, Relation::nsubj) || r == Relation::ccomp || r == Relation::acl_relcl) return false;
  }
  return false;
}

}  // namespace

void drop_contents(const Drafting& drafting, std::vector<Draft>& drafts) {
  const Tree& tree = drafting.context.tree;
  for (Draft& d : drafts) {
    if (d.type != EventType::consult || !carries_threat(tree, d, drafts)) continue;
    d.type = EventType::threaten;
    d.modes = {"violence"};
    d.paths.push_back("type: the message says what force will follow on what condition");
  }
  for (Draft& inner : drafts) {
    for (const Draft& owner : drafts) {
      if (&inner == &owner || !owner.dropped.empty()) continue;
      if (tree.sentence(inner.trigger.head) != tree.sentence(owner.trigger.head)) continue;
      const auto words = drafting.triggers.words(owner.trigger);
      if (is_demand_of(tree, inner, owner, words)) inner.dropped = "it is what those demand who protest";
      if (!takes_content(owner.type)) continue;
      TokenIndex at = inner.trigger.anchor();
      for (int steps = 0; at != kNoToken && steps < 12; ++steps, at = tree.head(at)) {
        if (leaves_content(tree, owner.type, at)) break;
        const TokenIndex up = tree.head(at);
        const bool reaches = up != kNoToken && std::ranges::find(words, up) != words.end();
        if (!reaches) continue;
        if (std::ranges::find(words, at) == words.end() && is_content_edge(tree, owner.type, at) &&
            !is_denied(drafting, owner, at) && !is_confessed(drafting, owner, at)) {
          if (may_be_told(tree, inner, owner, at))
            inner.content_of = name(owner.type);
          else
            inner.dropped = "it is only the content of a request, threat, promise, refusal or accusation";
        }
        break;
      }
    }
  }
}

}  // namespace masudi::coding
