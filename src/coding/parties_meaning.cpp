// SPDX-License-Identifier: Apache-2.0
#include "coding/parties_meaning.h"

#include <algorithm>

#include "base/hash.h"
#include "coding/parties_who.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

using knowledge::EntityKind;
using RefKind = knowledge::NameKind;
using knowledge::NameRef;

Sense sense_of(RefKind kind) {
  switch (kind) {
    case RefKind::country: return Sense::country;
    case RefKind::adjective:
    case RefKind::demonym: return Sense::nationality;
    case RefKind::capital: return Sense::capital;
    case RefKind::seat: return Sense::seat;
    case RefKind::entity: return Sense::entity;
    case RefKind::role: return Sense::role;
    case RefKind::place: return Sense::place;
  }
  return Sense::place;
}

bool starts_lower(std::string_view form) { return !form.empty() && form[0] >= 'a' && form[0] <= 'z'; }

bool in_capitals(std::string_view form) {
  return form.size() > 1 && std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

TokenIndex head_of(const Tree& tree, TokenIndex first, TokenIndex last) {
  for (TokenIndex t = last; t-- > first;) {
    const TokenIndex h = tree.head(t);
    if (h == kNoToken || h < first || h >= last) return t;
  }
  return last - 1;
}

// "Bara, North Kordofan": whether what stands after the comma is, or lies in, this country.
bool lies_in_next(const Context& context, const NameMatch& match, std::string_view country) {
  if (match.last + 1 >= context.tree.size() || context.tree.form(match.last) != ",") return false;
  const NameMatch* next = context.names.at(match.last + 1);
  if (next == nullptr) return false;
  const knowledge::Knowledge& k = context.knowledge;
  for (const NameRef& ref : context.names.refs(*next)) {
    if (ref.kind == RefKind::country && k.text(k.countries()[ref.id].code) == country) return true;
    if (ref.kind == RefKind::place && k.text(k.places()[ref.id].country) == country) return true;
  }
  return false;
}

constexpr int kNever = -1000;

}  // namespace

void Meanings::read(const Context& context, const Places& places) {
  const std::uint32_t n = context.tree.size();
  meanings_.clear();
  covering_.assign(n, 0);
  person_of_.assign(n, 0);
  find_persons(context);
  count_countries(context);
  for (const NameMatch& match : context.names.all()) choose(context, match);
  locate(places);
}

// Of many places of one name the whole document tells which is meant.
void Meanings::locate(const Places& places) {
  for (Meaning& m : meanings_) {
    if (m.sense != Sense::place && m.sense != Sense::country && m.sense != Sense::capital) continue;
    const Toponym* place = places.at(m.head);
    if (place == nullptr) continue;
    // "Georgia" beside Atlanta, "Paris" in Texas.
    const bool other = m.sense != Sense::place && place->resolved && place->place.precision != Precision::country &&
                       !place->place.country.empty() && place->place.country != m.code;
    if (other) m.sense = Sense::place;
    if (m.sense == Sense::place) m.code = place->place.country;
  }
}

