// SPDX-License-Identifier: Apache-2.0
#include "language/abbreviations.h"

#include <algorithm>
#include <array>

#include "language/atoms.h"

namespace masudi::language {
namespace {

struct Group {
  Abbreviation kind;
  std::string_view words;
};

// English abbreviations that news texts write with a full stop.
constexpr Group kGroups[] = {
    {Abbreviation::title,
     "mr mrs ms dr prof rev hon st sr jr gov lt gen col maj capt cpl sgt cmdr adm sen rep reps sens pres supt det insp "
     "amb atty brig pfc pvt spc msgr fr br mx messrs mme mlle gens cols govs drs profs cpt sec asst dep"},
    {Abbreviation::month,
     "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"},
    {Abbreviation::company, "inc corp co ltd bros llc plc cos dept univ assn intl natl bldg mfg"},
    {Abbreviation::before_number, "no nos vol vols pp fig figs art sec ch eq para ca approx ed eds pt"},
    {Abbreviation::place,
     "ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mich minn miss mo mont neb nev okla ore pa "
     "penn "
     "tenn tex vt va wash wis wyo ave blvd rd hwy mt ft"},
    {Abbreviation::latin, "etc vs al cf viz eg ie ibid incl esp"},
    {Abbreviation::unit, "ft lb lbs oz hr hrs min mins mi km kg yr yrs sq tel ext est"},
};

struct Entry {
  std::uint32_t hash;
  Abbreviation kind;
};

constexpr std::size_t kCount = [] {
  std::size_t n = 0;
  for (const Group& group : kGroups) n += 1 + static_cast<std::size_t>(std::ranges::count(group.words, ' '));
  return n;
}();

constexpr std::array<Entry, kCount> kEntries = [] {
  std::array<Entry, kCount> out{};
  std::size_t n = 0;
  for (const Group& group : kGroups) {
    std::string_view rest = group.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      out[n++] = {spelling_hash(rest.substr(0, end)), group.kind};
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  // A word of two kinds keeps the one that is named first.
  std::ranges::sort(
      out, [](const Entry& a, const Entry& b) { return a.hash != b.hash ? a.hash < b.hash : a.kind < b.kind; });
  return out;
}();

}  // namespace

Abbreviation abbreviation(std::uint32_t spelling) {
  const auto at = std::ranges::lower_bound(kEntries, spelling, {}, &Entry::hash);
  return at != kEntries.end() && at->hash == spelling ? at->kind : Abbreviation::none;
}

}  // namespace masudi::language
