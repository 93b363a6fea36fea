// SPDX-License-Identifier: Apache-2.0
// Organisations and people.
#include "knowledge/sources/fields.h"

namespace masudi::knowledge {
namespace {

void read_attribute(std::string_view attribute, const Line& line, EntityRecord& entity, Builder& b) {
  const auto equals = attribute.find('=');
  const auto key = trim(attribute.substr(0, equals));
  const auto value = equals == std::string_view::npos ? std::string_view{} : trim(attribute.substr(equals + 1));
  if (key == "kind") {
    entity.sort = b.keep(value);
  } else if (key == "prominent") {
    entity.prominent = 1;
  } else if (key == "titled") {
    // For read_people.
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
      fact.kind = FactKind::sector, fact.sector = read_sectors(d.value, line, b);
    } else {
      if (!good_code(d.value)) b.complain(line, "a code has three capitals: '" + d.value + "'");
      fact.kind = key == "code" ? FactKind::code : FactKind::sponsor, fact.code = b.keep(d.value);
    }
    b.facts.push_back(fact);
    ++entity.facts.count;
  } else if (key != "context" && key != "born" && key != "died" && key != "country" && key != "note" &&
             key != "parent") {
    b.complain(line, "no such attribute: '" + std::string(key) + "'");
  }
}

// "USA GOV 2021-01-26..2025-01-20 Secretary of State"
void read_term(std::string_view text, const Line& line, EntityRecord& person, Builder& b) {
  const auto words = part(text, ' ');
  if (words.size() < 3 || !good_code(words[0]) || !is_sector(words[1])) {
    return b.complain(line, "a term is CODE SECTOR FROM..TO office: '" + std::string(text) + "'");
  }
  const auto range = read_range(words[2]);
  if (!range) return b.complain(line, range.error().message);
  std::string office;
  for (std::size_t i = 3; i < words.size(); ++i) office += (office.empty() ? "" : " ") + words[i];
  b.facts.push_back({FactKind::term, b.keep(words[0]), b.keep(words[1]), b.keep(office), range->from, range->to});
  ++person.facts.count;
}

bool is_regnal(std::string_view office) {
  for (const char* rank : {"King", "Queen", "Emperor", "Shah", "Sultan", "Prince", "Grand Duke", "Grand Duchess",
                           "Emir", "Amir", "Pope", "Sheikh"}) {
    if (office.find(rank) != std::string_view::npos) return true;
  }
  return false;
}

std::string last_word(std::string_view name) {
  const auto blank = name.rfind(' ');
  return std::string(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

// The words by which a person goes after a title: the family name, the last word, of princes the first one.
void add_family_words(const EntityRecord& person, std::uint32_t id, Builder& b) {
  const std::string name(b.text(person.name));
  std::string words = std::string(b.text(person.family)) + " " + last_word(name);
  for (std::uint32_t f = 0; f < person.facts.count; ++f) {
    const FactRecord& fact = b.facts[person.facts.first + f];
    if (fact.kind == FactKind::term && is_regnal(b.text(fact.office))) words += " " + name.substr(0, name.find(' '));
  }
  b.add_family(words, id);
}

}  // namespace

void read_actors(const std::vector<Line>& lines, EntityKind kind, Builder& b) {
  for (const Line& line : lines) {
    if (!line.field(1).empty() && !good_code(line.field(1)))
      b.complain(line, "the second field is a code of three capitals");
    const auto id = static_cast<std::uint32_t>(b.entities.size());
    EntityRecord entity{b.keep(line.field(0)),
                        b.keep(line.field(1)),
                        read_sectors(line.field(2), line, b),
                        {},
                        kind,
                        0,
                        kLongAgo,
                        kFarAhead,
                        {static_cast<std::uint32_t>(b.facts.size()), 0},
                        {}};
    for (const auto& attribute : part(line.field(4), ';')) read_attribute(attribute, line, entity, b);
    b.came_from(NameKind::entity, id, line);
    b.entities.push_back(entity);
    b.add_name(line.field(0), NameKind::entity, id);
    for (const auto& alias : part(line.field(3), ';')) add_alias(alias, NameKind::entity, id, b);
  }
}

void read_people(const std::vector<Line>& lines, Builder& b) {
  for (const Line& line : lines) {
    const auto id = static_cast<std::uint32_t>(b.entities.size());
    EntityRecord person{b.keep(line.field(0)),
                        {},
                        {},
                        b.keep("person"),
                        EntityKind::person,
                        0,
                        kLongAgo,
                        kFarAhead,
                        {static_cast<std::uint32_t>(b.facts.size()), 0},
                        b.keep(last_word(line.field(0)))};
    for (const auto& term : part(line.field(2), ';')) read_term(term, line, person, b);
    std::string family = last_word(line.field(0));
    bool titled = false;
    for (const auto& attribute : part(line.field(3), ';')) {
      read_attribute(attribute, line, person, b);
      if (attribute.starts_with("family=")) family = std::string(trim(std::string_view(attribute).substr(7)));
      titled |= attribute == "titled";
    }
    b.came_from(NameKind::entity, id, line);
    b.entities.push_back(person);
    add_family_words(person, id, b);
    if (!titled) b.add_name(line.field(0), NameKind::entity, id);
    for (const auto& alias : part(line.field(1), ';')) add_alias(alias, NameKind::entity, id, b);
    // The family name alone is enough while he or she holds office; the coder looks at the day.
    if (person.prominent != 0) b.add_name(family, NameKind::entity, id);
  }
}

}  // namespace masudi::knowledge
