// SPDX-License-Identifier: Apache-2.0
#include "coding/places.h"

#include <algorithm>

#include "coding/place_unknown.h"
#include "coding/place_words.h"

namespace masudi::coding {
namespace {

std::string written(const Context& c, const PlaceMention& m) {
  return std::string(cover(c.tree.span(m.first), c.tree.span(m.last - 1)).in(c.document.text));
}

Place place_of(const Context& c, const PlaceMention& m, const PlaceCandidate* x) {
  Place place;
  place.span = cover(c.tree.span(m.first), c.tree.span(m.last - 1));
  if (x == nullptr) {
    place.name = written(c, m);
    place.precision = Precision::region;
    return place;
  }
  if (x->country) {
    const auto& country = c.knowledge.countries()[x->id];
    place.name = c.knowledge.text(country.name);
    place.country = c.knowledge.text(country.code);
    if (country.latitude != 0 || country.longitude != 0) place.position = {country.latitude, country.longitude};
    place.precision = Precision::country;
    return place;
  }
  const auto& record = c.knowledge.places()[x->id];
  place.name = (m.hints & kHintCapitals) != 0 ? std::string(c.knowledge.text(record.name)) : written(c, m);
  place.country = c.knowledge.text(record.country);
  place.admin1 = c.knowledge.text(record.admin1);
  place.position = {record.latitude, record.longitude};
  place.geonames_id = record.geonames_id;
  place.precision = static_cast<Precision>(record.precision);
  return place;
}

// The preposition of place before a noun and the words that belong to it; kNoToken if there is none.
TokenIndex opening_preposition(const Tree& tree, TokenIndex noun) {
  constexpr TokenIndex kWords = 6;
  for (TokenIndex t = noun; t-- > 0 && noun - t <= kWords && tree.sentence(t) == tree.sentence(noun);) {
    if (tree.upos(t) == Upos::adp) {
      const std::string_view word = tree.lemma(t);
      // "in the north of the country"
      if (word == "of" && t > 0 && is_direction(tree.lemma(t - 1))) return opening_preposition(tree, t - 1);
      return is_strict_place_preposition(word) || word == "on" || word == "into" || word == "across" ||
                     word == "throughout" || word == "within"
                 ? t
                 : kNoToken;
    }
    if (tree.is_verb(t) || (tree.upos(t) == Upos::punct && tree.xpos(t) != Xpos::hyph)) return kNoToken;
  }
  return kNoToken;
}

// The country that an adjective or an owner between the tokens names; empty if there is none.
std::string owning_country(const Context& c, TokenIndex first, TokenIndex last) {
  for (TokenIndex t = first; t < last; ++t) {
    const NameMatch* match = c.names.at(t);
    if (match == nullptr) continue;
    for (const auto& ref : c.names.refs(*match)) {
      const bool owner =
          ref.kind == knowledge::NameKind::country && match->last < last && c.tree.xpos(match->last) == Xpos::pos;
      if (ref.kind == knowledge::NameKind::adjective || owner)
        return std::string(c.knowledge.text(c.knowledge.countries()[ref.id].code));
    }
  }
  return {};
}

// Whether the sentence names the country or its people.
bool is_named_in(const Context& c, std::uint32_t sentence, std::string_view country,
                 std::span<const Toponym> toponyms) {
  const auto place =
      std::ranges::equal_range(toponyms, sentence, {}, [&](const Toponym& t) { return c.tree.sentence(t.first); });
  if (std::ranges::any_of(place, [&](const Toponym& t) { return t.resolved && t.place.country == country; }))
    return true;
  const auto names = std::ranges::equal_range(c.names.all(), sentence, {},
                                              [&](const NameMatch& m) { return c.tree.sentence(m.first); });
  return std::ranges::any_of(names, [&](const NameMatch& match) {
    const auto* people = c.names.meaning(match, knowledge::NameKind::adjective);
    return people != nullptr && c.knowledge.text(c.knowledge.countries()[people->id].code) == country;
  });
}

// Of the towns with the name one in a country that the sentence names, else the largest.
const knowledge::PlaceRecord* likeliest_town(const Context& c, const NameMatch& town,
                                             std::span<const Toponym> toponyms) {
  const knowledge::PlaceRecord* best = nullptr;
  bool best_named = false;
  for (const auto& ref : c.names.refs(town)) {
    if (ref.kind != knowledge::NameKind::place) continue;
    const auto& place = c.knowledge.places()[ref.id];
    const bool named = is_named_in(c, c.tree.sentence(town.first), c.knowledge.text(place.country), toponyms);
    if (best != nullptr && (named < best_named || (named == best_named && place.population <= best->population)))
      continue;
    best = &place, best_named = named;
  }
  return best;
}

std::string last_country(std::span<const Toponym> toponyms, const Tree& tree, TokenIndex before) {
  constexpr std::uint32_t kReach = 2;  // sentences
  const auto after = std::ranges::lower_bound(toponyms, before, {}, &Toponym::first);
  for (auto t = after; t != toponyms.begin();) {
    --t;
    if (tree.sentence(before) - tree.sentence(t->first) > kReach) break;
    // "the United States Agency for …": part of a body's name
    const bool in_name = tree.relation(t->head) == Relation::compound && tree.upos(tree.head(t->head)) == Upos::propn;
    if (!t->place.country.empty() && !in_name) return t->place.country;
  }
  return {};
}

}  // namespace

void Places::read(const Context& context) {
  finder_.find(context);
  resolver_.resolve(context, finder_);
  toponyms_.clear();
  const auto mentions = finder_.mentions();
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const PlaceMention& m = mentions[i];
    const std::uint32_t choice = resolver_.choice(i);
    const PlaceCandidate* x = choice == kUnknownPlace ? nullptr : &finder_.candidates(m)[choice];
    toponyms_.push_back({m.first, m.last, m.head, x != nullptr, place_of(context, m, x)});
  }
  // A place that is not known may be known to lie in one that is: "Nyunzu, Democratic Republic of the Congo".
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (toponyms_[i].resolved || mentions[i].container == kNoMention) continue;
    const Toponym& outer = toponyms_[mentions[i].container];
    if (!outer.resolved) continue;
    toponyms_[i].place.country = outer.place.country;
    toponyms_[i].place.admin1 = outer.place.admin1;
    if (outer.place.precision != Precision::country) toponyms_[i].place.position = outer.place.position;
  }
  add_seats(context);
  add_houses(context);
  add_described(context);
  place_unknown(context, toponyms_);
  covering_.assign(context.tree.size(), 0);
  for (std::uint32_t i = 0; i < toponyms_.size(); ++i) {
    std::fill(covering_.begin() + toponyms_[i].first, covering_.begin() + toponyms_[i].last, i + 1);
  }
}

