// SPDX-License-Identifier: Apache-2.0
#include "coding/parties_who.h"

#include <vector>

#include "base/hash.h"
#include "knowledge/fold.h"

namespace masudi::coding {
namespace {

using knowledge::EntityKind;
using knowledge::EntityRecord;
using knowledge::FactKind;
using knowledge::FactRecord;
using knowledge::Knowledge;

bool covers(const FactRecord& fact, Date day) { return fact.from <= day.days && day.days <= fact.to; }

bool is_office(std::string_view sector) { return sector == "GOV" || sector == "LEG"; }

Who person(const Knowledge& k, const EntityRecord& entity, Date day) {
  const FactRecord* now = nullptr;
  const FactRecord* past = nullptr;
  const FactRecord* next = nullptr;
  for (const FactRecord& fact : k.facts(entity.facts)) {
    if (fact.kind != FactKind::term) continue;
    if (covers(fact, day)) {
      if (now == nullptr || fact.from > now->from) now = &fact;
    } else if (fact.to < day.days) {
      if (past == nullptr || fact.to > past->to) past = &fact;
    } else if (next == nullptr || fact.from < next->from) {
      next = &fact;
    }
  }
  Who who;
  who.name = k.text(entity.name);
  if (now != nullptr) {
    who.code = k.text(now->code), who.sectors = k.text(now->sector), who.office = k.text(now->office);
  } else if (past != nullptr) {
    who.code = k.text(past->code), who.sectors = k.text(past->sector);
    if (is_office(who.sectors)) who.sectors = "ELI";
  } else if (next != nullptr) {
    who.code = k.text(next->code), who.sectors = k.text(next->sector);
    if (is_office(who.sectors)) who.sectors = "PTY";
  }
  return who;
}

}  // namespace

Who who_is(const Knowledge& k, const EntityRecord& entity, Date day) {
  if (entity.kind == EntityKind::person) return person(k, entity, day);
  Who who;
  who.name = k.text(entity.name), who.code = k.text(entity.code), who.sectors = k.text(entity.sectors);
  for (const FactRecord& fact : k.facts(entity.facts)) {
    if (!covers(fact, day)) continue;
    switch (fact.kind) {
      case FactKind::code: who.code = k.text(fact.code); break;
      case FactKind::sector: who.sectors = k.text(fact.sector); break;
      case FactKind::sponsor:
        if (who.sponsor.empty()) who.sponsor = k.text(fact.code);
        break;
      case FactKind::term: break;
    }
  }
  return who;
}

Who who_in_compound(const Knowledge& k, std::string_view part, Date day) {
  std::vector<knowledge::Atom> atoms;
  knowledge::append_atoms(part, atoms);
  std::uint64_t hash = kHashSeed;
  for (const knowledge::Atom& atom : atoms) hash = knowledge::extend(hash, atom);
  const auto hit = k.find_name(hash);
  if (atoms.empty() || !hit) return {};
  for (const knowledge::NameRef& ref : k.names(hit->refs)) {
    if (ref.kind == knowledge::NameKind::entity && ref.risky == 0) return who_is(k, k.entities()[ref.id], day);
    if (ref.kind < knowledge::NameKind::entity && ref.risky == 0) {
      return {k.text(k.countries()[ref.id].code), "GOV", {}, {}, {}};
    }
    if (ref.kind == knowledge::NameKind::role && (k.roles()[ref.id].flags & knowledge::kRoleState) != 0) {
      return {{}, k.text(k.roles()[ref.id].sectors), {}, {}, {}};
    }
  }
  return {};
}

bool is_active(const Knowledge& k, const EntityRecord& entity, Date day) {
  if (entity.kind != EntityKind::person) return entity.from <= day.days && day.days <= entity.to;
  for (const FactRecord& fact : k.facts(entity.facts)) {
    if (fact.kind == FactKind::term && covers(fact, day)) return true;
  }
  return false;
}

}  // namespace masudi::coding
