// SPDX-License-Identifier: Apache-2.0
// What was resolved and had better not be.
#include "coding/place_prior.h"
#include "coding/place_resolver.h"
#include "coding/place_words.h"

namespace masudi::coding {
namespace {

using knowledge::PlaceRecord;
using knowledge::PlaceSort;

constexpr std::uint32_t kSmallTown = 50000;  // people

// "The Lebanese village of", "the northern Syrian city of", before a name: the country; 0 where there is none.
std::uint32_t owner_of_town(const Context& c, TokenIndex name) {
  const TokenIndex first = c.analysis.sentences[c.tree.sentence(name)].first;
  std::string word;
  if (name < first + 3 || c.tree.form(name - 1) != "of") return 0;
  lower_form(c, name - 2, word);
  if (!is_town_word(word)) return 0;
  const NameMatch* match = c.names.at(name - 3);
  const auto* ref = match == nullptr ? nullptr : c.names.meaning(*match, knowledge::NameKind::adjective);
  return ref == nullptr ? 0 : c.knowledge.countries()[ref->id].code.offset;
}

}  // namespace

// "X, Syria" where no known X lies in Syria: a place that is not known, in Syria. A large town keeps its own sense
// ("Toronto, China and Singapore").
void PlaceResolver::drop_contradictions(const Context& context, const PlaceFinder& finder) {
  const auto mentions = finder.mentions();
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const std::uint32_t outer = mentions[i].container;
    if (outer == kNoMention || choices_[i] == kUnknownPlace || choices_[outer] == kUnknownPlace) continue;
    const PlaceCandidate& x = finder.candidates(mentions[i])[choices_[i]];
    const PlaceCandidate& o = finder.candidates(mentions[outer])[choices_[outer]];
    if (x.country || country_code(context, x) == 0) continue;
    const bool in_city = !o.country && place_of(context, o).sort == PlaceSort::city;
    if (!o.country && !in_city && place_of(context, o).sort != PlaceSort::admin1) continue;
    const PlaceRecord& p = place_of(context, x);
    const bool town = p.sort == PlaceSort::city || p.sort == PlaceSort::part || p.sort == PlaceSort::district;
    // "X in Syria" says so itself; "Toronto, China and Singapore" may be a list.
    const bool said = context.tree.form(mentions[i].last) == "in";
    if ((said || (town && p.population < 150000)) && country_code(context, x) != country_code(context, o))
      choices_[i] = kUnknownPlace;
  }
}

// "The Lebanese village of X", where all that is known as X lies in Syria: one that is not known.
void PlaceResolver::drop_foreigners(const Context& context, const PlaceFinder& finder) {
  const auto mentions = finder.mentions();
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (choices_[i] == kUnknownPlace || (mentions[i].hints & kHintTown) == 0) continue;
    const PlaceCandidate& x = finder.candidates(mentions[i])[choices_[i]];
    if (x.country || place_of(context, x).population >= 150000) continue;
    const std::uint32_t owner = owner_of_town(context, mentions[i].first);
    if (owner != 0 && owner != country_code(context, x)) choices_[i] = kUnknownPlace;
  }
}

// A small place in a country that nothing else in the document names, where all else lies in one other country, is
// hardly meant: more places bear its name than are known.
void PlaceResolver::drop_strangers(const Context& context, const PlaceFinder& finder) {
  const auto mentions = finder.mentions();
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (choices_[i] == kUnknownPlace || contained_in_[i] != kNoMention) continue;
    const std::uint32_t outer = mentions[i].container;
    if (outer != kNoMention && choices_[outer] != kUnknownPlace) continue;
    const PlaceCandidate& x = finder.candidates(mentions[i])[choices_[i]];
    if (x.country || place_of(context, x).population >= kSmallTown || place_of(context, x).country.size == 0) continue;
    const PlaceSort sort = place_of(context, x).sort;
    if (sort != PlaceSort::city && sort != PlaceSort::part && sort != PlaceSort::site) continue;
    if (is_stranger(country_code(context, x), mentions[i].name)) choices_[i] = kUnknownPlace;
  }
}

// Whether the other names speak of one other country alone, and more than once.
bool PlaceResolver::is_stranger(std::uint32_t code, std::uint64_t name) const {
  std::uint32_t other = 0;
  float weight = 0;
  for (const Owned& e : evidence_) {
    if (e.name == name || e.evidence.region != 0) continue;
    if (e.evidence.code == code || (other != 0 && e.evidence.code != other)) return false;
    other = e.evidence.code, weight += e.evidence.weight;
  }
  return weight >= 2.0F;
}

}  // namespace masudi::coding
