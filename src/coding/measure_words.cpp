// SPDX-License-Identifier: Apache-2.0
#include "coding/measure_words.h"

#include <algorithm>
#include <array>

namespace masudi::coding {
namespace {

using enum Measure;

constexpr auto kVerbs = std::to_array<MeasureWord>({
    {"apprehend", arrested, false},
    {"arrest", arrested, false},
    {"assassinate", dead, false},
    {"behead", dead, false},
    {"capture", arrested, false},
    {"detain", arrested, false},
    {"die", dead, true},
    {"displace", displaced, false},
    {"evacuate", displaced, false},
    {"execute", dead, false},
    {"flee", displaced, true},
    {"hang", dead, false},
    {"hospitalise", injured, false},
    {"hospitalize", injured, false},
    {"hurt", injured, false},
    {"imprison", arrested, false},
    {"injure", injured, false},
    {"jail", arrested, false},
    {"kill", dead, false},
    {"lynch", dead, false},
    {"maim", injured, false},
    {"martyr", dead, false},
    {"massacre", dead, false},
    {"murder", dead, false},
    {"perish", dead, true},
    {"slaughter", dead, false},
    {"slay", dead, false},
    {"uproot", displaced, false},
    {"wound", injured, false},
});
static_assert(std::ranges::is_sorted(kVerbs, {}, &MeasureWord::lemma));

// Nouns that tell of a harm; who is counted follows "of", or the noun itself is counted ("12 arrests").
constexpr auto kNouns = std::to_array<MeasureWord>({
    {"arrest", arrested, false},
    {"assassination", dead, false},
    {"beheading", dead, false},
    {"death", dead, true},
    {"detention", arrested, false},
    {"displacement", displaced, false},
    {"execution", dead, false},
    {"fatality", dead, true},
    {"injury", injured, true},
    {"killing", dead, false},
    {"murder", dead, false},
    {"slaying", dead, false},
    {"wounding", injured, false},
});
static_assert(std::ranges::is_sorted(kNouns, {}, &MeasureWord::lemma));

template <std::size_t N>
const MeasureWord* find(const std::array<MeasureWord, N>& table, std::string_view lemma) {
  const auto at = std::ranges::lower_bound(table, lemma, {}, &MeasureWord::lemma);
  return at != table.end() && at->lemma == lemma ? &*at : nullptr;
}

}  // namespace

const MeasureWord* measuring_verb(std::string_view lemma) { return find(kVerbs, lemma); }
const MeasureWord* measuring_noun(std::string_view lemma) { return find(kNouns, lemma); }

std::optional<Measure> state_of(std::string_view lemma) {
  if (lemma == "dead") return dead;
  if (lemma == "injured" || lemma == "wounded" || lemma == "hurt") return injured;
  if (lemma == "homeless" || lemma == "displaced") return displaced;
  return std::nullopt;
}

}  // namespace masudi::coding