// Titles, nationalities and the country of "the president of Mexico Felipe …" are no part of the name; first names that
// the language step has missed are.
void Meanings::trim(const Context& context, NameWords& w) const {
  for (TokenIndex t = w.last; t-- > w.first;) {
    const NameMatch* match = context.names.at(t);
    if (match == nullptr || match->last > w.last || context.names.meaning(*match, RefKind::role) == nullptr) continue;
    // "Ousman al-Sheikh", "John Bishop": a last word that is a role is a family name.
    if (match->last == w.last && match->first > w.first && context.names.at(match->first - 1) == nullptr) continue;
    w.first = match->last;  // "Crown Prince X": whatever stands before a title is none of the name
    break;
  }
  // "Under Secretary for Human Rights X": what the office is for is none of the name.
  for (TokenIndex t = w.first; t + 1 < w.last; ++t) {
    if (words::office_matter(context.tree.form(t))) w.first = t + 1;
  }
  while (w.first < w.last && words::courtesy(context.tree.form(w.first))) ++w.first;
  while (w.first < w.last) {
    const NameMatch* match = context.names.at(w.first);
    if (match == nullptr || match->first < w.first || match->last >= w.last) break;
    const bool nation = context.names.meaning(*match, RefKind::adjective) != nullptr;
    // "the mayor of Paris X", but not "the murder of George X".
    const NameMatch* office = w.first > 1 ? context.names.at(w.first - 2) : nullptr;
    const bool of = office != nullptr && context.tree.lemma(w.first - 1) == "of" &&
                    context.names.meaning(*office, RefKind::role) != nullptr;
    const bool place = context.names.meaning(*match, RefKind::country) != nullptr ||
                       context.names.meaning(*match, RefKind::place) != nullptr;
    if (!nation && !(of && place)) break;
    w.first = match->last;
  }
  if (w.empty()) return;
  const Sentence& s = context.analysis.sentences[context.tree.sentence(w.first)];
  const auto bare = [&](TokenIndex t) {
    return proper_noun(context.tree, t) && context.names.at(t) == nullptr && person_of_[t] == 0 &&
           !words::calendar(context.tree.form(t)) && !words::courtesy(context.tree.form(t)) &&
           !words::office_matter(context.tree.form(t));
  };
  while (w.first > s.first && bare(w.first - 1)) --w.first;
  while (w.last < s.last && bare(w.last)) ++w.last;
}

void Meanings::find_persons(const Context& context) {
  persons_.clear(), families_.clear();
  for (const Name& name : context.analysis.names) {
    if (name.kind != masudi::NameKind::person) continue;
    NameWords w{name.first, name.last};
    if (w.last > w.first + 1 && context.tree.xpos(w.last - 1) == Xpos::pos) --w.last;
    trim(context, w);
    // "Hurricane Dorian" is nobody, "Brown v. Olsen" a case.
    const TokenIndex before = w.first > 0 ? w.first - 1 : w.first;
    if (w.empty() || words::of_no_person(context.tree.form(w.first)) || words::of_no_person(context.tree.form(before)))
      continue;
    if (words::versus(context.tree.form(before))) continue;
    if (w.last < context.tree.size() && words::versus(context.tree.form(w.last))) continue;
    const Upos tag = context.tree.upos(w.last - 1);
    if (tag != Upos::x && !proper_noun(context.tree, w.last - 1)) continue;
    persons_.push_back(w);
    std::fill(person_of_.begin() + w.first, person_of_.begin() + w.last, static_cast<std::uint32_t>(persons_.size()));
    if (w.last - w.first > 1) families_.push_back(hash_bytes(context.tree.form(w.last - 1)));
  }
  std::sort(families_.begin(), families_.end());
}

void Meanings::count_countries(const Context& context) {
  country_count_.resize(context.knowledge.countries().size());
  for (std::uint32_t id : counted_) country_count_[id] = 0;
  counted_.clear();
  full_names_.clear();
  for (const NameMatch& match : context.names.all()) {
    for (const NameRef& ref : context.names.refs(match)) {
      if (ref.kind == RefKind::entity && match.last - match.first > 1) full_names_.push_back(ref.id);
      if (ref.kind > RefKind::seat) continue;
      if (ref.kind == RefKind::country && context.knowledge.countries()[ref.id].ambiguous != 0) continue;
      if (country_count_[ref.id]++ == 0) counted_.push_back(ref.id);
    }
  }
  std::sort(full_names_.begin(), full_names_.end());
}

std::uint32_t Meanings::mentions_of(const Context& context, std::string_view code) const {
  std::uint32_t sum = 0;
  for (std::uint32_t id : counted_) {
    if (context.knowledge.text(context.knowledge.countries()[id].code) == code) sum += country_count_[id];
  }
  return sum;
}

