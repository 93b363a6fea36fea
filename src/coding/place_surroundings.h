// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "coding/context.h"

namespace masudi::coding {

// What stands around a place name.
enum PlaceHint : std::uint32_t {
  kHintPreposition = 1,  // after a preposition of place
  kHintTagged = 2,       // the language step names a place here
  kHintRegion = 4,       // "X province", "the province of X"
  kHintTown = 8,         // "the city of X"
  kHintInside = 16,      // ", Y" follows: Y is what it lies in
  kHintCapitals = 32,    // written in capitals
  kHintExact = 64,       // the language step names this place with these words
};

// Tells by the words around a name whether it is a place's at all, or part of the name of a person or an organisation.
// All functions take the tokens [first, last) of the name.
class PlaceSurroundings {
 public:
  // Looks at the names that the language step found; before all else.
  void read(const Context& context);

  std::uint32_t hints(const Context& context, TokenIndex first, TokenIndex last) const;  // PlaceHint bits
  // Whether a name that is often something else is a place here beyond doubt.
  bool safe(const Context& context, TokenIndex first, TokenIndex last, std::uint32_t hints) const;
  // `large`: a country, region or large town, which are seldom anybody's name. `taken`: tokens of places found before.
  bool of_a_person(const Context& context, TokenIndex first, TokenIndex last, bool large, std::uint32_t hints,
                   std::span<const std::uint8_t> taken) const;
  bool of_a_body(const Context& context, TokenIndex first, TokenIndex last, bool state) const;

 private:
  const Name* name_at(const Context& context, TokenIndex t) const;

  std::vector<std::uint32_t> name_of_;   // by token: 1 + index into analysis.names
  std::vector<std::uint64_t> families_;  // last words of persons named in full, hashed, sorted
};

// The form of a token in lower case (ASCII; other letters as they are) without its full stop.
void lower_form(const Context& context, TokenIndex t, std::string& out);
// Whether a token is a noun with a capital.
bool is_name_like(const Context& context, TokenIndex t);

}  // namespace masudi::coding
