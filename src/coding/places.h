// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "coding/context.h"
#include "coding/place_finder.h"
#include "coding/place_resolver.h"
#include "document/event.h"

namespace masudi::coding {

// A place name in the text: tokens [first, last), and the place it was resolved to, with the other places of the
// document in mind. Governments are found here too when they are called by their place (*Tehran warned*): whether a
// name acts is for the parties to say.
struct Toponym {
  TokenIndex first;
  TokenIndex last;
  TokenIndex head;  // head of the whole name in the tree
  bool resolved;    // false: a place by the looks of it; which, is not known. Its name is set; country, region and
                    // position are those of what the text says it lies in, else its country that of its surroundings
  Place place;      // name: of countries the usual one, else as the text has it
};

// How far from the trigger a place is taken to be that of its event. What is urged in London is not urged in the Gaza
// that it is about.
enum class PlaceReach : std::uint8_t {
  own,       // what hangs on the trigger, and the thing that it is done to
  clause,    // … and what the clause says, its subject and what is told with it
  phrase,    // … and the nearest phrase with "in", "at" or the like in the sentence
  sentence,  // … else the nearest name of a place: right for most deeds, often wrong for words
};

// The places of one document, resolved jointly.
class Places {
 public:
  void read(const Context& context);

  std::span<const Toponym> all() const { return toponyms_; }  // in the order of the text
  // The toponym that covers the token; null if none.
  const Toponym* at(TokenIndex t) const { return covering_[t] == 0 ? nullptr : &toponyms_[covering_[t] - 1]; }
  // The places where the thing told at `trigger` happens: those that hang on it in the tree by a preposition of place,
  // else on its object, its clause, its subject; most precise first, without the country of a place that is given.
  // `reach` says how far to look. Appends nothing when the text does not say.
  void of_event(const Context& context, TokenIndex trigger, std::vector<Place>& out,
                PlaceReach reach = PlaceReach::sentence) const;

 private:
  void add_seats(const Context& context);
  void add_houses(const Context& context);
  void add_described(const Context& context);
  void insert(std::vector<Toponym>& more);

  PlaceFinder finder_;
  PlaceResolver resolver_;
  std::vector<Toponym> toponyms_;
  std::vector<std::uint32_t> covering_;  // by token: 1 + index of its toponym
};

}  // namespace masudi::coding
