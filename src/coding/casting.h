// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coding/draft.h"
#include "coding/roles.h"

namespace masudi::coding {

// The search of drafts for their parties: by the frame of the entry, then where the frame's own slots are empty. What
// is found is moved into the draft, with a line of evidence that says by which way. Belongs to one document.
class Casting {
 public:
  using Mentions = std::vector<PartyMention>;

  // `draft_at`: by token, 1 + the index of the draft whose trigger's head it is; 0: none.
  Casting(const Drafting& drafting, const std::vector<std::uint32_t>& draft_at, std::vector<Draft>& drafts)
      : d_(drafting),
        tree_(drafting.context.tree),
        roles_(drafting.context, drafting.triggers),
        draft_at_(draft_at),
        drafts_(drafts) {}

  // Fills actors, recipients and via. Nouns go first: verbs ask who does what they are about.
  void cast(Draft& draft);
  // Once second mentions have their parties: "condemned the attack" of the sentence before.
  void complete(Draft& draft);

 private:
  void find_at(TokenIndex head) {
    found_.clear();
    d_.parties.at(head, found_);
  }
  void find_only_at(TokenIndex head) {
    found_.clear();
    d_.parties.only_at(head, found_);
  }

  // Adds to a side the parties just found, without those to be left out; `how` says how they were found.
  template <class LeftOut>
  void take_found(Draft& draft, Mentions& side, const std::string& how, LeftOut left_out) {
    for (PartyMention& m : found_) {
      if (left_out(m)) continue;
      draft.paths.push_back(fmt::format("{}: {}", how, d_.parties.why(m)));
      side.push_back(std::move(m));
    }
  }

  void take_found(Draft& draft, Mentions& side, const std::string& how) {
    take_found(draft, side, how, [](const PartyMention&) { return false; });
  }

  static bool shares_code(const Mentions& mentions, const PartyMention& one) {
    return std::ranges::any_of(mentions, [&](const PartyMention& m) { return m.party.code == one.party.code; });
  }

  // Whether it is an actor, or of an actor's country.
  static bool is_actors_side(const Draft& draft, const PartyMention& m) {
    return has_head(draft.actors, m.head) || shares_code(draft.actors, m);
  }

  // casting.cpp: by the frame.
  void take_first(Draft& draft, const std::vector<Filler>& fillers, std::string_view role, Mentions& out,
                  const Mentions& others);
  void take_likewise(Draft& draft);
  static bool is_scene(const Draft& draft, const PartyMention& m);
  bool is_bare_military(const PartyMention& m, TokenIndex noun) const;
  bool cannot_act(const Draft& draft, const PartyMention& m) const;
  void find_via(Draft& draft);
  void members_below(TokenIndex t, int depth);

  // casting_owners.cpp: who stands behind a deed, and who is where it is done.
  static bool is_vehicle(std::string_view lemma);
  void look_for_owner(Draft& draft);
  void take_forbidding_state(Draft& draft, TokenIndex verb);
  void take_writer(Draft& draft);
  bool is_operation(TokenIndex noun) const;
  void take_opponents(Draft& draft, TokenIndex noun);
  void take_modifiers(Draft& draft, TokenIndex noun);
  void take_possessor_before(Draft& draft, TokenIndex noun);
  void take_traveller(Draft& draft, TokenIndex noun);
  void look_at_scene(Draft& draft);
  void take_opposed(Draft& draft, TokenIndex noun);
  void take_own_side(Draft& draft);

  // casting_accused.cpp: whose the deed is by the words around it.
  void take_accused(Draft& draft);
  TokenIndex accused_above(TokenIndex deed) const;
  TokenIndex accused_by(TokenIndex word) const;
  void take_asked(Draft& draft);
  void take_court(Draft& draft);
  void take_provoked(Draft& draft);
  const Draft* told_at(TokenIndex verb) const;
  void take_own_army(Draft& draft) const;

  // casting_clashes.cpp: both sides of a clash act.
  TokenIndex clash_of(const Draft& draft) const;
  void take_sides_of_clash(Draft& draft);

  // casting_contents.cpp: by what the trigger is about.
  void look_inside(Draft& draft);
  void look_back(Draft& draft);
  const Draft* earlier_deed(const Draft& draft, std::span<const EventType> types) const;
  bool undergone(TokenIndex noun) const;
  void take_doers(Draft& draft, const Draft& deed);
  void take_owner(Draft& draft, TokenIndex noun);
  void look_in_content(Draft& draft);
  void look_at_purpose(Draft& draft);
  void look_at_condition(Draft& draft, TokenIndex verb);
  void search_below(Draft& draft, TokenIndex t, int depth);
  void take_speaker(Draft& draft);

  const Drafting& d_;
  const Tree& tree_;
  Roles roles_;
  const std::vector<std::uint32_t>& draft_at_;
  std::vector<Draft>& drafts_;
  std::vector<Filler> fillers_;
  Mentions found_;
  Mentions partners_;
};

}  // namespace masudi::coding
