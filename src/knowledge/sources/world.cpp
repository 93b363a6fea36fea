// SPDX-License-Identifier: Apache-2.0
// Countries and role words.
#include "knowledge/sources/fields.h"

namespace masudi::knowledge {
namespace {

std::uint32_t role_flag(std::string_view flag) {
  if (flag == "state") return kRoleState;
  if (flag == "collective") return kRoleCollective;
  if (flag == "title") return kRoleTitle;
  if (flag == "generic") return kRoleGeneric;
  if (flag == "thing") return kRoleThing;
  return 0;
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
    b.came_from(NameKind::country, id, line);
    b.countries.push_back({b.keep(line.field(0)), b.keep(line.field(7)),
                           b.keep(adjectives.empty() ? "" : adjectives[0]), b.keep(capitals.empty() ? "" : capitals[0]),
                           b.keep(line.field(5)), b.keep(line.field(6)), b.keep(line.field(3)), b.keep(line.field(4)),
                           ambiguous ? 1u : 0u, 0, 0});
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
    RoleRecord role{b.keep(line.field(0)), read_sectors(line.field(1), line, b), 0};
    for (const auto& flag : part(line.field(3), ';')) {
      const auto bit = role_flag(flag);
      if (bit == 0) b.complain(line, "no such attribute: '" + flag + "'");
      role.flags |= bit;
    }
    b.came_from(NameKind::role, id, line);
    b.roles.push_back(role);
    b.add_name(line.field(0), NameKind::role, id);
    const auto plurals = part(line.field(2), ';');
    if (plurals.empty()) b.add_name(plural_of(std::string(line.field(0))), NameKind::role, id, false, true);
    for (const auto& plural : plurals) {
      if (plural != "-") b.add_name(plural, NameKind::role, id, false, true);
    }
  }
}

}  // namespace masudi::knowledge
