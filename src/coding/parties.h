// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "coding/context.h"
#include "coding/places.h"
#include "coding/speech.h"
#include "document/event.h"

namespace masudi::coding {

// How sure it is that a phrase names a politically relevant party.
enum class Grade : std::uint8_t {
  named,      // a known or introduced name: a country, person, organisation, group
  described,  // a role word with its country or a sector of its own: "Iraqi troops", "gunmen"
  pronoun,    // resolved to a party before it
  generic,    // people of no known kind: "the man", "residents"
};

// A party where the text names it.
struct PartyMention {
  Party party;
  TokenIndex head = kNoToken;   // tells the parties of a document apart, also several of one phrase ("they")
  std::uint32_t who = 0;        // the same for all mentions of one party in the document
  TokenIndex first = kNoToken;  // the phrase: tokens [first, last)
  TokenIndex last = kNoToken;
  Grade grade = Grade::named;
  // A town or site: a party only as who is there when it is attacked ("shelled Aleppo", "the village"). A capital has
  // this set too, with the government (GOV) as its party; who is attacked there are civilians.
  bool place = false;
  bool by_story = false;     // a role word whose country only the story tells: "the military"
  bool thing = false;        // named by a building, site or vehicle: "the school", "a tanker"
  std::uint32_t reason = 0;  // by which words it was found: for Parties::why()
};

// Who is who in one document: names, titles, nationalities, role words, apposition, acronyms, pronouns.
// Keeps its memory from document to document; what was read in must live until the last question.
struct WhoseObservation;

class Parties {
 public:
  Parties();
  ~Parties();
  Parties(Parties&&) noexcept;
  Parties& operator=(Parties&&) noexcept;

  // `places`: those of the same document; where a place lies is theirs to say. `observed`: where to keep what is seen of
  // phrases without a country of their own, for training; may be null.
  void read(const Context& context, const Speech& speech, const Places& places,
            std::vector<WhoseObservation>* observed = nullptr);

  // Appends the parties that the phrase with this head names. The head is any nominal, or an adjective or compound
  // ("Israeli" in "Israeli raids"). Members joined in the phrase ("Iran and Hezbollah", "militias such as Hezbollah")
  // are parties of their own. Nothing is appended for things that are no party (a table, the economy).
  void at(TokenIndex head, std::vector<PartyMention>& out) const;
  // The same without joined members.
  void only_at(TokenIndex head, std::vector<PartyMention>& out) const;
  // Why a phrase was taken for this party, which was found at it: "country name", "role word “troops” with “Iraqi”",
  // "“he”: Blinken, sentence 2".
  std::string why(const PartyMention& m) const;
  // The country that the document names most often; of several the first by its code. Empty if it names none.
  std::string_view most_named() const;
  // Whether a phrase that names parties has its head here.
  bool heads(TokenIndex t) const;
  // Appends whom "anti-government", "anti-Japanese" (one token) is against.
  void opposed(TokenIndex t, std::vector<PartyMention>& out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace masudi::coding
