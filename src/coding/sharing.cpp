// SPDX-License-Identifier: Apache-2.0
// Parties that one draft of a sentence lends to another.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "coding/draft.h"

namespace masudi::coding {
namespace {

// Words that tie a death to the deed that caused it: "killed in a raid", "when police opened fire", "after a clash".
constexpr std::array<std::string_view, 6> kCauses = {"after", "as", "during", "following", "in", "when"};
static_assert(std::ranges::is_sorted(kCauses));

bool is_cause(const Tree& tree, TokenIndex verb, TokenIndex cause) {
  // Of several verbs in a row, the parser ties it to any.
  const TokenIndex up = tree.head(cause);
  if (up == kNoToken || (up != verb && !(tree.relation(up) == Relation::conj && tree.head(up) == verb))) return false;
  const Relation r = tree.relation(cause);
  if (r == Relation::obl) return std::ranges::binary_search(kCauses, tree.preposition(cause));
  if (r != Relation::advcl) return false;
  return std::ranges::any_of(tree.children(cause), [&](TokenIndex c) {
    return c < cause && std::ranges::binary_search(kCauses, tree.lemma(c));
  });
}

// Whether two event nouns stand in one list: "the attacks, the threats", "raids and shelling".
bool in_one_list(const Tree& tree, TokenIndex a, TokenIndex b) {
  constexpr TokenIndex kNear = 5;
  if (b <= a || b - a > kNear || tree.sentence(a) != tree.sentence(b)) return false;
  bool joined = false;
  for (TokenIndex t = a + 1; t < b; ++t) {
    const Upos tag = tree.upos(t);
    joined |= tag == Upos::cconj || tree.form(t) == ",";
    if (tag != Upos::cconj && tag != Upos::det && tag != Upos::adj && tree.form(t) != ",") return false;
  }
  return joined;
}

}  // namespace

// "The attacks and threats by militias": what the last of a list says of its parties holds for those before.
void share_in_lists(const Drafting& drafting, std::vector<Draft>& drafts) {
  const Tree& tree = drafting.context.tree;
  for (std::size_t i = drafts.size(); i-- > 1;) {
    Draft &before = drafts[i - 1], &last = drafts[i];
    if (tree.is_verb(before.trigger.head) || tree.is_verb(last.trigger.head) || !before.actors.empty() ||
        !before.recipients.empty() || last.actors.empty() || !in_one_list(tree, before.trigger.head, last.trigger.head))
      continue;
    before.actors = last.actors;
    before.paths.push_back(fmt::format("actor: of “{}”, in one list", tree.form(last.trigger.head)));
  }
}

// "Three were killed when police opened fire": whoever did the deed in which they were.
void share_doers(const Drafting& drafting, std::vector<Draft>& drafts) {
  const Tree& tree = drafting.context.tree;
  for (Draft& d : drafts) {
    const TokenIndex verb = d.trigger.head;
    if (d.type != EventType::assault || !d.actors.empty() || !tree.is_verb(verb) || !tree.is_passive(verb)) continue;
    for (const Draft& deed : drafts) {
      const bool forceful = deed.type == EventType::assault || deed.type == EventType::coerce;
      if (&deed == &d || !forceful || deed.actors.empty() || !is_cause(tree, verb, deed.trigger.anchor())) continue;
      for (const PartyMention& m : deed.actors) {
        if (!has_head(d.recipients, m.head)) d.actors.push_back(m);
      }
      if (d.actors.empty()) continue;
      d.paths.push_back(fmt::format("actor: who did “{}”", tree.form(deed.trigger.head)));
      break;
    }
  }
}

}  // namespace masudi::coding
