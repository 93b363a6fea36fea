// SPDX-License-Identifier: Apache-2.0
#include "coding/place_resolver.h"

#include <algorithm>
#include <cmath>

#include "coding/place_prior.h"

namespace masudi::coding {
namespace {

using knowledge::CountryRecord;
using knowledge::PlaceRecord;
using knowledge::PlaceSort;
using KnownKind = knowledge::NameKind;

constexpr std::size_t kMostAnchors = 64;      // keeps the work linear in the names of a document
constexpr std::size_t kMostCandidates = 400;  // of one name; the largest come first where it matters little
constexpr std::size_t kMostEvidence = 256;
constexpr std::uint32_t kMostTogether = 32;  // mentions of one name that are looked at
constexpr std::uint32_t kMostApart = 100;    // mentions of one name that are judged alone
constexpr float kInside = 5.0F;              // Y in "X, Y" holds X
constexpr float kSure = 1.5F;                // a margin from which on a choice counts in full

// "The United States and Jordan": whether "and" joins a name to that of a country.
bool is_joined_to_country(const Context& context, const PlaceMention& m) {
  const Tree& tree = context.tree;
  const auto is_country = [&](TokenIndex t) {
    const NameMatch* match = t == kNoToken ? nullptr : context.names.at(t);
    const auto* ref = match == nullptr ? nullptr : context.names.meaning(*match, KnownKind::country);
    return ref != nullptr && context.knowledge.countries()[ref->id].ambiguous == 0;
  };
  for (TokenIndex t = m.first; t < m.last; ++t) {
    if (tree.relation(t) == Relation::conj && is_country(tree.head(t))) return true;
    for (TokenIndex c : tree.children(t)) {
      if (tree.relation(c) == Relation::conj && is_country(c)) return true;
    }
  }
  return false;
}

}  // namespace

void PlaceResolver::resolve(const Context& context, const PlaceFinder& finder) {
  const auto mentions = finder.mentions();
  const auto n = static_cast<std::uint32_t>(mentions.size());
  choices_.assign(n, kUnknownPlace);
  margins_.assign(n, 0);
  contained_in_.assign(n, kNoMention);
  order_.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    order_[i] = i;
    if (mentions[i].container != kNoMention) contained_in_[mentions[i].container] = i;
  }
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return mentions[a].name < mentions[b].name; });
  read_peoples(context);
  for (int round = 0; round < 3; ++round) {
    gather(context, finder, round == 0);
    choose(context, finder);
  }
  drop_contradictions(context, finder);
  drop_foreigners(context, finder);
  drop_strangers(context, finder);
}

// The countries that adjectives and demonyms name.
void PlaceResolver::read_peoples(const Context& context) {
  peoples_.clear();
  for (const NameMatch& match : context.names.all()) {
    for (const auto& ref : context.names.refs(match)) {
      if (ref.kind != KnownKind::adjective && ref.kind != KnownKind::demonym) continue;
      peoples_.push_back({context.knowledge.countries()[ref.id].code.offset, 0, 0.7F});
      break;
    }
  }
}

void PlaceResolver::add_evidence(std::uint32_t code, std::uint32_t region, float weight, std::uint64_t name) {
  if (code == 0) return;
  for (Owned& e : evidence_) {
    if (e.evidence.code == code && e.evidence.region == region && e.name == name) {
      e.evidence.weight += weight;
      return;
    }
  }
  if (evidence_.size() < kMostEvidence) evidence_.push_back({{code, region, weight}, name});
}

// Countries and regions named so far, and the points that were settled.
void PlaceResolver::gather(const Context& context, const PlaceFinder& finder, bool first_round) {
  evidence_.clear();
  anchors_.clear();
  countries_.clear();
  for (const Evidence& e : peoples_) add_evidence(e.code, 0, e.weight, 0);
  const auto mentions = finder.mentions();
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const auto candidates = finder.candidates(mentions[i]);
    if (first_round) {
      // Only what can be but one thing.
      if (candidates.empty() || !candidates[0].country || candidates[0].risky ||
          country_of(context, candidates[0]).ambiguous)
        continue;
      const CountryRecord& named = country_of(context, candidates[0]);
      add_evidence(named.code.offset, 0, 1.0F, mentions[i].name);
      add_anchor(countries_, named.latitude, named.longitude, mentions[i].name);
      continue;
    }
    if (choices_[i] == kUnknownPlace) continue;
    const PlaceCandidate& x = candidates[choices_[i]];
    const float weight = margins_[i] >= kSure ? 1.0F : 0.4F;
    add_evidence(country_code(context, x), 0, weight, mentions[i].name);
    if (x.country) {
      add_anchor(countries_, country_of(context, x).latitude, country_of(context, x).longitude, mentions[i].name);
      continue;
    }
    const PlaceRecord& p = place_of(context, x);
    if (p.admin1.size != 0) add_evidence(country_code(context, x), p.admin1.offset, weight, mentions[i].name);
    const bool point = p.sort != PlaceSort::water && !(p.sort == PlaceSort::region && p.country.size == 0);
    if (point && margins_[i] >= 0.5F) add_anchor(anchors_, p.latitude, p.longitude, mentions[i].name);
  }
}

