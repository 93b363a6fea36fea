// SPDX-License-Identifier: Apache-2.0
#include "coding/place_finder.h"

#include <algorithm>

#include "base/hash.h"
#include "coding/place_words.h"

namespace masudi::coding {
namespace {

using KnownKind = knowledge::NameKind;
using knowledge::NameRef;

constexpr TokenIndex kLongestName = 6;        // words of a risky name
constexpr std::uint32_t kLargeTown = 100000;  // people: known without more ado
constexpr std::uint32_t kCapitalTown = 5000;  // a capital has at least so many people; its namesakes often fewer

const Sentence& sentence_of(const Context& c, TokenIndex t) { return c.analysis.sentences[c.tree.sentence(t)]; }

// The one token of [first, last) whose head lies outside; the last if there are several.
TokenIndex head_of(const Context& c, TokenIndex first, TokenIndex last) {
  TokenIndex best = last - 1;
  for (TokenIndex t = first; t < last; ++t) {
    const TokenIndex h = c.tree.head(t);
    if (h == kNoToken || h < first || h >= last) {
      if (c.tree.upos(t) != Upos::punct) return t;
    }
  }
  return best;
}

// "Hamas", "Fatah": the name of a group, which may be that of a far village too; not where "in" stands before it.
bool names_group(const Context& c, TokenIndex t) {
  const NameMatch* match = c.names.at(t);
  const NameRef* ref = match == nullptr ? nullptr : c.names.meaning(*match, KnownKind::entity);
  if (ref == nullptr || c.knowledge.entities()[ref->id].kind == knowledge::EntityKind::person) return false;
  return t == 0 || !is_strict_place_preposition(c.tree.lemma(t - 1));
}

// "the Islamic State of Iraq and Syria"
bool is_in_name_of_state(const Context& c, TokenIndex first) {
  TokenIndex t = first;
  if (t >= 5 && c.tree.form(t - 1) == "and") t -= 2;
  return t >= 3 && c.tree.form(t - 1) == "of" && c.tree.form(t - 2) == "State" && c.tree.form(t - 3) == "Islamic";
}

// The word that a hyphen joins to a name: "London-bound", "Al-Ram"; kNoToken if there is none.
TokenIndex joined_word(const Context& c, TokenIndex last) {
  if (last + 1 >= c.tree.size() || c.tree.form(last) != "-") return kNoToken;
  const bool joined =
      c.tree.span(last).begin == c.tree.span(last - 1).end && c.tree.span(last + 1).begin == c.tree.span(last).end;
  return joined ? last + 1 : kNoToken;
}

// "the United States-led strike", "the London-bound jet": who leads it, where it goes.
bool leads_or_backs(const Context& c, TokenIndex last) {
  const TokenIndex t = joined_word(c, last);
  if (t == kNoToken) return false;
  const std::string_view word = c.tree.form(t);
  return word == "led" || word == "backed" || word == "bound" || word == "born" || word == "made" || word == "funded" ||
         word == "brokered" || word == "sponsored" || word == "trained";
}

// "the USS Essex", "Al-Ram", "Oxford-AstraZeneca": the name of a ship, or the beginning of a longer name.
bool is_part_of_name(const Context& c, TokenIndex first, TokenIndex last) {
  if (first > 0) {
    const std::string_view before = c.tree.form(first - 1);
    if (before == "USS" || before == "HMS" || before == "HMAS" || before == "INS" || before == "MV") return true;
  }
  const TokenIndex t = joined_word(c, last);
  if (t == kNoToken || !is_capitalised(c.tree.form(t))) return false;
  constexpr std::uint32_t kArticle = 3;  // letters of "Al-", "El-", "Ash-"
  if (last - first == 1 && c.tree.form(first).size() <= kArticle) return true;
  const NameMatch* other = c.names.at(t);
  return other == nullptr || (c.names.meaning(*other, KnownKind::place) == nullptr &&
                              c.names.meaning(*other, KnownKind::country) == nullptr);
}

// What is in no way where something is.
bool is_no_place(const Context& c, TokenIndex first, TokenIndex last) {
  return is_in_name_of_state(c, first) || leads_or_backs(c, last);
}

// Of the folded words: what the names index has them by.
std::uint64_t hash_of(const Context& c, TokenIndex first, TokenIndex last) {
  std::uint64_t hash = kHashSeed;
  for (const knowledge::Atom& atom : c.names.atoms(first, last)) hash = knowledge::extend(hash, atom);
  return hash;
}

// Those that stand right before "and" lie where the last of them is said to lie: "Aley and Nabatieh, Lebanon".
void share_containers(const Context& c, std::vector<PlaceMention>& mentions) {
  for (std::size_t i = mentions.size(); i-- > 1;) {
    PlaceMention& m = mentions[i - 1];
    const PlaceMention& next = mentions[i];
    if (m.container == kNoMention && next.container != kNoMention && next.first == m.last + 1 &&
        c.tree.form(m.last) == "and")
      m.container = next.container;
  }
}

}  // namespace

void PlaceFinder::find(const Context& c) {
  mentions_.clear();
  candidates_.clear();
  doubted_.clear();
  taken_.assign(c.tree.size(), 0);
  around_.read(c);
  std::string word;
  for (const NameMatch& match : c.names.all()) consider(c, match);
  for (TokenIndex t = 0; t < c.tree.size(); ++t) {
    if (taken_[t] || !is_name_like(c, t)) continue;
    lower_form(c, t, word);
    if (!is_day_word(word)) consider_risky(c, t);
  }
  for (const Name& name : c.analysis.names) {
    if (name.kind == NameKind::place) consider_tagged(c, name);
  }
  for (TokenIndex t = 0; t < c.tree.size(); ++t) {
    if (!taken_[t] && c.tree.upos(t) == Upos::propn) consider_described(c, t);
  }
  take_doubted(c);
  std::sort(mentions_.begin(), mentions_.end(),
            [](const PlaceMention& a, const PlaceMention& b) { return a.first < b.first; });
  link(c);
  share_containers(c, mentions_);
}

// A name that is plainly a place's elsewhere in the document ("the port town of Mokha") is one here too.
void PlaceFinder::take_doubted(const Context& c) {
  std::vector<std::uint64_t> sure;
  if (!doubted_.empty()) {
    for (const PlaceMention& m : mentions_) sure.push_back(m.name);
    std::ranges::sort(sure);
  }
  for (const auto& [first, last] : doubted_) {
    if (std::any_of(taken_.begin() + first, taken_.begin() + last, [](auto t) { return t; })) continue;
    if (!std::ranges::binary_search(sure, hash_of(c, first, last))) continue;
    const auto from = static_cast<std::uint32_t>(candidates_.size());
    add_candidates(c, first, last, false);
    if (candidates_.size() > from) add(c, first, last, from);
  }
}

// Whether a name whose letters are those of the text may be written as it is there.
bool PlaceFinder::fits_case(std::string_view name, std::span<const knowledge::Atom> text, bool dateline) {
  written_.clear();
  knowledge::append_atoms(name, written_);
  bool fits = written_.size() == text.size();
  for (std::size_t i = 0; fits && i < written_.size(); ++i) {
    fits = knowledge::case_fits(written_[i].letters, text[i].letters);
    // "SOS", "UGA": letters in capitals are no town, unless the sentence begins with them (a dateline).
    if (written_[i].letters == knowledge::Case::title && text[i].letters == knowledge::Case::capitals) fits &= dateline;
  }
  return fits;
}

// Appends what the words may mean as a place, of the names index, risky meanings too.
void PlaceFinder::add_candidates(const Context& c, TokenIndex first, TokenIndex last, bool risky_only) {
  const auto hit = c.knowledge.find_name(hash_of(c, first, last));
  if (!hit) return;
  const bool dateline =
      first == sentence_of(c, first).first || c.tree.span(last - 1).end - c.tree.span(first).begin > 5;
  const auto atoms = c.names.atoms(first, last);
  const std::string_view words = cover(c.tree.span(first), c.tree.span(last - 1)).in(c.document.text);
  const knowledge::StringRef* checked = nullptr;
  bool fits = false;
  std::uint32_t capital_of = 0;
  for (const NameRef& ref : c.knowledge.names(hit->refs)) {
    if (ref.kind == KnownKind::capital) capital_of = c.knowledge.countries()[ref.id].code.offset;
    if (ref.kind != KnownKind::place && ref.kind != KnownKind::country) continue;
    if (risky_only && ref.risky == 0) continue;
    if (checked == nullptr || checked->offset != ref.written.offset) {
      fits = c.knowledge.text(ref.written) == words || fits_case(c.knowledge.text(ref.written), atoms, dateline);
      checked = &ref.written;
    }
    if (!fits) continue;
    const bool country = ref.kind == KnownKind::country;
    const knowledge::PlaceRecord* place = country ? nullptr : &c.knowledge.places()[ref.id];
    const bool alias = !country && place->name.offset != ref.written.offset;
    const bool capital = !country && place->country.offset == capital_of && place->population >= kCapitalTown;
    candidates_.push_back({country, ref.risky != 0, alias, capital, ref.id});
  }
}

void PlaceFinder::consider(const Context& c, const NameMatch& match) {
  bool place = false, country = false, people = false, large = false, state = false;
  for (const NameRef& ref : c.names.refs(match)) {
    country |= ref.kind == KnownKind::country;
    place |= ref.kind == KnownKind::place;
    people |= ref.kind == KnownKind::adjective || ref.kind == KnownKind::demonym || ref.kind == KnownKind::role;
    if (ref.kind == KnownKind::place) {
      const auto& record = c.knowledge.places()[ref.id];
      large |= record.population >= kLargeTown || record.sort != knowledge::PlaceSort::city;
      state |= record.sort == knowledge::PlaceSort::admin1;
    }
  }
  if (!place && !country) return consider_owner(c, match);
  if (match.last - match.first == 1) {  // Ramadan is a town as well
    std::string word;
    lower_form(c, match.first, word);
    if (is_day_word(word)) return;
  }
  state |= country;
  // "the Darfur region", "mainland China": the name is what has a capital.
  TokenIndex first = match.first, last = match.last;
  while (first + 1 < last && !is_capitalised(c.tree.form(first))) ++first;
  while (last > first + 1 && !is_capitalised(c.tree.form(last - 1))) --last;
  const TokenIndex head = head_of(c, first, last);
  // "Somali", "Chin", "Polish": a people's name, unless it is plainly used as a place's.
  if (people && !country && (c.tree.upos(head) != Upos::propn || !large)) return;
  if (people && country && c.tree.upos(head) == Upos::adj && c.tree.relation(head) == Relation::amod &&
      c.names.meaning(match, KnownKind::adjective) != nullptr) {
    return;
  }
  if (is_no_place(c, first, last) || is_part_of_name(c, first, last) || (!country && names_group(c, first))) return;
  const std::uint32_t hints = around_.hints(c, first, last);
  if (around_.of_a_body(c, first, last, state) || around_.of_a_person(c, first, last, large || country, hints, taken_))
    return;
  const auto from = static_cast<std::uint32_t>(candidates_.size());
  add_candidates(c, match.first, match.last, false);
  if (candidates_.size() == from) return;
  if (!country && !large && (hints & (kHintPreposition | kHintTagged | kHintTown | kHintRegion | kHintInside)) == 0) {
    candidates_.resize(from);
    doubted_.push_back({first, last});
    return;
  }
  add(c, first, last, from);
}

// Known names that are no places as a whole. "US Army", "UK Ministry of Defence": the country in the name of a body.
void PlaceFinder::consider_owner(const Context& c, const NameMatch& match) {
  if (match.last - match.first < 2 || !is_capitalised(c.tree.form(match.first))) return;
  // "Washington, D.C." as the name of a government: two places.
  if (c.names.meaning(match, KnownKind::capital) != nullptr) {
    TokenIndex part = match.first;
    for (TokenIndex t = match.first; t <= match.last; ++t) {
      if (t < match.last && c.tree.form(t) != ",") continue;
      const auto from = static_cast<std::uint32_t>(candidates_.size());
      if (part < t) add_candidates(c, part, t, false);
      if (candidates_.size() > from) add(c, part, t, from);
      part = t + 1;
    }
    return;
  }
  for (TokenIndex last = std::min(match.last - 1, match.first + 3); last > match.first; --last) {
    if (!is_capitalised(c.tree.form(last - 1))) continue;
    const auto from = static_cast<std::uint32_t>(candidates_.size());
    add_candidates(c, match.first, last, false);
    if (candidates_.size() > from && candidates_[from].country && !candidates_[from].risky)
      return add(c, match.first, last, from);
    candidates_.resize(from);
  }
}

// A name that is often something else: only with strong signs.
void PlaceFinder::consider_risky(const Context& c, TokenIndex first) {
  if (const NameMatch* match = c.names.at(first); match != nullptr && match->first != first) return;
  const TokenIndex end = std::min(sentence_of(c, first).last, first + kLongestName);
  for (TokenIndex last = end; last > first; --last) {
    if (!is_name_like(c, last - 1) ||
        std::any_of(taken_.begin() + first, taken_.begin() + last, [](auto t) { return t; }))
      continue;
    const auto from = static_cast<std::uint32_t>(candidates_.size());
    add_candidates(c, first, last, true);
    if (candidates_.size() == from) continue;
    if (is_no_place(c, first, last) || is_part_of_name(c, first, last) ||
        (!candidates_[from].country && names_group(c, first))) {
      candidates_.resize(from);
      continue;
    }
    const std::uint32_t hints = around_.hints(c, first, last);
    const bool country = candidates_[from].country;
    if (around_.of_a_body(c, first, last, country) || around_.of_a_person(c, first, last, country, hints, taken_) ||
        (!country && !around_.safe(c, first, last, hints))) {
      candidates_.resize(from);
      continue;
    }
    add(c, first, last, from);
    return;
  }
}

// "X, Vietnam;": what stands before a country or its region, with nothing behind that would make it something else.
bool stands_before_region(const Context& c, TokenIndex last, const Sentence& s) {
  if (last + 1 >= s.last || c.tree.form(last) != ",") return false;
  const NameMatch* outer = c.names.at(last + 1);
  if (outer == nullptr || outer->first != last + 1) return false;
  if (c.names.meaning(*outer, KnownKind::country) == nullptr) {
    const NameRef* place = c.names.meaning(*outer, KnownKind::place);
    if (place == nullptr || c.knowledge.places()[place->id].sort != knowledge::PlaceSort::admin1) return false;
  }
  if (outer->last >= s.last) return true;
  const std::string_view next = c.tree.form(outer->last);
  return next == "," || next == ";" || next == "." || next == ")";
}

// "the village of X", "in the X district", "X, Vietnam": unknown, and said to be a place.
void PlaceFinder::consider_described(const Context& c, TokenIndex first) {
  const Sentence& s = sentence_of(c, first);
  TokenIndex last = first;
  while (last < s.last && last < first + kLongestName && !taken_[last] && c.tree.upos(last) == Upos::propn &&
         is_capitalised(c.tree.form(last)) && c.names.at(last) == nullptr) {
    ++last;
  }
  if (last == first || first < s.first + 2) return;
  std::string word;
  lower_form(c, first - 2, word);
  bool said = c.tree.form(first - 1) == "of" && (is_town_word(word) || (is_region_word(word) && word != "department"));
  if (!said && last < s.last) {
    lower_form(c, last, word);
    const bool kind =
        (is_town_word(word) || is_region_word(word)) && !is_capitalised(c.tree.form(last)) && word != "department";
    const TokenIndex before = c.tree.upos(first - 1) == Upos::det ? first - 2 : first - 1;
    said = kind && is_strict_place_preposition(c.tree.lemma(before));
    const bool listed = c.tree.form(first - 1) == ";" || is_strict_place_preposition(c.tree.lemma(first - 1));
    said |= listed && stands_before_region(c, last, s);
  }
  if (!said || around_.of_a_body(c, first, last, false)) return;
  add(c, first, last, static_cast<std::uint32_t>(candidates_.size()));
}

// What the language step takes for a place and nothing else knows.
void PlaceFinder::consider_tagged(const Context& c, const Name& name) {
  TokenIndex first = name.first, last = name.last;
  std::string word;
  while (first < last && (c.tree.upos(first) == Upos::det || !is_capitalised(c.tree.form(first)))) ++first;
  while (last > first && c.tree.upos(last - 1) == Upos::punct) --last;
  if (first == last || std::any_of(taken_.begin() + first, taken_.begin() + last, [](auto t) { return t; })) return;
  for (TokenIndex t = first; t < last; ++t) {
    lower_form(c, t, word);
    if (is_day_word(word)) return;
    // "Iraqi city", "European capitals": no name of a place.
    const NameMatch* match = c.names.at(t);
    if (match == nullptr) continue;
    if (c.names.meaning(*match, KnownKind::adjective) != nullptr ||
        c.names.meaning(*match, KnownKind::demonym) != nullptr)
      return;
  }
  if (c.tree.upos(last - 1) != Upos::propn || around_.of_a_body(c, first, last, false)) return;
  if (is_no_place(c, first, last)) return;
  const auto from = static_cast<std::uint32_t>(candidates_.size());
  add_candidates(c, first, last, false);
  const std::uint32_t hints = around_.hints(c, first, last);
  const bool placed = first > 0 && (c.tree.lemma(first - 1) == "in" || c.tree.lemma(first - 1) == "near" ||
                                    c.tree.lemma(first - 1) == "at" || c.tree.lemma(first - 1) == "outside" ||
                                    is_direction(c.tree.lemma(first - 1)));
  if (candidates_.size() == from &&
      ((hints & kHintCapitals) != 0 || (!placed && (hints & (kHintTown | kHintRegion | kHintInside)) == 0)))
    return;
  add(c, first, last, from);
}

void PlaceFinder::add(const Context& c, TokenIndex first, TokenIndex last, std::uint32_t from) {
  std::fill(taken_.begin() + first, taken_.begin() + last, std::uint8_t{1});
  mentions_.push_back({first, last, head_of(c, first, last), hash_of(c, first, last), from,
                       static_cast<std::uint32_t>(candidates_.size()) - from, around_.hints(c, first, last),
                       kNoMention});
}

// "Paris, Texas", "Homs (Syria)", "Iraq's city of Mosul": one says where the other lies.
void PlaceFinder::link(const Context& c) {
  std::string word;
  for (std::uint32_t i = 0; i + 1 < mentions_.size(); ++i) {
    PlaceMention& m = mentions_[i];
    PlaceMention& next = mentions_[i + 1];
    if (c.tree.sentence(m.first) != c.tree.sentence(next.first)) continue;
    const TokenIndex gap = next.first - m.last;
    if (gap == 0 || gap > 4) continue;
    const std::string_view sign = c.tree.form(m.last);
    const bool owner = sign == "'s" || sign == "’s";
    lower_form(c, m.last - 1, word);
    const bool district = sign == "of" && gap == 1 && is_region_word(word);  // "the Northern District of Georgia"
    if (sign != "," && sign != "(" && sign != "in" && !owner && !district) continue;
    // ", in northern Iraq", "'s northern town of": only such words may stand between.
    bool plain = true;
    for (TokenIndex t = m.last + 1; t < next.first; ++t) {
      lower_form(c, t, word);
      plain &= word == "in" || word == "the" || is_direction(word) ||
               (owner && (word == "of" || is_town_word(word) || is_region_word(word)));
    }
    if (plain && owner) next.container = i;
    if (plain && !owner && m.container == kNoMention) m.container = i + 1;
  }
}

}  // namespace masudi::coding
