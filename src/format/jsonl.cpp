// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "format/writer.h"

namespace masudi::format {
namespace {

using Json = nlohmann::ordered_json;

// Shared by all events of a document: its text, and how to count in it.
struct Context {
  const Document& document;
  utf8::CodePointIndex index;

  std::string text(Span span) const { return std::string(span.in(document.text)); }
  std::uint32_t at(std::uint32_t byte) const { return index.code_points_before(byte); }
};

Json list() { return Json::array(); }

void set_known(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}

Json party_of(const Party& party, const Context& context) {
  Json out = Json::object();
  set_known(out, "code", party.code);
  if (!party.sectors.empty()) out["sector"] = party.sectors;
  if (!party.span.empty()) out["entity_text"] = context.text(party.span);
  set_known(out, "identifier_text", party.name);
  set_known(out, "sponsor", party.sponsor);
  set_known(out, "office", party.office);
  if (!party.span.empty()) {
    out["start"] = context.at(party.span.begin);
    out["end"] = context.at(party.span.end);
  }
  return out;
}

Json parties_of(const std::vector<Party>& parties, const Context& context) {
  Json out = list();
  for (const Party& party : parties) out.push_back(party_of(party, context));
  return out;
}

Json voices_of(const std::vector<Voice>& voices, const Context& context) {
  Json out = list();
  for (const Voice& voice : voices) {
    Json party = party_of(voice.party, context);
    if (!voice.cue.empty()) party["cue"] = context.text(voice.cue);
    out.push_back(std::move(party));
  }
  return out;
}

Json place_of(const Place& place) {
  Json out = Json::object();
  set_known(out, "name", place.name);
  set_known(out, "country", place.country);
  set_known(out, "admin1", place.admin1);
  if (place.position) {
    // Degrees to four decimals, some ten metres: more than the sources know.
    out["lat"] = std::round(place.position->first * 1e4) / 1e4;
    out["lon"] = std::round(place.position->second * 1e4) / 1e4;
  }
  if (place.geonames_id != 0) out["geonames_id"] = place.geonames_id;
  out["precision"] = name(place.precision);
  return out;
}

Json end_of(std::optional<std::int64_t> value) { return value ? Json(*value) : Json(nullptr); }

Json sizes_of(const Event& event) {
  Json out = Json::object();
  for (const Size& size : event.sizes) {
    out[std::string(name(size.measure))] = {end_of(size.range.low), end_of(size.range.high)};
  }
  return out;
}

// A plain number where it is exact, else a range with null for an open end.
Json count_of(const Range& count) {
  if (count.low == count.high) return end_of(count.low);
  return {end_of(count.low), end_of(count.high)};
}

Json forces_of(const Event& event) {
  Json out = list();
  for (const Force& force : event.forces) out.push_back({{"count", count_of(force.count)}, {"what", force.what}});
  return out;
}

Json trigger_of(const Event& event, const Context& context) {
  Json out = list();
  for (const Span word : event.trigger_words) out.push_back(context.text(word));
  if (out.empty()) out.push_back(context.text(event.trigger));
  return out;
}

Json text_info_of(const Event& event, const Context& context) {
  return {{"sequence", event.sentence},
          {"start", context.at(event.trigger.begin)},
          {"end", context.at(event.trigger.end)},
          {"sentence_start", context.at(event.sentence_span.begin)},
          {"sentence_end", context.at(event.sentence_span.end)}};
}

Json event_of(const Event& event, const Context& context, const Json& coder) {
  Json out = Json::object();
  out["id"] = event.id;
  out["doc_id"] = context.document.id;
  if (event.date) out["date"] = to_string(*event.date);
  if (event.enddate) out["enddate"] = to_string(*event.enddate);
  out["event"] = Json::array({name(event.type)});
  out["mode"] = event.modes;
  out["context"] = event.contexts;
  set_known(out, "cameo", event.cameo);
  out["quad_code"] = quad_code(event.type);
  out["event_scale"] = event_scale(event.type);
  out["actor"] = parties_of(event.actors, context);
  out["recipient"] = parties_of(event.recipients, context);
  out["via"] = parties_of(event.via, context);
  out["status"] = name(event.status);
  out["attribution"] = voices_of(event.attribution, context);
  out["quoted"] = event.quoted;
  out["event_loc"] = list();
  for (const Place& place : event.places) out["event_loc"].push_back(place_of(place));
  out["event_text"] = trigger_of(event, context);
  out["size"] = sizes_of(event);
  out["forces"] = forces_of(event);
  out["text_info"] = text_info_of(event, context);
  out["confidence"] = std::round(event.confidence * 1000) / 1000;
  out["evidence"] = {{"entry", event.evidence.entry}, {"paths", event.evidence.paths}};
  out["coder"] = coder;
  return out;
}

Json coder_of(const CoderStamp& stamp) {
  return {{"program", "masudi"}, {"version", stamp.version}, {"model", stamp.model}, {"knowledge", stamp.knowledge}};
}

class JsonlWriter final : public Writer {
 public:
  explicit JsonlWriter(const CoderStamp& stamp) : coder_(coder_of(stamp)) {}

  void write(const Findings& findings, std::string& out) const override {
    if (findings.events.empty()) return;
    const Context context{findings.document, utf8::CodePointIndex(findings.document.text)};
    const Json coder = findings.coder != nullptr ? coder_of(*findings.coder) : coder_;
    for (const Event& event : findings.events) {
      out += event_of(event, context, coder).dump(-1, ' ', false, Json::error_handler_t::replace);
      out += '\n';
    }
  }

 private:
  Json coder_;
};

}  // namespace

std::unique_ptr<Writer> jsonl_writer(CoderStamp stamp) { return std::make_unique<JsonlWriter>(stamp); }

}  // namespace masudi::format
