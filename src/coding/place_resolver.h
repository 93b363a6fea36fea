// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "coding/place_finder.h"

namespace masudi::coding {

constexpr std::uint32_t kUnknownPlace = 0xFFFFFFFF;

// Decides for all place names of a document together which place each is: by population, what is named with it as that
// in which it lies, the countries and regions that the document names, and nearness to its other places. Equal names
// are the same place unless what lies around them says otherwise. Three rounds, each with what the last one knew; a
// name that stays unknown weighs nothing. Keeps its memory from document to document.
class PlaceResolver {
 public:
  void resolve(const Context& context, const PlaceFinder& finder);

  // Index into finder.candidates(mention) for each mention; kUnknownPlace where there is none that will do.
  std::uint32_t choice(std::uint32_t mention) const { return choices_[mention]; }

 private:
  struct Evidence {
    std::uint32_t code;    // offset of the country's code
    std::uint32_t region;  // offset of the region's name; 0: the country as a whole
    float weight;
  };
  struct Anchor {
    float latitude, longitude;
    std::uint64_t name;
  };
  struct Choice {
    std::uint32_t best;
    float margin;
  };

  void read_peoples(const Context& context);
  void gather(const Context& context, const PlaceFinder& finder, bool first_round);
  void choose(const Context& context, const PlaceFinder& finder);
  void drop_contradictions(const Context& context, const PlaceFinder& finder);
  void drop_foreigners(const Context& context, const PlaceFinder& finder);
  void drop_strangers(const Context& context, const PlaceFinder& finder);
  bool is_stranger(std::uint32_t code, std::uint64_t name) const;
  static void add_anchor(std::vector<Anchor>& anchors, float latitude, float longitude, std::uint64_t name);
  Choice best_of(const Context& context, const PlaceFinder& finder, std::uint32_t group_first, std::uint32_t group_last,
                 bool apart) const;
  float score(const Context& context, const PlaceFinder& finder, std::uint32_t mention, const PlaceCandidate& c,
              std::uint32_t group_first, std::uint32_t group_last, bool apart) const;
  float score_of_surroundings(const Context& context, const PlaceFinder& finder, std::uint32_t mention,
                              const PlaceCandidate& c) const;
  float fits_container(const Context& context, const PlaceFinder& finder, std::uint32_t mention,
                       const PlaceCandidate& c) const;
  float weight_of(std::uint32_t code, std::uint32_t region, std::uint64_t without) const;
  void add_evidence(std::uint32_t code, std::uint32_t region, float weight, std::uint64_t name);

  std::vector<std::uint32_t> choices_;       // by mention
  std::vector<float> margins_;               // by mention
  std::vector<std::uint32_t> order_;         // mentions by name, those of one name in the order of the text
  std::vector<std::uint32_t> contained_in_;  // by mention: the mention before it that says to lie in it
  std::vector<Evidence> peoples_;            // of adjectives and demonyms
  struct Owned {
    Evidence evidence;
    std::uint64_t name;
  };
  std::vector<Owned> evidence_;    // by what name it was given
  std::vector<Anchor> anchors_;    // settled points
  std::vector<Anchor> countries_;  // middles of the countries that are named
};

}  // namespace masudi::coding
