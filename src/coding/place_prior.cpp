// SPDX-License-Identifier: Apache-2.0
#include "coding/place_prior.h"

#include <algorithm>
#include <cmath>

namespace masudi::coding {

using knowledge::CountryRecord;
using knowledge::PlaceRecord;
using knowledge::PlaceSort;

const CountryRecord& country_of(const Context& c, const PlaceCandidate& x) { return c.knowledge.countries()[x.id]; }
const PlaceRecord& place_of(const Context& c, const PlaceCandidate& x) { return c.knowledge.places()[x.id]; }

std::uint32_t country_code(const Context& c, const PlaceCandidate& x) {
  return x.country                          ? country_of(c, x).code.offset
         : place_of(c, x).country.size == 0 ? 0
                                            : place_of(c, x).country.offset;
}

float kilometres(float lat1, float lon1, float lat2, float lon2) {
  constexpr float kRadian = 0.0174532925F;
  const float a = std::sin((lat2 - lat1) * kRadian / 2), b = std::sin((lon2 - lon1) * kRadian / 2);
  const float h = a * a + std::cos(lat1 * kRadian) * std::cos(lat2 * kRadian) * b * b;
  return 12742.0F * std::asin(std::sqrt(std::min(1.0F, h)));
}

float prior(const Context& c, const PlaceCandidate& x) {
  if (x.country) return x.risky ? 5.2F : country_of(c, x).ambiguous != 0 ? 5.8F : 9.0F;
  const PlaceRecord& p = place_of(c, x);
  const float people = std::log10(static_cast<float>(p.population) + 100.0F);
  float value = 0;
  switch (p.sort) {
    case PlaceSort::city: value = 1.3F * people - 1.5F; break;
    case PlaceSort::part: value = std::min(people, 5.0F) - 1.0F; break;
    case PlaceSort::admin1: value = 4.0F + 0.3F * people; break;
    case PlaceSort::district:
      value = p.population == 0 ? 4.5F : 2.0F + 0.3F * people;  // none: from the list by hand
      break;
    case PlaceSort::region:
    case PlaceSort::water: value = 5.6F; break;
    case PlaceSort::site: value = 5.2F; break;
  }
  if (x.capital) value += 1.0F;
  if (x.alias) value -= 0.6F;
  if (x.risky) value -= p.sort == PlaceSort::admin1 ? 0.4F : 0.8F;
  return value;
}

}  // namespace masudi::coding
