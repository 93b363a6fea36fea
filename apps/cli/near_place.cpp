// SPDX-License-Identifier: Apache-2.0
#include "near_place.h"

#include <fmt/format.h>

#include <optional>

#include "base/hash.h"
#include "engine.h"
#include "query/filter.h"

namespace masudi::cli {
namespace {

std::optional<knowledge::PlaceRecord> place_named(const knowledge::Knowledge& knowledge, std::string_view name) {
  std::uint64_t hash = kHashSeed;
  std::vector<knowledge::Atom> atoms;
  knowledge::append_atoms(name, atoms);
  for (const knowledge::Atom& atom : atoms) hash = knowledge::extend(hash, atom);
  const auto hit = knowledge.find_name(hash);
  std::optional<knowledge::PlaceRecord> best;
  if (!hit) return best;
  for (const knowledge::NameRef& ref : knowledge.names(hit->refs)) {
    if (ref.kind != knowledge::NameKind::place) continue;
    const knowledge::PlaceRecord& place = knowledge.places()[ref.id];
    if (!best || place.population > best->population) best = place;
  }
  return best;
}

}  // namespace

Result<std::string> near_place(const std::string& words) {
  const std::size_t comma = words.rfind(',');
  const std::string name = words.substr(0, comma);
  if (comma == std::string::npos || query::parse_near(words)) return words;
  const auto knowledge = open_knowledge("");
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  const auto place = place_named(*knowledge, name);
  if (!place) {
    return fail(
        fmt::format("--near: there is no place \"{}\"; write latitude, longitude and kilometres: 33.3,44.4,50", name));
  }
  return fmt::format("{:.4f},{:.4f}{}", place->latitude, place->longitude, words.substr(comma));
}

}  // namespace masudi::cli
