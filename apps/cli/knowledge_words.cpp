// SPDX-License-Identifier: Apache-2.0
#include "knowledge_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/hash.h"
#include "coding/parties_who.h"

namespace masudi::cli {
namespace {

using namespace knowledge;

constexpr std::size_t kMostPlaces = 12;  // of one name

std::string sector_in_words(std::string_view sectors) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 25> kWords = {
      {{"GOV", "government"},
       {"MIL", "military"},
       {"COP", "police"},
       {"JUD", "courts"},
       {"LEG", "parliament"},
       {"SPY", "intelligence"},
       {"PTY", "party"},
       {"OPP", "opposition"},
       {"REB", "rebels"},
       {"PRM", "paramilitary"},
       {"UAF", "unidentified armed forces"},
       {"UNK", "unknown"},
       {"CRM", "criminals"},
       {"CVL", "civilians"},
       {"REF", "refugees"},
       {"MED", "medicine"},
       {"EDU", "education"},
       {"BUS", "business"},
       {"JRN", "journalism"},
       {"LAB", "labour"},
       {"AGR", "agriculture"},
       {"REL", "religion"},
       {"SOC", "society"},
       {"ELI", "former officials and notables"},
       {"PRE", "press officers"}}};
  std::string out;
  while (!sectors.empty()) {
    const auto one = sectors.substr(0, sectors.find(';'));
    sectors.remove_prefix(std::min(one.size() + 1, sectors.size()));
    const auto at = std::find_if(kWords.begin(), kWords.end(), [&](const auto& w) { return w.first == one; });
    out +=
        fmt::format("{}{}{}", out.empty() ? "" : ", ", one, at == kWords.end() ? "" : fmt::format(" ({})", at->second));
  }
  return out.empty() ? "no sector" : out;
}

std::string code_in_words(const Knowledge& k, std::string_view code) {
  if (code.empty()) return "no country";
  for (const CountryRecord& c : k.countries()) {
    if (k.text(c.code) == code) return fmt::format("{} ({})", code, k.text(c.name));
  }
  return std::string(code);
}

std::string days_in_words(std::int32_t from, std::int32_t to) {
  constexpr std::int32_t kOpen = 900000;
  if (from < -kOpen && to > kOpen) return "at all times";
  if (from < -kOpen) return "until " + to_string(Date{to});
  if (to > kOpen) return "since " + to_string(Date{from});
  return to_string(Date{from}) + " to " + to_string(Date{to});
}

std::string_view kind_in_words(EntityKind kind) {
  static constexpr std::string_view kWords[] = {"organisation", "armed group", "party", "news medium", "person"};
  return kWords[static_cast<std::size_t>(kind)];
}

class Describer {
 public:
  Describer(const Knowledge& knowledge, std::optional<Date> day) : k_(knowledge), day_(day) {}

  std::string take() { return std::move(out_); }

  void meaning(const NameRef& ref) {
    if (!seen_.insert({ref.kind, ref.id}).second) return;
    if (ref.kind == NameKind::place && ++places_ > kMostPlaces) return;
    if (!out_.empty()) out_ += '\n';
    switch (ref.kind) {
      case NameKind::entity: entity(ref.id); break;
      case NameKind::role: role(ref.id); break;
      case NameKind::place: place(ref.id); break;
      default: country(ref); break;
    }
    also(ref);
    const NameKind kind = ref.kind < NameKind::entity ? NameKind::country : ref.kind;
    if (const auto origin = k_.origin(kind, ref.id)) say("  from {}, line {}", origin->file, origin->line);
    if (ref.own != 0) say("  of your own dictionary: it goes before what masudi knows");
    if (ref.risky != 0)
      say("  the name counts only where the full name or the country stands in the same document, or after a title");
  }

  void finish() {
    if (places_ > kMostPlaces) say("\n… and {} more places of this name", places_ - kMostPlaces);
  }

 private:
  template <class... Args>
  void say(fmt::format_string<Args...> format, Args&&... args) {
    out_ += fmt::format(format, std::forward<Args>(args)...) + '\n';
  }

  void fact(const FactRecord& f) {
    const std::string days = days_in_words(f.from, f.to);
    switch (f.kind) {
      case FactKind::term:
        say("  {}: {} of {}, {}", days, k_.text(f.office), code_in_words(k_, k_.text(f.code)),
            sector_in_words(k_.text(f.sector)));
        break;
      case FactKind::sponsor: say("  backed by {} {}", code_in_words(k_, k_.text(f.code)), days); break;
      case FactKind::code: say("  {}: code {}", days, code_in_words(k_, k_.text(f.code))); break;
      case FactKind::sector: say("  {}: {}", days, sector_in_words(k_.text(f.sector))); break;
    }
  }

