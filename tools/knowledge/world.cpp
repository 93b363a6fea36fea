// SPDX-License-Identifier: Apache-2.0
// Countries, roles, organisations, people and places.
#include <charconv>
#include <cstdlib>
#include <set>

#include "builder.h"
#include "document/event.h"

namespace masudi::knowledge {
namespace {

const std::set<std::string, std::less<>> kSectors = {
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "UNK", "CRM", "CVL", "REF", "MED",
    "EDU", "BUS", "JRN", "LAB", "AGR", "REL", "SOC", "ELI", "PRE"};

bool good_code(std::string_view code) {
  if (code.size() != 3) return false;
  for (char c : code) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ";") + part;
  return out;
}

// Checks and joins "MIL; GOV".
StringRef sectors(std::string_view text, const Line& line, Builder& b) {
  const auto list = part(text, ';');
  for (const auto& sector : list) {
    if (!kSectors.contains(sector)) b.complain(line, "no such sector: '" + sector + "'");
  }
  return b.keep(join(list));
}

// "?Times" is only safe after the full name.
void add_alias(std::string_view alias, NameKind kind, std::uint32_t id, Builder& b) {
  const bool risky = alias.starts_with('?');
  b.add_name(trim(risky ? alias.substr(1) : alias), kind, id, risky);
}

// The value of "key=value RANGE" without its range, and the range.
struct Dated {
  std::string value;
  Days days{kLongAgo, kFarAhead};
};

Dated dated(std::string_view text, const Line& line, Builder& b) {
  Dated out{std::string(trim(text)), {kLongAgo, kFarAhead}};
  const auto blank = out.value.rfind(' ');
  const auto last = blank == std::string::npos ? std::string_view{} : std::string_view(out.value).substr(blank + 1);
  if (!last.empty() && looks_like_range(last)) {
    if (auto range = read_range(last)) {
      out.days = *range;
    } else {
      b.complain(line, range.error().message);
    }
    out.value = std::string(trim(out.value.substr(0, blank)));
  }
  return out;
}

void read_attribute(std::string_view attribute, const Line& line, EntityRecord& entity, Builder& b) {
  const auto equals = attribute.find('=');
  const auto key = trim(attribute.substr(0, equals));
  const auto value = equals == std::string_view::npos ? std::string_view{} : trim(attribute.substr(equals + 1));
  if (key == "kind") {
    entity.sort = b.keep(value);
  } else if (key == "prominent") {
    entity.prominent = 1;
  } else if (key == "family") {
    entity.family = b.keep(value);
  } else if (key == "years") {
    if (auto range = read_range(value)) {
      entity.from = range->from, entity.to = range->to;
    } else {
      b.complain(line, range.error().message);
    }
  } else if (key == "sponsor" || key == "code" || key == "sector") {
    const Dated d = dated(value, line, b);
    FactRecord fact{FactKind::sponsor, {}, {}, {}, d.days.from, d.days.to};
    if (key == "sector") {
      fact.kind = FactKind::sector, fact.sector = sectors(d.value, line, b);
    } else {
      if (!good_code(d.value)) b.complain(line, "a code has three capitals: '" + d.value + "'");
      fact.kind = key == "code" ? FactKind::code : FactKind::sponsor, fact.code = b.keep(d.value);
    }
    b.facts.push_back(fact);
    ++entity.facts.count;
  } else if (key != "context" && key != "born" && key != "died" && key != "country" && key != "note" && key != "parent") {
    b.complain(line, "no such attribute: '" + std::string(key) + "'");
  }
}

// "USA GOV 2021-01-26..2025-01-20 Secretary of State"
void read_term(std::string_view text, const Line& line, EntityRecord& person, Builder& b) {
  const auto words = part(text, ' ');
  if (words.size() < 3 || !good_code(words[0]) || !kSectors.contains(words[1])) {
    return b.complain(line, "a term is CODE SECTOR FROM..TO office: '" + std::string(text) + "'");
  }
  const auto range = read_range(words[2]);
  if (!range) return b.complain(line, range.error().message);
  std::string office;
  for (std::size_t i = 3; i < words.size(); ++i) office += (office.empty() ? "" : " ") + words[i];
  b.facts.push_back({FactKind::term, b.keep(words[0]), b.keep(words[1]), b.keep(office), range->from, range->to});
  ++person.facts.count;
}

std::string last_word(std::string_view name) {
  const auto blank = name.rfind(' ');
  return std::string(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

// English plurals of role words: the last word of a phrase, unless the source gives another.
std::string plural_of(const std::string& word) {
  const auto ends = [&](std::string_view tail) { return std::string_view(word).ends_with(tail); };
  if (ends("man")) return word.substr(0, word.size() - 3) + "men";
  if (ends("s") || ends("x") || ends("ch") || ends("sh") || ends("z")) return word + "es";
  if (ends("y") && word.size() > 1 && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos) {
    return word.substr(0, word.size() - 1) + "ies";
  }
  return word + "s";
}

std::uint32_t role_flag(std::string_view flag) {
  if (flag == "state") return kRoleState;
  if (flag == "collective") return kRoleCollective;
  if (flag == "title") return kRoleTitle;
  if (flag == "generic") return kRoleGeneric;
  if (flag == "thing") return kRoleThing;
  return 0;
}

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
  if (kind == "sea" || kind == "strait" || kind == "river" || kind == "lake" || kind == "canal") return PlaceSort::water;
  for (const char* site : {"site", "base", "airport", "crossing", "nuclear", "camp", "prison", "square", "port", "dam"}) {
    if (kind == site) return PlaceSort::site;
  }
  return std::nullopt;
}

Precision precision_of(PlaceSort sort) {
  switch (sort) {
    case PlaceSort::city: case PlaceSort::part: return Precision::city;
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

void read_countries(const std::vector<Line>& lines, Builder& b) {
  for (const Line& line : lines) {
    if (!good_code(line.field(0))) {
      b.complain(line, "the first field is an alpha-3 code");
      continue;
    }
    const auto id = static_cast<std::uint32_t>(b.countries.size());
    const auto adjectives = part(line.field(9), ';');
    const auto capitals = part(line.field(11), ';');
    const bool ambiguous = line.field(13).find("ambiguous") != std::string_view::npos;
    b.countries.push_back({b.keep(line.field(0)), b.keep(line.field(7)), b.keep(adjectives.empty() ? "" : adjectives[0]),
                           b.keep(capitals.empty() ? "" : capitals[0]), b.keep(line.field(5)), b.keep(line.field(6)),
                           b.keep(line.field(3)), b.keep(line.field(4)), ambiguous ? 1u : 0u, 0, 0});
    b.add_name(line.field(7), NameKind::country, id);
    for (const auto& name : part(line.field(8), ';')) add_alias(name, NameKind::country, id, b);
    for (const auto& word : adjectives) add_alias(word, NameKind::adjective, id, b);
    for (const auto& word : part(line.field(10), ';')) add_alias(word, NameKind::demonym, id, b);
    for (const auto& name : capitals) add_alias(name, NameKind::capital, id, b);
    for (const auto& name : part(line.field(12), ';')) add_alias(name, NameKind::seat, id, b);
  }
}

void read_roles(const std::vector<Line>& lines, Builder& b) {
  for (const Line& line : lines) {
    const auto id = static_cast<std::uint32_t>(b.roles.size());
    RoleRecord role{b.keep(line.field(0)), sectors(line.field(1), line, b), 0};
    for (const auto& flag : part(line.field(3), ';')) {
      const auto bit = role_flag(flag);
      if (bit == 0) b.complain(line, "no such attribute: '" + flag + "'");
      role.flags |= bit;
    }
    b.roles.push_back(role);
    b.add_name(line.field(0), NameKind::role, id);
    const auto plurals = part(line.field(2), ';');
    if (plurals.empty()) b.add_name(plural_of(std::string(line.field(0))), NameKind::role, id, false, true);
    for (const auto& plural : plurals) {
      if (plural != "-") b.add_name(plural, NameKind::role, id, false, true);
    }
  }
}

void read_actors(const std::vector<Line>& lines, EntityKind kind, Builder& b) {
  for (const Line& line : lines) {
    if (!line.field(1).empty() && !good_code(line.field(1))) b.complain(line, "the second field is a code of three capitals");
    const auto id = static_cast<std::uint32_t>(b.entities.size());
    EntityRecord entity{b.keep(line.field(0)), b.keep(line.field(1)), sectors(line.field(2), line, b), {}, kind, 0,
                        kLongAgo, kFarAhead, {static_cast<std::uint32_t>(b.facts.size()), 0}, {}};
    for (const auto& attribute : part(line.field(4), ';')) read_attribute(attribute, line, entity, b);
    b.entities.push_back(entity);
    b.add_name(line.field(0), NameKind::entity, id);
    for (const auto& alias : part(line.field(3), ';')) add_alias(alias, NameKind::entity, id, b);
  }
}

void read_people(const std::vector<Line>& lines, Builder& b) {
  for (const Line& line : lines) {
    const auto id = static_cast<std::uint32_t>(b.entities.size());
    EntityRecord person{b.keep(line.field(0)), {}, {}, b.keep("person"), EntityKind::person, 0, kLongAgo, kFarAhead,
                        {static_cast<std::uint32_t>(b.facts.size()), 0}, b.keep(last_word(line.field(0)))};
    for (const auto& term : part(line.field(2), ';')) read_term(term, line, person, b);
    std::string family = last_word(line.field(0));
    for (const auto& attribute : part(line.field(3), ';')) {
      read_attribute(attribute, line, person, b);
      if (attribute.starts_with("family=")) family = std::string(trim(std::string_view(attribute).substr(7)));
    }
    b.entities.push_back(person);
    b.add_name(line.field(0), NameKind::entity, id);
    for (const auto& alias : part(line.field(1), ';')) add_alias(alias, NameKind::entity, id, b);
    // The family name alone is enough while he or she holds office; the coder looks at the day.
    if (person.prominent != 0) b.add_name(family, NameKind::entity, id);
  }
}

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
    b.places.push_back({b.keep(trim(line.field(0).substr(risky ? 1 : 0))), b.keep(countries.size() == 1 ? countries[0] : ""),
                        b.keep(line.field(7)), static_cast<float>(*latitude), static_cast<float>(*longitude), whole(6), whole(8), s,
                        static_cast<std::uint16_t>(precision_of(s))});
    add_alias(line.field(0), NameKind::place, id, b);
    for (const auto& alias : part(line.field(5), ';')) add_alias(alias, NameKind::place, id, b);
  }
}

}  // namespace masudi::knowledge
