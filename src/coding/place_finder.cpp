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

// Prepositions after which nothing but a place, a time or a thing stands.
bool is_strictly_where(std::string_view lemma) {
  return lemma == "in" || lemma == "near" || lemma == "outside" || lemma == "at" || lemma == "inside" ||
         lemma == "around";
}

bool names_role(const Context& c, TokenIndex t) {
  const NameMatch* match = c.names.at(t);
  return match != nullptr && c.names.meaning(*match, KnownKind::role) != nullptr;
}

bool is_name_like(const Context& c, TokenIndex t) {
  return is_capitalised(c.tree.form(t)) && (c.tree.upos(t) == Upos::propn || c.tree.upos(t) == Upos::noun);
}

}  // namespace

bool is_capitalised(std::string_view form) {
  if (form.empty()) return false;
  const auto first = static_cast<unsigned char>(form[0]);
  if (first >= 'A' && first <= 'Z') return true;
  // U+00C0..U+00DE and the capitals of Latin Extended-A, which have even numbers for the most part.
  if (form.size() > 1 && first == 0xC3) return static_cast<unsigned char>(form[1]) <= 0x9E;
  return form.size() > 1 && (first == 0xC4 || first == 0xC5) && static_cast<unsigned char>(form[1]) % 2 == 0;
}

void lower_form(const Context& context, TokenIndex t, std::string& out) {
  out.assign(context.tree.form(t));
  for (char& ch : out) {
    if (ch >= 'A' && ch <= 'Z') ch = static_cast<char>(ch + 32);
  }
  if (out.size() > 1 && out.back() == '.') out.pop_back();
}

void PlaceFinder::find(const Context& c) {
  mentions_.clear();
  candidates_.clear();
  taken_.assign(c.tree.size(), 0);
  read_names(c);
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
  std::sort(mentions_.begin(), mentions_.end(),
            [](const PlaceMention& a, const PlaceMention& b) { return a.first < b.first; });
  link(c);
}

// Which tokens the names of the language step cover, and the family names among them.
void PlaceFinder::read_names(const Context& c) {
  name_of_.assign(c.tree.size(), 0);
  families_.clear();
  for (std::uint32_t i = 0; i < c.analysis.names.size(); ++i) {
    const Name& name = c.analysis.names[i];
    std::fill(name_of_.begin() + name.first, name_of_.begin() + name.last, i + 1);
    if (name.kind == NameKind::person && name.last - name.first >= 2) {
      families_.push_back(hash_of(c, name.last - 1, name.last));
    }
  }
  std::sort(families_.begin(), families_.end());
}

const Name* PlaceFinder::name_at(const Context& c, TokenIndex t) const {
  return name_of_[t] == 0 ? nullptr : &c.analysis.names[name_of_[t] - 1];
}

std::uint64_t PlaceFinder::hash_of(const Context& c, TokenIndex first, TokenIndex last) {
  atoms_.clear();
  for (TokenIndex t = first; t < last; ++t) knowledge::append_atoms(c.tree.form(t), atoms_);
  std::uint64_t hash = kHashSeed;
  for (const auto& atom : atoms_) hash = knowledge::extend(hash, atom);
  return hash;
}