// "talks at the Kremlin": a seat of government after a preposition of place is where something is.
void Places::add_seats(const Context& context) {
  std::vector<Toponym> seats;
  for (const NameMatch& match : context.names.all()) {
    const auto* seat = context.names.meaning(match, knowledge::NameKind::seat);
    if (seat == nullptr || match.first == 0) continue;
    const TokenIndex before =
        context.tree.upos(match.first - 1) == Upos::det && match.first > 1 ? match.first - 2 : match.first - 1;
    if (context.tree.sentence(before) != context.tree.sentence(match.first) ||
        !is_strict_place_preposition(context.tree.lemma(before))) {
      continue;
    }
    Toponym toponym{match.first, match.last, match.last - 1, true, {}};
    toponym.place.span = cover(context.tree.span(match.first), context.tree.span(match.last - 1));
    toponym.place.name = toponym.place.span.in(context.document.text);
    toponym.place.country = context.knowledge.text(context.knowledge.countries()[seat->id].code);
    toponym.place.precision = Precision::point;
    seats.push_back(std::move(toponym));
  }
  insert(seats);
}

// "at Cardiff Crown Court", "outside Auckland University": a house that bears the name of its town is in it.
void Places::add_houses(const Context& context) {
  constexpr TokenIndex kLongest = 4;  // words of the name before its last
  const Tree& tree = context.tree;
  std::vector<Toponym> houses;
  for (TokenIndex t = 1; t < tree.size(); ++t) {
    if (tree.upos(t) != Upos::propn || !is_house(tree.form(t))) continue;
    const TokenIndex begin =
        std::max(context.analysis.sentences[tree.sentence(t)].first, t > kLongest ? t - kLongest : 0);
    TokenIndex first = t;
    while (first > begin && tree.upos(first - 1) == Upos::propn) --first;
    const TokenIndex before = first > begin && tree.upos(first - 1) == Upos::det ? first - 1 : first;
    if (first == t || before == begin || !is_house_preposition(tree.lemma(before - 1))) continue;
    const NameMatch* town = context.names.at(first);
    if (town == nullptr || town->first != first || town->last > t) continue;
    const knowledge::PlaceRecord* best = likeliest_town(context, *town, toponyms_);
    if (best == nullptr) continue;
    Toponym toponym{first, t + 1, t, true, {}};
    toponym.place.span = cover(tree.span(first), tree.span(t));
    toponym.place.name = toponym.place.span.in(context.document.text);
    toponym.place.country = context.knowledge.text(best->country);
    toponym.place.admin1 = context.knowledge.text(best->admin1);
    toponym.place.position = {best->latitude, best->longitude};
    toponym.place.precision = Precision::city;
    houses.push_back(std::move(toponym));
  }
  insert(houses);
}

