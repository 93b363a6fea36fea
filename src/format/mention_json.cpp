// SPDX-License-Identifier: Apache-2.0
#include "format/mention_json.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "format/labels.h"

namespace masudi::format {
namespace {

struct Mark {
  Span span;
  const char* role;
};

void mark_parties(const std::vector<Party>& parties, const char* role, std::vector<Mark>& marks) {
  for (const Party& party : parties) marks.push_back({party.span, role});
}

std::vector<Mark> marks_of(const Event& event) {
  std::vector<Mark> marks;
  if (event.trigger_words.empty()) marks.push_back({event.trigger, "trigger"});
  for (const Span word : event.trigger_words) marks.push_back({word, "trigger"});
  mark_parties(event.actors, "actor", marks);
  mark_parties(event.recipients, "recipient", marks);
  mark_parties(event.via, "via", marks);
  for (const Voice& voice : event.attribution) {
    marks.push_back({voice.party.span, "voice"});
    marks.push_back({voice.cue, "cue"});
  }
  for (const Place& place : event.places) marks.push_back({place.span, "place"});
  std::erase_if(marks, [&](const Mark& m) { return m.span.empty() || !event.sentence_span.contains(m.span); });
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::tuple(a.span.begin, b.span.end) < std::tuple(b.span.begin, a.span.end);
  });
  return marks;
}

Json sentence_json(const Document& document, const Event& event, const utf8::CodePointIndex& index) {
  return {{"text", event.sentence_span.in(document.text)},
          {"start", index.code_points_before(event.sentence_span.begin)},
          {"end", index.code_points_before(event.sentence_span.end)}};
}

Json parties_json(const std::vector<Party>& parties, std::string_view text) {
  Json out = Json::array();
  for (const Party& party : parties) out.push_back({{"name", who(party, text)}, {"code", code_label(party)}});
  return out;
}

Json voices_json(const std::vector<Voice>& voices, std::string_view text) {
  Json out = Json::array();
  for (const Voice& voice : voices) {
    Json one = {{"name", who(voice.party, text)}, {"code", code_label(voice.party)}};
    if (!voice.cue.empty()) one["cue"] = voice.cue.in(text);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

Json document_json(const Document& document) {
  Json out = {{"id", document.id}, {"date", to_string(document.date)}};
  set_known(out, "title", document.title);
  set_known(out, "source", document.source);
  set_known(out, "url", document.url);
  return out;
}

Json mention_json(const Document& document, const Event& event) {
  const utf8::CodePointIndex index(document.text);
  const std::uint32_t begin = index.code_points_before(event.sentence_span.begin);
  Json marks = Json::array();
  for (const Mark& mark : marks_of(event)) {
    marks.push_back({{"start", index.code_points_before(mark.span.begin) - begin},
                     {"end", index.code_points_before(mark.span.end) - begin},
                     {"role", mark.role}});
  }
  return {{"event", event.id},
          {"type", name(event.type)},
          {"modes", event.modes},
          {"date", event.date ? Json(to_string(*event.date)) : Json(nullptr)},
          {"enddate", event.enddate ? Json(to_string(*event.enddate)) : Json(nullptr)},
          {"status", name(event.status)},
          {"confidence", std::round(event.confidence * 1000) / 1000},
          {"document", document_json(document)},
          {"sentence", sentence_json(document, event, index)},
          {"marks", std::move(marks)},
          {"actors", parties_json(event.actors, document.text)},
          {"recipients", parties_json(event.recipients, document.text)},
          {"attribution", voices_json(event.attribution, document.text)},
          {"quantities", quantities(event)},
          {"evidence", {{"entry", event.evidence.entry}, {"paths", event.evidence.paths}}}};
}

}  // namespace masudi::format