void PlaceResolver::add_anchor(std::vector<Anchor>& anchors, float latitude, float longitude, std::uint64_t name) {
  if (anchors.size() >= kMostAnchors) return;
  const bool known = std::any_of(anchors.begin(), anchors.end(), [&](const Anchor& a) { return a.name == name; });
  if (!known) anchors.push_back({latitude, longitude, name});
}

float PlaceResolver::weight_of(std::uint32_t code, std::uint32_t region, std::uint64_t without) const {
  float sum = 0;
  for (const Owned& e : evidence_) {
    if (e.evidence.code == code && e.evidence.region == region && e.name != without) sum += e.evidence.weight;
  }
  return sum;
}

// "X, Y": whether this X lies in some Y. For a Y: whether there is an X before it that lies in it.
float PlaceResolver::fits_container(const Context& context, const PlaceFinder& finder, std::uint32_t mention,
                                    const PlaceCandidate& x) const {
  const auto mentions = finder.mentions();
  const auto lies_in = [&](const PlaceCandidate& inner, const PlaceCandidate& outer) {
    if (inner.country || (!outer.country && outer.id == inner.id)) return false;
    const PlaceRecord& p = place_of(context, inner);
    if (outer.country) return p.country.size != 0 && p.country.offset == country_of(context, outer).code.offset;
    const PlaceRecord& q = place_of(context, outer);
    if (q.sort == PlaceSort::admin1) {
      return p.sort != PlaceSort::admin1 && p.country.offset == q.country.offset && p.admin1.size != 0 &&
             p.admin1.offset == q.name.offset;
    }
    if (q.sort == PlaceSort::city && p.sort != PlaceSort::part && p.sort != PlaceSort::site && q.population < 100000)
      return false;
    if (q.country.size != 0 && p.country.size != 0 && p.country.offset != q.country.offset) return false;
    const float reach = q.sort == PlaceSort::city ? 40.0F : q.sort == PlaceSort::district ? 80.0F : 250.0F;
    return kilometres(p.latitude, p.longitude, q.latitude, q.longitude) < reach;
  };
  float value = 0;
  if (const std::uint32_t outer = mentions[mention].container; outer != kNoMention) {
    // An earlier country in a list of countries ("Turkey, Georgia and Iran") is no town.
    const auto own = finder.candidates(mentions[mention]);
    const bool listed = !own.empty() && own[0].country && !own[0].risky;
    for (const PlaceCandidate& o : finder.candidates(mentions[outer])) {
      if (!lies_in(x, o)) continue;
      value = std::max(value, listed                                                        ? 2.0F
                              : o.country || place_of(context, o).sort == PlaceSort::admin1 ? kInside
                                                                                            : 3.0F);
    }
  }
  if (const std::uint32_t inner = contained_in_[mention]; inner != kNoMention) {
    for (const PlaceCandidate& i : finder.candidates(mentions[inner])) {
      if (lies_in(i, x) && !finder.candidates(mentions[inner])[0].country) {
        value = std::max(value, std::min(3.0F, prior(context, i) - 1.0F));
      }
    }
  }
  return value;
}

// What one mention's neighbours say.
float PlaceResolver::score_of_surroundings(const Context& context, const PlaceFinder& finder, std::uint32_t mention,
                                           const PlaceCandidate& x) const {
  const PlaceMention& m = finder.mentions()[mention];
  float value = fits_container(context, finder, mention, x);
  const PlaceSort sort = x.country ? PlaceSort::region : place_of(context, x).sort;
  if (x.country && country_of(context, x).ambiguous != 0 && is_joined_to_country(context, m)) value += 2.5F;
  if ((m.hints & kHintRegion) != 0) {
    if (!x.country && (sort == PlaceSort::admin1 || sort == PlaceSort::district || sort == PlaceSort::region))
      value += 2.5F;
    if (x.country) value -= 2.0F;
  }
  if ((m.hints & kHintTown) != 0) {
    if (!x.country && (sort == PlaceSort::city || sort == PlaceSort::part)) value += 1.5F;
    if (x.country || sort == PlaceSort::admin1) value -= 2.0F;
  }
  // "the Syrian city of X", "Iraq's northern town of X".
  const Sentence& s = context.analysis.sentences[context.tree.sentence(m.first)];
  const TokenIndex from = m.first - s.first > 7 ? m.first - 7 : s.first;
  for (TokenIndex t = m.first; t-- > from;) {
    if (context.tree.upos(t) == Upos::punct || context.tree.is_verb(t)) break;
    const NameMatch* match = context.names.at(t);
    if (match == nullptr) continue;
    for (const auto& ref : context.names.refs(*match)) {
      if (ref.kind != KnownKind::adjective && ref.kind != KnownKind::country) continue;
      if (context.knowledge.countries()[ref.id].code.offset == country_code(context, x) && !x.country) value += 1.5F;
      break;
    }
    break;
  }
  return value;
}