// "in several Sudanese cities", "at Israel's main airport", "into Syrian territory": a kind of place and whose it is;
// "in the country": the country that was named last.
void Places::add_described(const Context& context) {
  const Tree& tree = context.tree;
  std::vector<Toponym> described;
  for (TokenIndex t = 0; t < tree.size(); ++t) {
    if (tree.upos(t) != Upos::noun || !is_place_kind(tree.lemma(t))) continue;
    const TokenIndex preposition = opening_preposition(tree, t);
    if (preposition == kNoToken) continue;
    // "near the Chinese border": on which side is not told.
    if (tree.lemma(preposition) == "near" && (tree.lemma(t) == "border" || tree.lemma(t) == "frontier")) continue;
    const std::string country = tree.lemma(t) == "country" || tree.lemma(t) == "nation"
                                    ? last_country(toponyms_, tree, t)
                                    : owning_country(context, preposition + 1, t);
    if (country.empty()) continue;
    // The owner stays a country of its own: "Israel's" beside "main airport".
    TokenIndex first = t;
    while (first > preposition + 1 && tree.xpos(first - 1) != Xpos::pos) --first;
    Toponym toponym{first, t + 1, t, true, {}};
    toponym.place.span = cover(tree.span(preposition + 1), tree.span(t));
    toponym.place.name = toponym.place.span.in(context.document.text);
    toponym.place.country = country;
    toponym.place.precision = Precision::region;
    described.push_back(std::move(toponym));
  }
  insert(described);
}

// Adds those that overlap none that is known.
void Places::insert(std::vector<Toponym>& more) {
  const auto found = static_cast<std::ptrdiff_t>(toponyms_.size());
  for (Toponym& toponym : more) {
    const auto known = std::lower_bound(toponyms_.begin(), toponyms_.begin() + found, toponym.first,
                                        [](const Toponym& t, TokenIndex first) { return t.last <= first; });
    if (known == toponyms_.begin() + found || known->first >= toponym.last) toponyms_.push_back(std::move(toponym));
  }
  std::inplace_merge(toponyms_.begin(), toponyms_.begin() + found, toponyms_.end(),
                     [](const Toponym& a, const Toponym& b) { return a.first < b.first; });
}

}  // namespace masudi::coding
