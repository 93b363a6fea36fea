// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cstdlib>

#include "document/event.h"
#include "knowledge/sources/fields.h"

namespace masudi::knowledge {
namespace {

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<PlaceSort> place_sort(std::string_view kind) {
  if (kind == "city" || kind == "town") return PlaceSort::city;
  if (kind == "part") return PlaceSort::part;
  if (kind == "admin1") return PlaceSort::admin1;
  if (kind == "district") return PlaceSort::district;
  if (kind == "region" || kind == "island" || kind == "mountain" || kind == "continent") return PlaceSort::region;
  if (kind == "sea" || kind == "strait" || kind == "river" || kind == "lake" || kind == "canal")
    return PlaceSort::water;
  for (const char* site :
       {"site", "base", "airport", "crossing", "nuclear", "camp", "prison", "square", "port", "dam"}) {
    if (kind == site) return PlaceSort::site;
  }
  return std::nullopt;
}

Precision precision_of(PlaceSort sort) {
  switch (sort) {
    case PlaceSort::city:
    case PlaceSort::part: return Precision::city;
    case PlaceSort::admin1: return Precision::admin1;
    case PlaceSort::site: return Precision::point;
    default: return Precision::region;
  }
}

// "Iraq | IRQ | country | 33 | 44": where a country's middle is.
void place_country(const Line& line, float latitude, float longitude, Builder& b) {
  const auto code = line.field(1);
  bool found = false;
  for (CountryRecord& country : b.countries) {
    if (b.text(country.code) != code) continue;
    country.latitude = latitude, country.longitude = longitude;
    found = true;
  }
  if (!found) b.complain(line, "no such country: '" + std::string(code) + "'");
}

}  // namespace

// name | countries | kind | latitude | longitude | aliases | population | admin1 | geonames id
void read_places(const std::vector<Line>& lines, Builder& b) {
  for (const Line& line : lines) {
    const auto latitude = number(line.field(3));
    const auto longitude = number(line.field(4));
    if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) {
      b.complain(line, "latitude and longitude are degrees, -90..90 and -180..180");
      continue;
    }
    if (line.field(2) == "country") {
      place_country(line, static_cast<float>(*latitude), static_cast<float>(*longitude), b);
      continue;
    }
    const auto sort = place_sort(line.field(2));
    if (!sort) b.complain(line, "no such kind of place: '" + std::string(line.field(2)) + "'");
    const auto countries = part(line.field(1), ';');
    for (const auto& code : countries) {
      if (!good_code(code)) b.complain(line, "a code has three capitals: '" + code + "'");
    }
    const auto id = static_cast<std::uint32_t>(b.places.size());
    const auto whole = [&](std::size_t n) { return static_cast<std::uint32_t>(number(line.field(n)).value_or(0)); };
    const PlaceSort s = sort.value_or(PlaceSort::region);
    const bool risky = line.field(0).starts_with('?');
    b.came_from(NameKind::place, id, line);
    b.places.push_back({b.keep(trim(line.field(0).substr(risky ? 1 : 0))),
                        b.keep(countries.size() == 1 ? countries[0] : ""), b.keep(line.field(7)),
                        static_cast<float>(*latitude), static_cast<float>(*longitude), whole(6), whole(8), s,
                        static_cast<std::uint16_t>(precision_of(s))});
    add_alias(line.field(0), NameKind::place, id, b);
    for (const auto& alias : part(line.field(5), ';')) add_alias(alias, NameKind::place, id, b);
  }
}

}  // namespace masudi::knowledge