float PlaceResolver::score(const Context& context, const PlaceFinder& finder, std::uint32_t mention,
                           const PlaceCandidate& x, std::uint32_t group_first, std::uint32_t group_last,
                           bool apart) const {
  const auto mentions = finder.mentions();
  const std::uint64_t name = mentions[mention].name;
  const std::uint32_t code = country_code(context, x);
  float value = prior(context, x);
  // A small town is hardly made likelier by its country's being named: there are too many of them.
  const bool town =
      !x.country && (place_of(context, x).sort == PlaceSort::city || place_of(context, x).sort == PlaceSort::part);
  const float people = town ? std::log10(static_cast<float>(place_of(context, x).population) + 100.0F) : 6.0F;
  const float trust = std::clamp(people / 6.0F, 0.5F, 1.0F);
  const auto saturate = [](float weight, float most) { return most * (1.0F - std::exp(-weight / 1.2F)); };
  if (code != 0 && !x.country) value += trust * saturate(weight_of(code, 0, name), 1.9F);
  if (x.country && (x.risky || country_of(context, x).ambiguous != 0))
    value += saturate(weight_of(code, 0, name), 1.5F);
  if (!x.country) {
    const PlaceRecord& p = place_of(context, x);
    if (p.admin1.size != 0) value += trust * saturate(weight_of(code, p.admin1.offset, name), 1.0F);
    float nearest = 20000.0F;
    for (const Anchor& a : anchors_) {
      if (a.name != name) nearest = std::min(nearest, kilometres(a.latitude, a.longitude, p.latitude, p.longitude));
    }
    value += trust * 1.5F * std::exp(-nearest / 250.0F);
  } else {
    // Georgia beside Azerbaijan, Jordan beside Syria.
    if (x.risky || country_of(context, x).ambiguous != 0) {
      // "Georgia", where Georgians or something Georgian stands in the text.
      if (std::ranges::any_of(peoples_, [&](const Evidence& e) { return e.code == code; })) value += 1.5F;
      const CountryRecord& own = country_of(context, x);
      float nearest = 20000.0F;
      for (const Anchor& a : countries_) {
        if (a.name != name)
          nearest = std::min(nearest, kilometres(a.latitude, a.longitude, own.latitude, own.longitude));
      }
      value += 1.5F * std::exp(-nearest / 800.0F);
    }
  }
  if (apart) return value + score_of_surroundings(context, finder, mention, x);
  float around = 0;
  for (std::uint32_t g = group_first; g < std::min(group_last, group_first + kMostTogether); ++g) {
    const float one = score_of_surroundings(context, finder, order_[g], x);
    if (std::abs(one) > std::abs(around)) around = one;
  }
  return value + around;
}

PlaceResolver::Choice PlaceResolver::best_of(const Context& context, const PlaceFinder& finder,
                                             std::uint32_t group_first, std::uint32_t group_last, bool apart) const {
  const std::uint32_t mention = order_[group_first];
  const auto candidates = finder.candidates(finder.mentions()[mention]);
  Choice choice{kUnknownPlace, 0};
  float best = 0, second = 0;
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(std::min(candidates.size(), kMostCandidates)); ++i) {
    const float value = score(context, finder, mention, candidates[i], group_first, group_last, apart);
    if (choice.best == kUnknownPlace || value > best) {
      second = choice.best == kUnknownPlace ? value - 3.0F : best;
      best = value, choice.best = i;
    } else {
      second = std::max(second, value);
    }
  }
  choice.margin = best - second;
  return choice;
}

void PlaceResolver::choose(const Context& context, const PlaceFinder& finder) {
  const auto mentions = finder.mentions();
  for (std::uint32_t first = 0, last = 0; first < order_.size(); first = last) {
    while (last < order_.size() && mentions[order_[last]].name == mentions[order_[first]].name) ++last;
    const Choice together = best_of(context, finder, first, last, false);
    for (std::uint32_t g = first; g < last; ++g) {
      const PlaceMention& m = mentions[order_[g]];
      // A mention of the name may have other candidates than the first ("the camp" behind it rules some out).
      const bool same = m.candidates == mentions[order_[first]].candidates;
      Choice choice = same ? together : best_of(context, finder, g, g + 1, true);
      // A name that says itself where it lies, or of what kind it is, is judged alone.
      const bool own = m.container != kNoMention || contained_in_[order_[g]] != kNoMention ||
                       (m.hints & (kHintRegion | kHintTown)) != 0;
      if (own && last - first > 1 && g - first < kMostApart) {
        const Choice alone = best_of(context, finder, g, g + 1, true);
        if (alone.margin > 1.0F) choice = alone;
      }
      choices_[order_[g]] = m.candidates == 0 ? kUnknownPlace : choice.best;
      margins_[order_[g]] = choice.margin;
    }
  }
}

}  // namespace masudi::coding
