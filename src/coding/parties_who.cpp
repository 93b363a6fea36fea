// SPDX-License-Identifier: Apache-2.0
#include "coding/parties_who.h"

#include <algorithm>
#include <string>
#include <utility>
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

constexpr std::int32_t kLongAgo = -1000000;

bool is_office(std::string_view sector) { return sector == "GOV" || sector == "LEG"; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// How well an office is called by a title: 3 by all of it, 2 by its end or beginning ("Minister" for "Foreign
// Minister", "Secretary" for "Secretary of State"), 0 not at all. A deputy is not called by the office of the other.
int calls(std::string_view title, std::string_view office) {
  const std::string wanted = lower(title), whole = lower(office);
  if (wanted.empty() || whole.empty()) return 0;
  if (wanted == whole) return 3;
  const auto at = whole.find(wanted);
  if (at == std::string::npos) {
    // "King and Prime Minister" for "Prime Minister", "Interim President" for "President".
    return whole.size() > 3 && (wanted.ends_with(" " + whole) || wanted.starts_with(whole + " ")) &&
                   wanted.find("deputy") == std::string::npos && wanted.find("vice") == std::string::npos
               ? 2
               : 0;
  }
  for (const char* lesser : {"deputy", "vice", "assistant", "under"}) {
    const auto word = whole.find(lesser);
    if (word != std::string::npos && word < at) return 0;
  }
  const auto end = at + wanted.size();
  return (at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' ') ? 2 : 0;
}

Who person(const Knowledge& k, const EntityRecord& entity, Date day, std::string_view title) {
  const FactRecord* now = nullptr;
  const FactRecord* called = nullptr;  // the last office of the past that the title is of
  int best = 0;
  const FactRecord* past = nullptr;
  const FactRecord* next = nullptr;
  for (const FactRecord& fact : k.facts(entity.facts)) {
    if (fact.kind != FactKind::term) continue;
    if (covers(fact, day)) {
      const int fit = calls(title, k.text(fact.office));
      if (now == nullptr || fit > best || (fit == best && fact.from > now->from)) now = &fact, best = fit;
    } else if (fact.to < day.days) {
      if (past == nullptr || fact.to > past->to) past = &fact;
      if (calls(title, k.text(fact.office)) > 0 && (called == nullptr || fact.to > called->to)) called = &fact;
    } else if (next == nullptr || fact.from < next->from) {
      next = &fact;
    }
  }
  // "former Prime Minister X", who heads a fund today.
  if (now != nullptr && best == 0 && called != nullptr) now = nullptr;
  if (now == nullptr && called != nullptr) past = called;
  Who who;
  who.name = k.text(entity.name);
  if (now != nullptr) {
    who.code = k.text(now->code), who.sectors = k.text(now->sector), who.office = k.text(now->office);
  } else if (past != nullptr) {
    who.code = k.text(past->code), who.sectors = k.text(past->sector);
    const bool same = title.empty() || calls(title, k.text(past->office)) > 0;
    if (is_office(who.sectors)) who.sectors = "ELI", who.left = same ? past->to : kLongAgo;
  } else if (next != nullptr) {
    who.code = k.text(next->code), who.sectors = k.text(next->sector);
    if (is_office(who.sectors)) who.sectors = "PTY";
  }
  return who;
}

// How a person comes to a title: by holding the office on the day, or by having held it last.
struct Holding {
  int rank = 0;         // 0: never held it; who is in office goes before who was
  std::int32_t to = 0;  // of those who were: the last day
  std::string_view code;

  bool operator<(const Holding& other) const { return std::pair(rank, to) < std::pair(other.rank, other.to); }
};

Holding held(const Knowledge& k, const EntityRecord& entity, std::string_view title, Date day) {
  constexpr std::int32_t kAge = 30 * 365;  // after so long the title stands for somebody else
  Holding best;
  for (const FactRecord& fact : k.facts(entity.facts)) {
    if (fact.kind != FactKind::term || fact.from > day.days || fact.to + kAge < day.days) continue;
    const int fit = calls(title, k.text(fact.office));
    if (fit == 0) continue;
    const bool now = covers(fact, day);
    const int rank = now ? fit * 2 + static_cast<int>(entity.prominent != 0) : 1;
    const Holding holding{rank, now ? 0 : fact.to, k.text(fact.code)};
    if (best < holding) best = holding;
  }
  return best;
}

// Whether the words before the family name are those of this person.
bool shares_first_name(const Knowledge& k, const EntityRecord& entity, std::span<const knowledge::Atom> name) {
  if (name.size() < 2) return true;
  std::vector<knowledge::Atom> own;
  knowledge::append_atoms(k.text(entity.name), own);
  if (own.size() < 2) return false;
  return std::any_of(name.begin(), name.end() - 1, [&](knowledge::Atom word) {
    return std::any_of(own.begin(), own.end(), [&](knowledge::Atom a) { return a.hash == word.hash; });
  });
}

}  // namespace

Who who_is(const Knowledge& k, const EntityRecord& entity, Date day, std::string_view title) {
  if (entity.kind == EntityKind::person) return person(k, entity, day, title);
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

std::optional<std::uint32_t> titled_person(const Knowledge& k, std::string_view title,
                                           std::span<const knowledge::Atom> name, Date day) {
  if (name.empty() || title.empty()) return std::nullopt;
  std::optional<std::uint32_t> found;
  Holding best;
  bool several = false;
  for (const knowledge::NameRef& ref : k.family(name.back())) {
    const EntityRecord& entity = k.entities()[ref.id];
    const Holding holding = held(k, entity, title, day);
    if (holding.rank == 0 || !shares_first_name(k, entity, name) || holding < best) continue;
    several = !(best < holding) && holding.code != best.code;
    found = ref.id, best = holding;
  }
  return several ? std::nullopt : found;
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
