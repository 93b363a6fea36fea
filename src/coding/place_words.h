// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace masudi::coding {

// Closed lists of English words that tell what a name beside them is. All take words as they are lower-cased.

// "in", "near", "outside": what follows is where something is.
bool is_place_preposition(std::string_view word);
// "in", "near": prepositions after which a name can hardly be a person's.
bool is_strict_place_preposition(std::string_view word);
// "province", "oblast", "county": the name is that of a region.
bool is_region_word(std::string_view word);
// "city", "village", "suburb": the name is that of a town or a part of one.
bool is_town_word(std::string_view word);
// "University", "Times", "Bank": the name is part of an organisation's.
bool is_body_word(std::string_view word);
// "Department", "Army": bodies that a state has, named after it.
bool is_office_word(std::string_view word);
// "August", "Thursday".
bool is_day_word(std::string_view word);
// "Mr", "Senator", "Judge": the name that follows is a person's.
bool is_person_title(std::string_view word);
// "said", "told": what people do, and places only by metonymy.
bool is_saying_verb(std::string_view lemma);
// "river", "island", "valley", "airport", "county": belongs to the name of a place when written with a capital.
bool is_feature_word(std::string_view word);
// "airport", "territory", "border", "village": nouns that say what kind of place something is.
bool is_place_kind(std::string_view lemma);
// "Court", "University", "Airport": the last word of the name of a house or an institution that one can be at; and the
// prepositions before it by which one is.
bool is_house(std::string_view form);
bool is_house_preposition(std::string_view word);
// "northern", "central", "upper": a part of the place that follows.
bool is_direction(std::string_view word);

// Whether the first letter is a capital (Latin letters).
bool is_capitalised(std::string_view form);

}  // namespace masudi::coding
