// SPDX-License-Identifier: Apache-2.0
#include "coding/place_unknown.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>

namespace masudi::coding {
namespace {

// The one country in which the known places lie; empty where there are several.
std::string only_country(std::span<const Toponym> toponyms) {
  std::string country;
  for (const Toponym& t : toponyms) {
    if (!t.resolved || t.place.country.empty()) continue;
    if (!country.empty() && country != t.place.country) return {};
    country = t.place.country;
  }
  return country;
}

// The one country that adjectives of the sentence name; empty where there are several.
std::string only_people(const Context& c, std::uint32_t sentence) {
  std::string country;
  const auto of = [&](const NameMatch& m) { return c.tree.sentence(m.first); };
  for (const NameMatch& match : std::ranges::equal_range(c.names.all(), sentence, {}, of)) {
    const auto* ref = c.names.meaning(match, knowledge::NameKind::adjective);
    if (ref == nullptr) continue;
    const std::string_view code = c.knowledge.text(c.knowledge.countries()[ref->id].code);
    if (!country.empty() && country != code) return {};
    country = code;
  }
  return country;
}

// The country in which most of the known places lie; empty where two are named as often.
std::string foremost_country(std::span<const Toponym> toponyms) {
  std::map<std::string_view, int> named;
  for (const Toponym& t : toponyms) {
    if (t.resolved && !t.place.country.empty()) ++named[t.place.country];
  }
  int most = 0;
  std::string foremost;
  for (const auto& [country, times] : named) {
    if (times >= most) foremost = times > most ? country : std::string_view();
    most = std::max(most, times);
  }
  return foremost;
}

}  // namespace

void place_unknown(const Context& context, std::vector<Toponym>& toponyms) {
  const auto homeless = [](const Toponym& t) { return !t.resolved && t.place.country.empty(); };
  if (std::ranges::none_of(toponyms, homeless)) return;
  const std::string foremost = foremost_country(toponyms);
  const auto sentence_of = [&](const Toponym& t) { return context.tree.sentence(t.first); };
  for (Toponym& t : toponyms) {
    if (!homeless(t)) continue;
    if (t.place.name.starts_with("Kibbutz ") || t.place.name.starts_with("Moshav ")) {
      t.place.country = "ISR";
      continue;
    }
    t.place.country = only_country(std::ranges::equal_range(toponyms, sentence_of(t), {}, sentence_of));
    if (t.place.country.empty()) t.place.country = only_people(context, sentence_of(t));
    if (t.place.country.empty()) t.place.country = foremost;
  }
}

}  // namespace masudi::coding