// Whether a person is meant by the family name alone.
bool Meanings::family_alone(const Context& context, const NameMatch& match, const NameRef& ref) const {
  const knowledge::EntityRecord& entity = context.knowledge.entities()[ref.id];
  const std::string_view written = context.knowledge.text(ref.written);
  return entity.kind == EntityKind::person && written != context.knowledge.text(entity.name) &&
         (written == context.knowledge.text(entity.family) || match.last - match.first == 1);
}

int Meanings::score_entity(const Context& context, const NameMatch& match, const NameRef& ref) const {
  const knowledge::Knowledge& k = context.knowledge;
  const knowledge::EntityRecord& entity = k.entities()[ref.id];
  const bool active = is_active(k, entity, context.document.date);
  const bool full = std::binary_search(full_names_.begin(), full_names_.end(), ref.id);
  int points = active ? 700 : 350;
  if (entity.kind == EntityKind::person) {
    if (!proper_noun(context.tree, match.last - 1) && match.last - match.first == 1) return kNever;
    const bool family_only =
        k.text(ref.written) == k.text(entity.family) && k.text(entity.name) != k.text(entity.family);
    if (family_only && !full && (!active || entity.prominent == 0)) return kNever;
    points = family_only && !full ? 560 : active ? 700 : 640;
  }
  if (full) points += 60;
  if (entity.prominent != 0) points += 20;
  const Who who = who_is(k, entity, context.document.date);
  return points + static_cast<int>(std::min<std::uint32_t>(mentions_of(context, who.code), 5)) * 8;
}

int Meanings::score(const Context& context, const NameMatch& match, const NameRef& ref) const {
  const knowledge::Knowledge& k = context.knowledge;
  switch (ref.kind) {
    case RefKind::country:
      if (k.countries()[ref.id].ambiguous == 0) return 720;
      return 540 + static_cast<int>(std::min<std::uint32_t>(country_count_[ref.id], 5)) * 20;
    case RefKind::seat: return 620;
    case RefKind::capital: return 600;
    case RefKind::adjective: return 660;
    case RefKind::demonym: return 655;
    case RefKind::entity: return score_entity(context, match, ref);
    case RefKind::role: return starts_lower(context.tree.form(match.first)) ? 900 : 630;
    case RefKind::place: {
      // "NATO", "ABS" are no villages.
      if (match.last - match.first == 1 && in_capitals(context.tree.form(match.first)) &&
          !in_capitals(k.text(ref.written)))
        return kNever;
      const knowledge::PlaceRecord& place = k.places()[ref.id];
      const auto near = std::min<std::uint32_t>(mentions_of(context, k.text(place.country)), 5);
      const auto size = std::min<std::uint32_t>(place.population / 100000, 40);
      const int inside = lies_in_next(context, match, k.text(place.country)) ? 150 : 0;
      return 400 + inside + static_cast<int>(near * 18 + size);
    }
  }
  return kNever;
}

// "Prime Minister Holland" in 1953, "President Medina": whoever is in that office is meant, not the place.
bool Meanings::titled(const Context& context, const NameMatch& match) const {
  if (match.first == 0) return false;
  const NameMatch* before = context.names.at(match.first - 1);
  if (before == nullptr) return false;
  const NameRef* role = context.names.meaning(*before, RefKind::role);
  if (role == nullptr || (context.knowledge.roles()[role->id].flags & knowledge::kRoleTitle) == 0) return false;
  std::vector<knowledge::Atom> name;
  const Span words = cover(context.tree.span(match.first), context.tree.span(match.last - 1));
  knowledge::append_atoms(words.in(context.document.text), name);
  const std::string_view title = context.knowledge.text(context.knowledge.roles()[role->id].word);
  return titled_person(context.knowledge, title, name, context.document.date).has_value();
}

