// SPDX-License-Identifier: Apache-2.0
#include "record/digest.h"

#include <algorithm>

#include "record/outlets.h"
#include "record/spoken.h"
#include "record/words.h"

namespace masudi::record {
namespace {

Who who(const Party& party, std::string_view text) {
  return {party.code, party.sectors.empty() ? std::string() : party.sectors.front(), party.name,
          std::string(party.span.in(text))};
}

std::vector<Who> all(const std::vector<Party>& parties, std::string_view text) {
  std::vector<Who> out;
  out.reserve(parties.size());
  for (const Party& party : parties) out.push_back(who(party, text));
  return out;
}

// A sentence that takes back what was reported before. Source: the wording of corrections in AP's news values,
// https://www.ap.org/about/news-values-and-principles/ (correction, retraction, withdrawal).
bool takes_back(std::string_view sentence) {
  bool withdraws = false;
  bool report = false;
  for (WordWalk walk(sentence); walk.next();) {
    const std::string& word = walk.word();
    if (word.starts_with("retract")) return true;
    withdraws |= word.starts_with("withdraw") || word == "withdrew" || word == "correction" || word == "corrects";
    report |= word == "report" || word == "reports" || word == "story" || word == "article";
    if (withdraws && report) return true;
  }
  return false;
}

// Who tells says nothing of what happened: two statements of one ministry are alike by its name alone.
void leave_out_voices(Mention& m) {
  for (const Teller& teller : m.voices) {
    const std::vector<std::uint32_t> own = telling_words(teller.who.words);
    const auto is_own = [&](std::uint32_t word) { return std::binary_search(own.begin(), own.end(), word); };
    std::erase_if(m.words, is_own);
    std::erase_if(m.names, is_own);
  }
}

Mention mention(const Event& event, std::uint32_t index, const Document& document) {
  const std::string_view text = document.text;
  Mention out;
  out.event = index;
  out.type = event.type;
  out.status = event.status;
  out.modes = event.modes;
  out.actors = all(event.actors, text);
  out.recipients = all(event.recipients, text);
  out.via = all(event.via, text);
  for (const Voice& voice : event.attribution)
    out.voices.push_back({who(voice.party, text), std::string(voice.cue.in(text))});
  for (const Place& p : event.places)
    out.places.push_back({p.name, p.country, p.admin1, p.position, p.geonames_id, p.precision});
  out.first = event.date.value_or(document.date);
  out.last = std::max(out.first, event.enddate.value_or(out.first));
  out.sizes = event.sizes;
  for (const Force& force : event.forces) out.forces.push_back({force.count, force.what});
  out.trigger = event.trigger.in(text);
  const std::string_view sentence = event.sentence_span.in(text);
  out.words = telling_words(sentence);
  out.names = telling_names(sentence);
  out.passage = shingles_of(sentence);
  out.sentence = event.sentence;
  out.confidence = event.confidence;
  const bool told = event.status == Status::actual || event.status == Status::negated;
  if (const auto day = day_said(sentence, document.date);
      day && told && out.first == document.date && out.last == out.first) {
    out.first = out.last = *day;
  }
  if (out.voices.empty()) {
    if (auto voice = spoken_by(sentence)) out.voices.push_back(std::move(*voice));
  }
  leave_out_voices(out);
  out.denied_by = denied_by(sentence, event.trigger.begin - event.sentence_span.begin);
  out.retracted = takes_back(sentence);
  return out;
}

}  // namespace

Digest digest(const Report& report) {
  const Document& document = report.document;
  Digest out;
  out.id = document.id;
  out.outlet = outlet_of(document);
  out.published = document.date;
  out.url = document.url;
  out.authors = document.authors;
  Provenance provenance = provenance_of(report);
  out.agencies = std::move(provenance.agencies);
  out.contributors = std::move(provenance.contributors);
  out.sketch = sketch(document.text);
  for (std::uint32_t i = 0; i < report.events.size(); ++i)
    out.mentions.push_back(mention(report.events[i], i, document));
  return out;
}

}  // namespace masudi::record
