// SPDX-License-Identifier: Apache-2.0
// Names that no list has: what the text says of them, and what it calls them afterwards.
#include <algorithm>
#include <array>

#include "base/hash.h"
#include "coding/parties_antecedent.h"
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

constexpr std::uint64_t kNameKey = 5;

// What stands before the name of a ship, and whose ships bear it; merchant ships are nobody's. Source: the navies' own
// styles.
struct ShipPrefix {
  std::string_view prefix, code, sector;
};
constexpr std::array kShips = {
    ShipPrefix{"USS", "USA", "MIL"},  ShipPrefix{"USNS", "USA", "MIL"},  ShipPrefix{"USCGC", "USA", "COP"},
    ShipPrefix{"HMS", "GBR", "MIL"},  ShipPrefix{"RFA", "GBR", "MIL"},   ShipPrefix{"HMCS", "CAN", "MIL"},
    ShipPrefix{"HMAS", "AUS", "MIL"}, ShipPrefix{"HMNZS", "NZL", "MIL"}, ShipPrefix{"ROKS", "KOR", "MIL"},
    ShipPrefix{"BRP", "PHL", "MIL"},  ShipPrefix{"KRI", "IDN", "MIL"},   ShipPrefix{"TCG", "TUR", "MIL"},
    ShipPrefix{"PNS", "PAK", "MIL"},  ShipPrefix{"FGS", "DEU", "MIL"},   ShipPrefix{"ORP", "POL", "MIL"},
    ShipPrefix{"HDMS", "DNK", "MIL"}, ShipPrefix{"HNLMS", "NLD", "MIL"}, ShipPrefix{"HNoMS", "NOR", "MIL"},
    ShipPrefix{"MV", "", "BUS"},      ShipPrefix{"M/V", "", "BUS"},      ShipPrefix{"MT", "", "BUS"},
    ShipPrefix{"MS", "", "BUS"},
};

bool is_capital(std::string_view form) { return !form.empty() && form[0] >= 'A' && form[0] <= 'Z'; }

// Whether every letter of an acronym begins a word of the name, in their order; small words may be left out.
bool abbreviates(std::string_view acronym, std::string_view name) {
  std::size_t next = 0;
  bool begins = true;
  for (const char c : name) {
    if (begins && next < acronym.size() && (c | 0x20) == (acronym[next] | 0x20)) ++next;
    begins = c == ' ' || c == '-';
  }
  return next == acronym.size();
}

bool is_quote(std::string_view form) { return words::one_of(form, {"\"", "“", "”", "'", "‘", "’", "``", "''"}); }

}  // namespace

ReferentId PartyReader::state_of(std::string_view code) {
  Referent state;
  state.who.code = code;
  state.who.sectors = "GOV";
  state.nature = Nature::state;
  state.named = true;
  return referent_for(hash_mix(kCountryKey, hash_bytes(code)), state);
}

// What names a state, by its name or that of its people, from this token on; null for others.
const Meaning* PartyReader::state_at(TokenIndex first) const {
  const Meaning* m = meanings_.at(first);
  return m != nullptr && m->first == first && m->is_geographic() && m->sense != Sense::place ? m : nullptr;
}

// "The North" of a story that told of North Korea, "the South" of one that told of South Sudan; also "the North" of
// that one, which is Sudan.
bool PartyReader::describe_half(TokenIndex t) {
  const std::string_view half = tree_.form(t);
  if ((half != "North" && half != "South") || t == 0 || !words::one_of(tree_.form(t - 1), {"the", "The"})) return false;
  if (meanings_.at(t) != nullptr || (t + 1 < tree_.size() && is_proper(t + 1))) return false;
  if (std::ranges::any_of(tree_.children(t), [&](TokenIndex c) { return c > t && tree_.preposition(c) == "of"; }))
    return false;
  const std::string_view other = half == "North" ? "South" : "North";
  const auto put_half = [&](std::string_view code) {
    put_one(mention(t, core_of(t), Grade::named, Reason::country), state_of(code));
  };
  const TokenIndex begin = t > kFarTokens ? t - kFarTokens : 0;
  TokenIndex divided = kNoToken;  // "Sudan" of "South Sudan"
  for (TokenIndex w = t; w-- > begin;) {
    const Meaning* m = state_at(w);
    if (m == nullptr || m->last - m->first < 2) continue;
    if (tree_.form(w) == half) return put_half(m->code), true;
    if (tree_.form(w) == other) divided = m->last - 1;
  }
  for (TokenIndex w = t; divided != kNoToken && w-- > begin;) {
    const Meaning* m = state_at(w);
    if (m == nullptr || m->last - m->first > 1 || tree_.form(w) != tree_.form(divided)) continue;
    return put_half(m->code), true;
  }
  return false;
}