// "Amman" where the text has named a Sudesh Amman, and no preposition of place stands before it.
bool Meanings::is_family_name(const Context& context, const NameMatch& match) const {
  if (match.last - match.first != 1 || families_.empty()) return false;
  if (match.first > 0) {
    const std::string_view before = context.tree.lemma(match.first - 1);
    if (words::one_of(before, {"in", "near", "at", "from", "to", "outside", "of"})) return false;
  }
  return std::binary_search(families_.begin(), families_.end(), hash_bytes(context.tree.form(match.first)));
}

// "Timipre Sylva", "Rosa Parks": part of a longer name that is no place's.
bool Meanings::is_part_of_name(const Context& context, const NameMatch& match) const {
  const Tree& tree = context.tree;
  const TokenIndex head = head_of(tree, match.first, match.last);
  const auto is_other = [&](TokenIndex t) {
    return (t + 1 == match.first || t == match.last) && tree.upos(t) == Upos::propn && context.names.at(t) == nullptr;
  };
  if (tree.relation(head) == Relation::flat && is_other(tree.head(head))) return true;
  return std::ranges::any_of(tree.children(head),
                             [&](TokenIndex c) { return tree.relation(c) == Relation::flat && is_other(c); });
}

void Meanings::choose(const Context& context, const NameMatch& match) {
  // Part of a longer person's name ("Paris Hilton", "Michael Jordan") it is no name of its own.
  const NameWords person = person_at(match.last - 1);
  const bool inside_person = person.last - person.first > match.last - match.first;
  const bool of_titled = titled(context, match);
  const bool family = is_family_name(context, match);
  const bool part = is_part_of_name(context, match);
  const NameRef* best = nullptr;
  int best_score = kNever;
  for (const NameRef& ref : context.names.refs(match)) {
    if (inside_person && (ref.kind != RefKind::entity || family_alone(context, match, ref))) continue;
    if (part && ref.kind == RefKind::place) continue;
    if (of_titled && ref.kind != RefKind::entity) continue;
    if (family && (ref.kind == RefKind::capital || ref.kind == RefKind::place)) continue;
    // "Khan", where the text has introduced another Khan than the known one.
    if (family && ref.kind == RefKind::entity && family_alone(context, match, ref) &&
        !std::binary_search(full_names_.begin(), full_names_.end(), ref.id))
      continue;
    // What a person's own dictionary says goes before all that we say.
    const int points = score(context, match, ref) + (ref.own != 0 ? 10000 : 0);
    if (points > best_score) best = &ref, best_score = points;
  }
  if (best == nullptr || is_of_continent(context.tree, match.last - 1)) return;
  const Upos tag = context.tree.upos(match.last - 1);
  // "the North" of two states, but not "the North coast".
  const Relation last_relation = context.tree.relation(match.last - 1);
  if (best->kind == RefKind::country && context.knowledge.text(best->written).starts_with("the ") &&
      (last_relation == Relation::compound || last_relation == Relation::amod))
    return;
  if (best->kind == RefKind::role && match.last - match.first == 1) {
    if (tag == Upos::verb || tag == Upos::aux || tag == Upos::adv || tag == Upos::adp || tag == Upos::det) return;
    // "a general election", "local time"
    if (tag == Upos::adj && (last_relation == Relation::amod) &&
        words::one_of(context.tree.lemma(match.first), {"general", "local", "major", "private"}))
      return;
  }
  const knowledge::Knowledge& k = context.knowledge;
  std::string_view code;
  if (best->kind <= RefKind::seat) code = k.text(k.countries()[best->id].code);
  if (best->kind == RefKind::place) code = k.text(k.places()[best->id].country);
  const bool plural = best->plural != 0 || context.tree.xpos(match.last - 1) == Xpos::nns ||
                      context.tree.xpos(match.last - 1) == Xpos::nnps;
  meanings_.push_back({match.first, match.last, head_of(context.tree, match.first, match.last), sense_of(best->kind),
                       plural, best->id, code});
  std::fill(covering_.begin() + match.first, covering_.begin() + match.last,
            static_cast<std::uint32_t>(meanings_.size()));
}

}  // namespace masudi::coding
