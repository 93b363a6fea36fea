// SPDX-License-Identifier: Apache-2.0
#include "coding/places.h"

#include <algorithm>

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
  covering_.assign(context.tree.size(), 0);
  for (std::uint32_t i = 0; i < toponyms_.size(); ++i) {
    std::fill(covering_.begin() + toponyms_[i].first, covering_.begin() + toponyms_[i].last, i + 1);
  }
}

// "talks at the Kremlin": a seat of government after a preposition of place is where something is.
void Places::add_seats(const Context& context) {
  const auto found = static_cast<std::ptrdiff_t>(toponyms_.size());
  for (const NameMatch& match : context.names.all()) {
    const auto* seat = context.names.meaning(match, knowledge::NameKind::seat);
    if (seat == nullptr || match.first == 0) continue;
    const TokenIndex before =
        context.tree.upos(match.first - 1) == Upos::det && match.first > 1 ? match.first - 2 : match.first - 1;
    if (context.tree.sentence(before) != context.tree.sentence(match.first) ||
        !is_strict_place_preposition(context.tree.lemma(before))) {
      continue;
    }
    const auto known = std::lower_bound(toponyms_.begin(), toponyms_.begin() + found, match.first,
                                        [](const Toponym& t, TokenIndex first) { return t.last <= first; });
    if (known != toponyms_.begin() + found && known->first < match.last) continue;
    Toponym toponym{match.first, match.last, match.last - 1, true, {}};
    toponym.place.span = cover(context.tree.span(match.first), context.tree.span(match.last - 1));
    toponym.place.name = toponym.place.span.in(context.document.text);
    toponym.place.country = context.knowledge.text(context.knowledge.countries()[seat->id].code);
    toponym.place.precision = Precision::point;
    toponyms_.push_back(std::move(toponym));
  }
  std::inplace_merge(toponyms_.begin(), toponyms_.begin() + found, toponyms_.end(),
                     [](const Toponym& a, const Toponym& b) { return a.first < b.first; });
}

}  // namespace masudi::coding