// "The two Koreas": the states of the text whose name ends so.
bool PartyReader::describe_halves(TokenIndex t) {
  std::string_view stem = tree_.form(t);
  if (!stem.ends_with("s") || !is_capital(stem) || meanings_.at(t) != nullptr || !counts_two(t)) return false;
  stem.remove_suffix(1);
  Several halves;
  const TokenIndex begin = t > kFarTokens ? t - kFarTokens : 0;
  for (TokenIndex w = begin; w < t; ++w) {
    const Meaning* m = state_at(w);
    if (m != nullptr && m->last - m->first > 1 && tree_.form(m->last - 1).starts_with(stem))
      halves.add({state_of(m->code), w});
  }
  if (halves.count != 2) return false;
  put_several(t, core_of(t), halves, Grade::named, Reason::definite);
  return true;
}

// "USS Cole", "HMS Montrose", "the ferry MS Estonia".
bool PartyReader::describe_ship(TokenIndex t) {
  constexpr TokenIndex kLongest = 3;  // words of a ship's name behind the prefix
  const TokenIndex begin = context_.analysis.sentences[tree_.sentence(t)].first;
  if (!is_capital(tree_.form(t))) return false;
  for (TokenIndex p = t; p + kLongest >= t && p >= begin; --p) {
    const auto ship = std::ranges::find(kShips, tree_.form(p), &ShipPrefix::prefix);
    if (ship != kShips.end() && p + 1 < tree_.size() && is_proper(p + 1) && is_capital(tree_.form(p + 1))) {
      Words name{p, p + 2};
      while (name.last < tree_.size() && name.last <= p + kLongest && is_proper(name.last)) ++name.last;
      if (t >= name.last) return false;
      const TokenIndex head = head_of(name);
      Referent fresh;
      fresh.named = true;
      fresh.nature = Nature::organisation;
      fresh.who.name = text(name), fresh.who.code = ship->code, fresh.who.sectors = ship->sector;
      if (t != head) {
        if (ensure(head) != nullptr) cast_.alias(t, head);
        return true;
      }
      const Words core = core_of(t);
      // "the Israeli-owned cargo ship MV Helios"
      const Relation own = tree_.relation(t);
      const bool described = own == Relation::flat || own == Relation::appos || own == Relation::nmod_desc;
      const TokenIndex whose = described && tree_.head(t) != kNoToken ? tree_.head(t) : t;
      if (const Meaning* m = meanings_.at(whose); m != nullptr && m->sense == Sense::role) fresh.role = m->id;
      if (const Owner owner = owner_of(whose, core_of(whose), name); fresh.who.code.empty() && owner.count > 0)
        fresh.who.code = owner.codes[0];
      put_one(mention(t, core, Grade::named, Reason::name),
              referent_for(hash_mix(kNameKey, hash_bytes(fresh.who.name)), fresh));
      return true;
    }
    if (p == begin || !is_capital(tree_.form(p))) return false;
  }
  return false;
}

// The words of a name that ends before the token: "Front for Coastal Renewal".
PartyReader::Words PartyReader::name_before(TokenIndex end) const {
  constexpr TokenIndex kLongest = 10;
  const TokenIndex begin = context_.analysis.sentences[tree_.sentence(end)].first;
  TokenIndex first = end;
  for (TokenIndex w = end; w-- > begin && end - w <= kLongest;) {
    if (is_capital(tree_.form(w)) && tree_.upos(w) != Upos::det) {
      first = w;
    } else if (!words::one_of(tree_.form(w), {"of", "for", "and", "the", "in", "de", "al", "-"})) {
      break;
    }
  }
  return {first, end};
}

