// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "coding/context.h"
#include "coding/triggers.h"

namespace masudi::coding {

// A phrase that fills a role of an event.
struct Filler {
  TokenIndex head;
  std::string_view slot;  // how it stands to the trigger: "subject", "by", "possessor", or its preposition
  bool before = false;    // an adjective or noun before the trigger: "rebel attack"
};

// Finds, over the tree, which phrases fill the slots of a frame.
class Roles {
 public:
  Roles(const Context& context, const Triggers& triggers)
      : context_(context), tree_(context.tree), triggers_(triggers) {}

  // Appends the phrases that may fill the slots, best first: the slots of the light verb (if one lends its subject and
  // objects), then those of the entry in their order.
  void actors(const Trigger& trigger, std::vector<Filler>& out) const;
  void partners(const Trigger& trigger, std::vector<Filler>& out) const;  // the reciprocal side, "subj & with"
  void recipients(const Trigger& trigger, std::vector<Filler>& out) const;

 private:
  using Slots = knowledge::IndexRange;
  void fill(const Trigger& trigger, TokenIndex base, Slots slots, std::vector<Filler>& out) const;
  void fill_slot(const Trigger& trigger, TokenIndex base, const knowledge::SlotRecord& slot,
                 std::vector<Filler>& out) const;
  struct Tie {
    std::string_view preposition;
    std::string_view name;  // of the slot
  };
  void with_preposition(const Trigger& trigger, TokenIndex base, std::string_view preposition, std::string_view name,
                        std::vector<Filler>& out) const;
  void tied_to(TokenIndex t, const Tie& tie, std::vector<Filler>& out) const;
  void behind_phrases(TokenIndex noun, const Tie& tie, int depth, std::vector<Filler>& out) const;
  void behind_matter(TokenIndex t, const Tie& tie, std::vector<Filler>& out) const;
  void of_object(const Trigger& trigger, TokenIndex base, const Tie& tie, std::vector<Filler>& out) const;
  void modifiers(const Trigger& trigger, TokenIndex noun, std::vector<Filler>& out) const;
  bool is_done_to_what_follows(TokenIndex noun) const;
  bool is_raised(const Trigger& trigger, TokenIndex base) const;
  bool is_active(const Trigger& trigger, TokenIndex base) const;
  bool is_written_passive(const Trigger& trigger, TokenIndex base) const;
  bool is_its_infinitive(const Trigger& trigger, TokenIndex verb) const;
  bool is_participle_of_noun(TokenIndex base) const;
  TokenIndex behind_particle(const Trigger& trigger, TokenIndex base) const;
  void by_below(TokenIndex verb, std::vector<Filler>& out) const;
  void by_below(TokenIndex phrase, int depth, std::vector<Filler>& out) const;
  void subject_of_noun(TokenIndex noun, std::vector<Filler>& out) const;
  const knowledge::TriggerRecord& entry(std::uint32_t record) const {
    return context_.knowledge.all_triggers()[record];
  }

  const Context& context_;
  const Tree& tree_;
  const Triggers& triggers_;
};

}  // namespace masudi::coding
