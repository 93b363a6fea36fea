// SPDX-License-Identifier: Apache-2.0
// Words that tell a mode. Source: written for masudi from general knowledge of English news.
#include <algorithm>
#include <array>

#include "coding/modes.h"

namespace masudi::coding {
namespace {

// A mode and the lemmas that tell it, parted by blanks.
struct Group {
  std::string_view mode;
  std::string_view words;
};

struct Entry {
  std::string_view word;
  std::string_view mode;
};

constexpr std::size_t count_words(std::string_view words) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

// The words of all groups in the order of the alphabet, to be looked up by halving.
template <std::size_t N, std::size_t M>
consteval std::array<Entry, N> sorted(const std::array<Group, M>& groups) {
  std::array<Entry, N> out{};
  std::size_t at = 0;
  for (const Group& group : groups) {
    std::string_view rest = group.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      out[at++] = {rest.substr(0, end), group.mode};
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.word < b.word; });
  return out;
}

template <std::size_t M>
consteval std::size_t count_all(const std::array<Group, M>& groups) {
  std::size_t n = 0;
  for (const Group& group : groups) n += count_words(group.words);
  return n;
}

template <std::size_t N>
std::string_view find(const std::array<Entry, N>& entries, std::string_view word) {
  const auto at = std::ranges::lower_bound(entries, word, {}, &Entry::word);
  return at != entries.end() && at->word == word ? at->mode : std::string_view{};
}

// The most telling mode first.
constexpr auto kWeapons = std::to_array<Group>({
    {"suicide-attack", "suicide"},
    {"drone", "drone uav"},
    {"aerial",
     "aerial aerially air-strike aircraft airplane airstrike bomber-plane fighter-jet gunship "
     "helicopter jet plane warplane"},
    {"crowd-control", "baton pepper-spray tear-gas teargas truncheon"},
    {"unconventional", "anthrax chlorine novichok poison poisoning polonium ricin sarin"},
    {"heavy-weapons", "artillery bombardment howitzer missile mortar rocket rpg shell shelling tank"},
    {"explosives",
     "blast bomb bomber bombing car-bomb detonate detonation dynamite explode explosion explosive "
     "firebomb grenade ied landmine mine"},
    {"firearms",
     "bullet firearm firefight gun gunbattle gunfight gunfire gunman gunmen handgun kalashnikov pistol "
     "rifle shoot-out shooter shooting shootout shotgun sniper"},
    {"primitive", "arrow axe brick dagger fist hammer knife machete rock spear stab stabbing stick stone sword"},
    {"destroy", "arson arsonist burn torch"},
});

constexpr auto kDemands = std::to_array<Group>({
    {"assist",
     "aid ammunition arm assist assistance asylum contribute cooperate deliver deploy donate donation "
     "equipment food fund funding help intervene intervention jet join loan medicine missile money "
     "peacekeeper protect protection provide reinforcement rescue send supply support tank troop "
     "vaccine weapon weaponry"},
    {"change",
     "abolish accept act action adopt allow amend amendment approve ban begin boost build cancel "
     "change close democracy election enact expand explain explanation hold impeach implement improve "
     "increase independence inquiry invest investigate investigation justice law legalise legalize "
     "liberalise liberalize measure open overhaul pass policy postpone postponement probe ratify "
     "recognise recognize reconsider recount reduce referendum reform regulate reinstate remove repeal "
     "replace review right rule tighten transfer vote"},
    {"meet", "dialog dialogue discuss mediate mediation meet meeting negotiate negotiation summit talk"},
    {"yield",
     "abandon abide capitulate cease cease-fire ceasefire comply destroy disarm ease end free freeze "
     "halt leave lift obey quit refrain release relinquish renounce resign resignation restraint "
     "retract retreat return stop surrender suspend truce vacate withdraw withdrawal yield"},
});

constexpr auto kThreats = std::to_array<Group>({
    {"arrest", "arrest detain imprison jail prosecute sue"},
    {"expel", "deport expel expulsion"},
    {"relations", "break cut negotiation quit recall relation sever suspend talk tie treaty withdraw"},
    {"restrict",
     "ban block blockade boycott censor close embargo fine halt limit prohibit restrict restriction "
     "sanction shut tariff tax"},
    {"territory", "annex annexation occupy secede seize"},
    {"violence",
     "annihilate assassinate attack avenge bomb bombing destroy explosive fire firearm force invade "
     "invasion kill killing militarily military murder nuke retaliate retaliation shoot shooting "
     "strike terrorist terroristic violence war weapon"},
});

constexpr auto kWeaponWords = sorted<count_all(kWeapons)>(kWeapons);
constexpr auto kDemandWords = sorted<count_all(kDemands)>(kDemands);
constexpr auto kThreatWords = sorted<count_all(kThreats)>(kThreats);

}  // namespace

std::string_view weapon_mode(std::string_view lemma) { return find(kWeaponWords, lemma); }
std::string_view demand_mode(std::string_view lemma) { return find(kDemandWords, lemma); }
std::string_view threat_mode(std::string_view lemma) { return find(kThreatWords, lemma); }

int weapon_rank(std::string_view mode) {
  return static_cast<int>(std::ranges::find(kWeapons, mode, &Group::mode) - kWeapons.begin());
}

}  // namespace masudi::coding