// "the Karen Peace Council (KPC)", "Maria Porras Argueta (“Porras”)": what the text will call them.
bool PartyReader::describe_alias(TokenIndex t) {
  const Sentence& s = context_.analysis.sentences[tree_.sentence(t)];
  if (!is_capital(tree_.form(t)) || meanings_.at(t) != nullptr) return false;
  TokenIndex open = t, close = t + 1;
  while (open > s.first && is_quote(tree_.form(open - 1))) --open;
  while (close < s.last && is_quote(tree_.form(close))) ++close;
  if (open < s.first + 2 || close >= s.last || tree_.form(open - 1) != "(" || tree_.form(close) != ")") return false;
  const Words run = name_before(open - 1);
  if (run.empty()) return false;
  const std::string_view form = tree_.form(t);
  const bool word = open < t && text(run).find(form) != std::string_view::npos;
  const bool acronym = form.size() > 1 && std::ranges::none_of(form, [](char c) { return c >= 'a' && c <= 'z'; }) &&
                       abbreviates(form, text(run));
  if (!word && !acronym) return false;
  const Mention* m = ensure(head_of(run));
  if (m == nullptr) return false;
  ReferentId who = cast_.members(*m)[0].who;
  if (const Referent& r = cast_.referent(who); acronym && r.nature != Nature::person) {
    Referent named = r;
    if (learn_from_apposition(run, named)) named.who.name = text(run), named.named = true, who = cast_.add(named);
  }
  cast_.set(hash_mix(kNameKey, hash_bytes(form)), who);
  if (cast_.at(t) == nullptr) put_one(mention(t, {t, t + 1}, Grade::named, Reason::name), who);
  return true;
}

// "X, a rebel group in Myanmar": what the text says a name stands for.
bool PartyReader::learn_from_apposition(Words name, Referent& body) {
  for (TokenIndex w = name.first; w < name.last; ++w) {
    for (TokenIndex c : tree_.children(w)) {
      const Meaning* role = c >= name.last && tree_.relation(c) == Relation::appos ? meanings_.at(c) : nullptr;
      if (role == nullptr || role->sense != Sense::role || role->plural) continue;
      const Referent described = role_referent(c, *role, owner_of(c, core_of(c), {role->first, role->last}), 0);
      body.who.sectors = described.who.sectors, body.who.sponsor = described.who.sponsor;
      if (!described.who.code.empty()) body.who.code = described.who.code;
      body.nature = Nature::organisation;
      return true;
    }
  }
  return false;
}

// A name that nobody knows: an acronym the text has explained, an organisation by the looks of it.
void PartyReader::describe_unknown(TokenIndex t) {
  Words words{t, t + 1};
  const Name* found = nullptr;
  // Names are in the order of the text.
  const auto& names = context_.analysis.names;
  const auto at =
      std::lower_bound(names.begin(), names.end(), t, [](const Name& n, TokenIndex x) { return n.last <= x; });
  if (at != names.end() && at->first <= t) found = &*at, words = {at->first, at->last};
  // "ate turkey": one word in lower case is no name, whatever its tag.
  if (words.last - words.first == 1 && tree_.form(t)[0] >= 'a' && tree_.form(t)[0] <= 'z') return;
  // "HK$1 million" is nobody.
  if (tree_.form(t).find_first_of("$0123456789") != std::string_view::npos && found == nullptr) return;
  const std::uint64_t key = hash_mix(kNameKey, hash_bytes(text(words)));
  if (const ReferentId known = cast_.find(key); known != kNobody) {
    return put_one(mention(t, core_of(t), Grade::named, Reason::name), known);
  }
  if (found == nullptr || found->kind == masudi::NameKind::person || found->kind == masudi::NameKind::place) {
    if (!is_actor_slot(t) || words::calendar(tree_.form(t))) return describe_holding(t);
    const Words run = capitalised_run(t);
    if (words::of_no_person(tree_.form(run.first))) return;
    if (run.last - run.first > 1) return describe_person(t, run);
    // One word that nobody knows, where somebody acts or is acted upon.
    Referent fresh;
    fresh.named = true;
    fresh.nature = Nature::organisation;
    fresh.who.name = text(run);
    fresh.who.sectors = words::sector_of_name(fresh.who.name);
    fresh.who.code = default_code(t, true, "name");
    const bool told = learn_from_apposition(run, fresh);
    const ReferentId who = cast_.add(fresh);
    cast_.set(key, who);
    return put_one(mention(t, core_of(t), told ? Grade::named : Grade::generic, Reason::name), who);
  }
  if (t != head_of(words)) {
    if (ensure(head_of(words)) != nullptr) cast_.alias(t, head_of(words));
    return;
  }
  Referent fresh;
  fresh.nature = Nature::organisation;
  fresh.named = true;
  fresh.who.name = text(words);
  fresh.who.sectors = words::sector_of_name(fresh.who.name);
  const Owner owner = owner_of(t, core_of(t), {});
  fresh.who.code = owner.count > 0 ? owner.codes[0] : default_code(t, true, "name");
  learn_from_apposition(words, fresh);
  const ReferentId who = cast_.add(fresh);
  cast_.set(key, who);
  put_one(mention(t, core_of(t), Grade::named, Reason::name), who);
}

}  // namespace masudi::coding
