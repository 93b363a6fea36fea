// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "coding/context.h"
#include "document/event.h"

namespace masudi::coding {

// A place name in the text: tokens [first, last), and the place it was resolved to, with the other places of the document in mind.
struct Toponym {
  TokenIndex first;
  TokenIndex last;
  TokenIndex head;     // head of the whole name in the tree
  bool resolved;       // false: a place by the looks of it (place.name is set), but which is not known
  Place place;
};

// The places of one document, resolved jointly.
class Places {
 public:
  void read(const Context& context);

  std::span<const Toponym> all() const { return toponyms_; }  // in the order of the text
  // The toponym that covers the token; null if none.
  const Toponym* at(TokenIndex t) const { return covering_[t] == 0 ? nullptr : &toponyms_[covering_[t] - 1]; }
  // The places where the thing told at `trigger` happens: those that hang on it in the tree by a preposition of place,
  // else nearest in its clause; most precise first. Appends nothing when the text does not say.
  void of_event(const Context& context, TokenIndex trigger, std::vector<Place>& out) const;

 private:
  std::vector<Toponym> toponyms_;
  std::vector<std::uint32_t> covering_;
};

}  // namespace masudi::coding