// Appends what the words may mean as a place, of the names index, risky meanings too.
void PlaceFinder::add_candidates(const Context& c, TokenIndex first, TokenIndex last, bool risky_only) {
  const auto hit = c.knowledge.find_name(hash_of(c, first, last));
  if (!hit) return;
  const bool dateline =
      first == sentence_of(c, first).first || c.tree.span(last - 1).end - c.tree.span(first).begin > 5;
  const knowledge::StringRef* checked = nullptr;
  bool fits = false;
  std::uint32_t capital_of = 0;
  for (const NameRef& ref : c.knowledge.names(hit->refs)) {
    if (ref.kind == KnownKind::capital) capital_of = c.knowledge.countries()[ref.id].code.offset;
    if (ref.kind != KnownKind::place && ref.kind != KnownKind::country) continue;
    if (risky_only && ref.risky == 0) continue;
    if (checked == nullptr || checked->offset != ref.written.offset) {
      written_.clear();
      knowledge::append_atoms(c.knowledge.text(ref.written), written_);
      fits = written_.size() == atoms_.size();
      for (std::size_t i = 0; fits && i < written_.size(); ++i) {
        fits = knowledge::case_fits(written_[i].letters, atoms_[i].letters);
        // "SOS", "UGA": letters in capitals are no town, unless the sentence begins with them (a dateline).
        if (written_[i].letters == knowledge::Case::title && atoms_[i].letters == knowledge::Case::capitals)
          fits &= dateline;
      }
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
  const std::uint32_t hints = hints_of(c, first, last);
  if (of_a_body(c, first, last, state) || of_a_person(c, first, last, large || country, hints)) return;
  const auto from = static_cast<std::uint32_t>(candidates_.size());
  add_candidates(c, match.first, match.last, false);
  if (candidates_.size() == from) return;
  if (!country && !large && (hints & (kHintPreposition | kHintTagged | kHintTown | kHintRegion | kHintInside)) == 0) {
    candidates_.resize(from);
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
    const std::uint32_t hints = hints_of(c, first, last);
    const bool country = candidates_[from].country;
    if (of_a_body(c, first, last, country) || of_a_person(c, first, last, country, hints) ||
        (!country && !safe_by_context(c, first, last, hints))) {
      candidates_.resize(from);
      continue;
    }
    add(c, first, last, from);
    return;
  }
}

bool PlaceFinder::safe_by_context(const Context& c, TokenIndex first, TokenIndex last, std::uint32_t hints) const {
  if ((hints & (kHintExact | kHintInside | kHintTown)) != 0) return true;
  if ((hints & kHintRegion) != 0 && (hints & kHintPreposition) != 0) return true;
  if ((hints & kHintPreposition) == 0 || first == sentence_of(c, first).first) return false;
  for (TokenIndex t = first; t < last; ++t) {
    if (c.tree.upos(t) != Upos::propn) return false;
  }
  const TokenIndex before = first - 1;
  const std::string_view word = c.tree.lemma(before);
  return (word == "in" || word == "near" || word == "outside") &&
         (last == sentence_of(c, first).last || !is_name_like(c, last));
}

// What the language step takes for a place and nothing else knows.
void PlaceFinder::consider_tagged(const Context& c, const Name& name) {
  TokenIndex first = name.first, last = name.last;
  std::string word;
  while (first < last && (c.tree.upos(first) == Upos::det || !is_capitalised(c.tree.form(first)))) ++first;
  while (last > first && c.tree.upos(last - 1) == Upos::punct) --last;
  if (first == last || std::any_of(taken_.begin() + first, taken_.begin() + last, [](auto t) { return t; })) return;
  for (TokenIndex t = first; t < last; ++t) {
    // "Iraqi city", "European capitals": no name of a place.
    const NameMatch* match = c.names.at(t);
    if (match == nullptr) continue;
    if (c.names.meaning(*match, KnownKind::adjective) != nullptr ||
        c.names.meaning(*match, KnownKind::demonym) != nullptr)
      return;
  }
  if (c.tree.upos(last - 1) != Upos::propn || of_a_body(c, first, last, false)) return;
  const auto from = static_cast<std::uint32_t>(candidates_.size());
  add_candidates(c, first, last, false);
  const std::uint32_t hints = hints_of(c, first, last);
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
                       static_cast<std::uint32_t>(candidates_.size()) - from, hints_of(c, first, last), kNoMention});
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
    if (sign != "," && sign != "(" && sign != "in" && !owner) continue;
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

bool PlaceFinder::of_a_person(const Context& c, TokenIndex first, TokenIndex last, bool large,
                              std::uint32_t hints) const {
  const Sentence& s = sentence_of(c, first);
  const bool placed = (hints & (kHintRegion | kHintTown | kHintInside)) != 0 ||
                      (first > s.first && is_strictly_where(c.tree.lemma(first - 1)));
  if (const Name* name = name_at(c, first); name != nullptr && name->kind == NameKind::person) {
    // "Texas Governor Rick Perry" may have been taken for a person as a whole.
    const bool before_office = large && name->first == first && last < s.last && names_role(c, last);
    if (name->first < first || (name->last > last && !before_office)) return true;
    if (!large && !placed) return true;
  }
  if (first > s.first && c.tree.upos(first - 1) == Upos::propn && is_capitalised(c.tree.form(first - 1))) {
    std::string word;
    lower_form(c, first - 1, word);
    if (!large && is_person_title(word)) return true;
    // "Recep Akdag", "Julia Peters": what stands before a small town's name is a word that tells of places, or it is no
    // town.
    if (!large && !taken_[first - 1] && c.names.at(first - 1) == nullptr && !is_direction(word) &&
        !is_feature_word(word)) {
      return true;
    }
  }
  // "Denzel Washington", "Paris Hilton": parts of a name with parts that are no place.
  const TokenIndex head = c.tree.head(first);
  if (c.tree.relation(first) == Relation::flat && head != kNoToken && head < first && !taken_[head] &&
      c.tree.upos(head) == Upos::propn && c.names.at(head) != c.names.at(first)) {
    return true;
  }
  if (!large && last < s.last && c.tree.relation(last) == Relation::flat && c.tree.head(last) >= first &&
      c.tree.head(last) < last && c.tree.upos(last) == Upos::propn && c.names.at(last) == nullptr) {
    return true;
  }
  // A family name that was read in full elsewhere.
  if (placed || last - first > 1 || families_.empty()) return false;
  std::vector<knowledge::Atom> atoms;
  knowledge::append_atoms(c.tree.form(first), atoms);
  std::uint64_t hash = kHashSeed;
  for (const auto& atom : atoms) hash = knowledge::extend(hash, atom);
  return std::binary_search(families_.begin(), families_.end(), hash);
}

// `state`: a country or region, which has offices ("California Department of Health") where a town has schools and
// clubs.
bool PlaceFinder::of_a_body(const Context& c, TokenIndex first, TokenIndex last, bool state) const {
  const Sentence& s = sentence_of(c, first);
  const bool placed = first > s.first && is_strictly_where(c.tree.lemma(first - 1));
  for (TokenIndex t : {first, last - 1}) {
    const Name* name = name_at(c, t);
    if (name == nullptr || name->kind != NameKind::organisation) continue;
    if (!placed && name->first < first && c.tree.upos(name->first) == Upos::propn) return true;
    // The longer name may also be "UK government": its core is a common noun.
    if (!state && name->last > last && c.tree.upos(name->last - 1) == Upos::propn) return true;
  }
  std::string word;
  if (last < s.last && is_capitalised(c.tree.form(last))) {
    lower_form(c, last, word);
    if (is_body_word(word) && !(state && is_office_word(word))) return true;
    // "the Esperanza Fire": the name of something else.
    if (!state && c.tree.relation(last - 1) == Relation::compound && c.tree.head(last - 1) >= last &&
        c.tree.upos(last) == Upos::propn && !is_feature_word(word) && c.names.at(last) == nullptr) {
      return true;
    }
    // "Michigan State University"
    if (word == "state" && last + 1 < s.last) {
      lower_form(c, last + 1, word);
      if (word == "university" || word == "college") return true;
    }
  }
  // "University of Texas", "Archbishop of Canterbury".
  if (first >= s.first + 2 && c.tree.form(first - 1) == "of" && is_capitalised(c.tree.form(first - 2))) {
    lower_form(c, first - 2, word);
    if (is_body_word(word) || word == "archbishop" || word == "bishop" || word == "duke" || word == "earl") return true;
  }
  return false;
}

std::uint32_t PlaceFinder::hints_of(const Context& c, TokenIndex first, TokenIndex last) const {
  const Sentence& s = sentence_of(c, first);
  std::uint32_t hints = 0;
  std::string word;
  TokenIndex before = first;
  while (before > s.first) {
    lower_form(c, before - 1, word);
    if (word != "the" && !is_direction(word)) break;
    --before;
  }
  if (before > s.first) {
    if (is_place_preposition(word)) hints |= kHintPreposition;
    TokenIndex kind = before - 1;
    if (word == "of" && kind > s.first) lower_form(c, --kind, word);
    if (is_town_word(word)) hints |= kHintTown | kHintPreposition;
    if (is_region_word(word) && kind + 1 < before) hints |= kHintRegion | kHintPreposition;
  }
  if (last < s.last) {
    lower_form(c, last, word);
    if (is_region_word(word)) hints |= kHintRegion;
    if (is_town_word(word) && word != "capital") hints |= kHintTown;
    if ((c.tree.form(last) == "," || c.tree.form(last) == "(") && last + 1 < s.last) {
      const NameMatch* next = c.names.at(last + 1);
      if (next != nullptr && next->first == last + 1 &&
          (c.names.meaning(*next, KnownKind::country) != nullptr ||
           c.names.meaning(*next, KnownKind::place) != nullptr)) {
        hints |= kHintInside;
      }
    }
  }
  for (TokenIndex t = first; t < last; ++t) {
    const Name* name = name_at(c, t);
    if (name != nullptr && name->kind == NameKind::place && name->first <= first && name->last >= last) {
      hints |= kHintTagged;
      if (name->last == last && (name->first == first || !is_capitalised(c.tree.form(name->first))))
        hints |= kHintExact;
    }
  }
  const std::string_view form = c.tree.form(first);
  if (form.size() > 3 && std::all_of(form.begin(), form.end(), [](char ch) { return ch < 'a' || ch > 'z'; })) {
    hints |= kHintCapitals;
  }
  return hints;
}

}  // namespace masudi::coding
