// SPDX-License-Identifier: Apache-2.0
// Reports for the unit tests of this folder.
#pragma once

#include <string>
#include <vector>

#include "record/digest.h"
#include "record/words.h"

namespace masudi::record::testing {

inline Date day(const char* text) { return *parse_date(text); }

inline Mention attack(const char* on, const std::string& town, const std::string& sentence) {
  Mention m;
  m.type = EventType::assault;
  m.first = m.last = day(on);
  m.actors = {{"SOM", "REB", "Al-Shabaab", "al-Shabaab fighters"}};
  m.recipients = {{"SOM", "MIL", "", "soldiers"}};
  const std::pair<double, double> position = town == "Kismayo" ? std::pair(-0.36, 42.55) : std::pair(3.11, 43.65);
  m.places = {{town, "SOM", "", position, 0, Precision::city}};
  m.trigger = "attacked";
  m.words = telling_words(sentence);
  m.names = telling_names(sentence);
  m.passage = shingles_of(sentence);
  return m;
}

inline Teller says(const std::string& code, const std::string& sector, const std::string& words,
                   const std::string& name = "") {
  return {{code, sector, name, words}, "said"};
}

inline Digest report(const std::string& id, const std::string& outlet, const char* on, const std::string& text,
                     std::vector<Mention> mentions) {
  Digest d;
  d.id = id, d.outlet = outlet, d.published = day(on);
  d.sketch = sketch(text);
  d.mentions = std::move(mentions);
  for (std::uint32_t i = 0; i < d.mentions.size(); ++i) d.mentions[i].event = i;
  return d;
}

// A report of one sentence about one attack, with the voices that it names.
inline Digest dispatch(const std::string& id, const std::string& outlet, const char* on, const char* happened,
                       const std::string& town, const std::string& sentence, std::vector<Teller> voices = {}) {
  Mention m = attack(happened, town, sentence);
  m.voices = std::move(voices);
  return report(id, outlet, on, sentence, {m});
}

}  // namespace masudi::record::testing
