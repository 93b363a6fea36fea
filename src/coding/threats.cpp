// SPDX-License-Identifier: Apache-2.0
// What somebody announces to do on a condition is a threat: "will strike unless the company pays".
#include "coding/draft.h"

namespace masudi::coding {
namespace {

// The clause of a verb that says on what condition; kNoToken if there is none.
TokenIndex condition_of(const Tree& tree, TokenIndex verb, std::string_view word) {
  for (TokenIndex c : tree.children(verb)) {
    if (tree.relation(c) != Relation::advcl) continue;
    const TokenIndex mark = tree.child(c, Relation::mark);
    if (mark != kNoToken && tree.lemma(mark) == word) return c;
  }
  return kNoToken;
}

bool has_auxiliary(const Tree& tree, TokenIndex verb, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(tree.children(verb), [&](TokenIndex c) {
    return tree.relation(c) == Relation::aux && std::ranges::find(words, tree.lemma(c)) != words.end();
  });
}

bool is_hostile(EventType type) {
  return type == EventType::assault || type == EventType::coerce || type == EventType::sanction ||
         type == EventType::protest || type == EventType::mobilize;
}

// "said that it would …": who says so means himself.
bool speaks_of_himself(const Tree& tree, TokenIndex verb) {
  const TokenIndex subject = tree.child(verb, Relation::nsubj);
  return tree.relation(verb) == Relation::ccomp && subject != kNoToken && tree.upos(subject) == Upos::pron;
}

bool is_threat(const Drafting& drafting, const Draft& d) {
  const Tree& tree = drafting.context.tree;
  const TokenIndex verb = d.trigger.anchor();
  const bool open = d.reality.status == Status::future || d.reality.status == Status::hypothetical;
  if (!open || !tree.is_verb(verb) || tree.is_passive(verb)) return false;
  const bool will = has_auxiliary(tree, verb, {"will", "shall", "would"});
  // What is done until somebody yields; also what was friendly so far may end.
  if (condition_of(tree, verb, "unless") != kNoToken)
    return will && (is_hostile(d.type) || d.type == EventType::retreat || d.type == EventType::reject);
  if (!is_hostile(d.type) || condition_of(tree, verb, "if") == kNoToken) return false;
  return speaks_of_himself(tree, verb) && (will || has_auxiliary(tree, verb, {"may", "might", "could"}));
}

std::string_view mode_of(EventType type) {
  switch (type) {
    case EventType::assault: return "violence";
    case EventType::coerce:
    case EventType::sanction: return "restrict";
    default: return {};
  }
}

}  // namespace

void tell_threats(const Drafting& drafting, std::vector<Draft>& drafts) {
  for (Draft& d : drafts) {
    if (!is_threat(drafting, d)) continue;
    const std::string_view mode = mode_of(d.type);
    d.modes.clear();
    if (!mode.empty()) d.modes.emplace_back(mode);
    d.type = EventType::threaten;
    d.reality.status = Status::actual;
    d.paths.push_back("type: announced on a condition");
  }
}

TokenIndex told_in_condition(const Tree& tree, TokenIndex verb) {
  for (const std::string_view word : {"unless", "if"}) {
    const TokenIndex clause = condition_of(tree, verb, word);
    if (clause != kNoToken && !tree.is_passive(clause)) return tree.subject(clause);
  }
  return kNoToken;
}

}  // namespace masudi::coding
