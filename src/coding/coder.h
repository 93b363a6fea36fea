// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/analysis.h"
#include "document/document.h"
#include "document/event.h"
#include "document/near_miss.h"
#include "knowledge/knowledge.h"

namespace masudi::coding {

// What one document gives.
struct Coded {
  std::vector<Event> events;          // in the order of their triggers
  std::vector<NearMiss> near_misses;  // in the order of their triggers
  std::vector<Voice> provenance;  // who else the document says stands behind it ("The Associated Press contributed")

  void clear() { events.clear(), near_misses.clear(), provenance.clear(); }
};

// What the judge saw of one possible event; what its weights are learnt from.
struct Observation {
  EventType type;
  std::uint32_t sentence;
  Span trigger;
  std::vector<std::string> features;  // in words
};

// Whom one side of a possible event may be; what the weights of the chooser are learnt from.
struct RoleObservation {
  EventType type;
  Span trigger;
  bool actor;                      // else the recipient is asked for
  bool framed;                     // the frame of the entry found it, or found nobody
  bool nobody;                     // that it is nobody
  std::vector<std::string> codes;  // of the party and those joined to it
  std::string sector;              // of the first
  std::vector<std::string> features;
};

// Two candidates who may be actor and recipient of a possible event; what is learnt of pairs.
struct PairObservation {
  EventType type;
  Span trigger;
  std::size_t actor;      // which of the role observations of that side
  std::size_t recipient;  // the same
  std::vector<std::string> features;
};

// A country that a phrase may be of which does not say whose it is.
struct OwnerCandidate {
  std::string code;  // empty: of no country that the text tells
  bool by_rule;
  std::vector<std::string> features;
};

// Whose the single party of one side of a possible event may be; what the weights of parties_whose.h are learnt from.
struct OwnerObservation {
  EventType type;
  Span trigger;
  bool actor;          // else the recipient
  std::string sector;  // its first
  std::vector<OwnerCandidate> candidates;
};

// Memory kept from document to document; one for each thread.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct State;
  State& state() { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

// Reads a document whose language analysis is done and says who did what to whom. Immutable: share it between threads.
class Coder {
 public:
  // `knowledge` must outlive the coder.
  explicit Coder(const knowledge::Knowledge& knowledge) : knowledge_(knowledge) {}

  // Same document, same knowledge: same events, whatever was coded before.
  void code(const Document& document, const Analysis& analysis, Workspace& workspace, Coded& out) const;

  // The same by lexicon and rules alone: no learnt weight chooses a party or refuses an event (confidences are 1). What
  // the examples of the lexicon are checked by.
  void code_by_rules(const Document& document, const Analysis& analysis, Workspace& workspace, Coded& out) const;

  // For training: every draft that came before the judge, in the order of the text.
  std::vector<Observation> observe(const Document& document, const Analysis& analysis, Workspace& workspace) const;
  std::vector<RoleObservation> observe_roles(const Document& document, const Analysis& analysis,
                                             Workspace& workspace) const;
  std::vector<PairObservation> observe_pairs(const Document& document, const Analysis& analysis,
                                             Workspace& workspace) const;
  std::vector<OwnerObservation> observe_owners(const Document& document, const Analysis& analysis,
                                               Workspace& workspace) const;

 private:
  const knowledge::Knowledge& knowledge_;
};

}  // namespace masudi::coding