  void entity(std::uint32_t id) {
    const EntityRecord& e = k_.entities()[id];
    const std::string_view sort = k_.text(e.sort);
    say("{}: {}{}", k_.text(e.name), kind_in_words(e.kind),
        sort.empty() || e.kind == EntityKind::person ? "" : fmt::format(" ({})", sort));
    if (e.kind != EntityKind::person) {
      say("  {}, {}", code_in_words(k_, k_.text(e.code)), sector_in_words(k_.text(e.sectors)));
      if (e.from > -900000 || e.to < 900000) say("  existed {}", days_in_words(e.from, e.to));
    }
    for (const FactRecord& f : k_.facts(e.facts)) fact(f);
    if (e.prominent != 0) say("  the family name alone is enough while in office");
    if (!day_) return;
    const coding::Who who = coding::who_is(k_, e, *day_);
    std::string then = fmt::format("{}, {}", code_in_words(k_, who.code), sector_in_words(who.sectors));
    if (!who.office.empty()) then += fmt::format(", {}", who.office);
    if (!who.sponsor.empty()) then += fmt::format(", backed by {}", code_in_words(k_, who.sponsor));
    say("  on {}: {}", to_string(*day_), then);
  }

  void country(const NameRef& ref) {
    static constexpr std::string_view kAs[] = {"name of", "adjective of", "people of", "capital, for the government of",
                                               "seat of the government of"};
    const CountryRecord& c = k_.countries()[ref.id];
    say("{}: {} {}", k_.text(ref.written), kAs[static_cast<std::size_t>(ref.kind)], code_in_words(k_, k_.text(c.code)));
    say("  CAMEO {}, FIPS {}, COW {}, Gleditsch–Ward {}", k_.text(c.cameo), k_.text(c.fips), k_.text(c.cow),
        k_.text(c.gw));
    if (c.ambiguous != 0 && ref.kind == NameKind::country)
      say("  often something else: taken with the document in mind");
  }

  void role(std::uint32_t id) {
    const RoleRecord& r = k_.roles()[id];
    std::string flags;
    const auto add = [&](RoleFlag flag, const char* words) {
      if ((r.flags & flag) != 0) flags += std::string(flags.empty() ? "" : "; ") + words;
    };
    add(kRoleState, "of its country's government when no other owner is named");
    add(kRoleCollective, "a body"), add(kRoleTitle, "a title before a name");
    add(kRoleGeneric, "a party only with a nationality, number or group");
    add(kRoleThing, "a thing that is attacked in place of people");
    say("{}: role word, {}", k_.text(r.word), sector_in_words(k_.text(r.sectors)));
    if (!flags.empty()) say("  {}", flags);
  }

  void place(std::uint32_t id) {
    static constexpr std::string_view kSorts[] = {
        "city", "part of a city", "region of the first order", "district", "region", "water", "site"};
    const PlaceRecord& p = k_.places()[id];
    say("{}: {} in {}{}", k_.text(p.name), kSorts[static_cast<std::size_t>(p.sort)],
        code_in_words(k_, k_.text(p.country)), p.admin1.size == 0 ? "" : fmt::format(", {}", k_.text(p.admin1)));
    say("  {:.4f}, {:.4f}{}{}", p.latitude, p.longitude,
        p.population > 0 ? fmt::format(", {} people", p.population) : "",
        p.geonames_id > 0 ? fmt::format(", GeoNames {}", p.geonames_id) : "");
  }

  // The other names of the same.
  void also(const NameRef& ref) {
    std::set<std::string_view> names;
    for (const NameRef& other : k_.all_names()) {
      if (other.id == ref.id &&
          (other.kind == ref.kind || (ref.kind < NameKind::entity && other.kind < NameKind::entity))) {
        names.insert(k_.text(other.written));
      }
    }
    names.erase(k_.text(ref.written));
    if (!names.empty()) say("  also: {}", fmt::join(names, "; "));
  }

  const Knowledge& k_;
  std::optional<Date> day_;
  std::string out_;
  std::set<std::pair<NameKind, std::uint32_t>> seen_;
  std::size_t places_ = 0;
};

}  // namespace

std::string describe_name(const Knowledge& k, std::string_view name, std::optional<Date> day) {
  std::vector<Atom> atoms;
  append_atoms(name, atoms);
  std::uint64_t hash = kHashSeed;
  for (const Atom& atom : atoms) hash = extend(hash, atom);
  Describer out(k, day);
  if (const auto hit = k.find_name(hash); hit && !atoms.empty()) {
    for (const NameRef& ref : k.names(hit->refs)) out.meaning(ref);
  }
  if (atoms.size() == 1) {
    for (const NameRef& ref : k.family(atoms[0])) out.meaning(ref);
  }
  out.finish();
  return out.take();
}

}  // namespace masudi::cli
