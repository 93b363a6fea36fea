// SPDX-License-Identifier: Apache-2.0
// Clashes have two sides that act and none that suffers, also where the text tells who died in them.
#include <array>

#include "coding/casting.h"

namespace masudi::coding {
namespace {

bool is_mutual(std::string_view lemma) {
  static constexpr std::array<std::string_view, 11> kNouns = {"battle",   "clash",     "confrontation", "fight",
                                                              "fighting", "firefight", "gunfight",      "hostility",
                                                              "shootout", "skirmish",  "violence"};
  static_assert(std::ranges::is_sorted(kNouns));
  return std::ranges::binary_search(kNouns, lemma);
}

bool is_one_of(const PartyMention& m, std::initializer_list<std::string_view> sectors) {
  return !m.party.sectors.empty() && std::ranges::find(sectors, m.party.sectors[0]) != sectors.end();
}

}  // namespace

// The word for the clash that a harm came about in ("killed in fighting"), joined to the draft or part of its trigger.
TokenIndex Casting::clash_of(const Draft& draft) const {
  const auto mutual = [&](TokenIndex t) { return t != draft.trigger.head && is_mutual(tree_.lemma(t)); };
  for (TokenIndex t : draft.also_at) {
    if (mutual(t)) return t;
  }
  for (TokenIndex t : d_.triggers.words(draft.trigger)) {
    if (mutual(t)) return t;
  }
  return kNoToken;
}

// "Ten were killed in fighting between the army and rebels": both act. "Two soldiers and five rebels were killed in a
// shootout": so do those of either side.
void Casting::take_sides_of_clash(Draft& draft) {
  if (draft.type != EventType::assault || draft.recipients.empty()) return;
  const TokenIndex clash = clash_of(draft);
  if (clash == kNoToken) return;
  found_.clear();
  for (TokenIndex c : tree_.children(clash)) {
    const bool phrase = tree_.relation(c) == Relation::nmod || tree_.relation(c) == Relation::obl;
    if (phrase && tree_.preposition(c) == "between") d_.parties.at(c, found_);
  }
  if (!found_.empty()) {
    draft.actors.clear(), draft.recipients.clear();
    take_found(draft, draft.actors, fmt::format("actor: between of “{}”", tree_.form(clash)));
    draft.sure_actors = draft.sure_recipients = true;
    return;
  }
  const auto holds = [&](std::initializer_list<std::string_view> sectors) {
    return std::ranges::any_of(draft.recipients, [&](const PartyMention& m) { return is_one_of(m, sectors); });
  };
  if (!draft.actors.empty() || !holds({"MIL", "COP"}) || !holds({"REB", "UAF", "CRM", "PRM"})) return;
  draft.actors.swap(draft.recipients);
  draft.sure_actors = draft.sure_recipients = true;
  draft.paths.push_back(fmt::format("actor: who died on either side of “{}”", tree_.form(clash)));
}

}  // namespace masudi::coding
