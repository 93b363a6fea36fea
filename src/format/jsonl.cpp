// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

#include "base/utf8.h"
#include "format/writer.h"

namespace masudi::format {
namespace {

// Writes events key by key, without a tree of them in memory: this is a fifth of the cost of coding a day's news.
class EventJson {
 public:
  explicit EventJson(const Document& document) : document_(document), index_(document.text), json_(buffer_) {}

  // A line of its own.
  void write(const Event& event, const CoderStamp& stamp, std::string& out) {
    buffer_.Clear();
    json_.Reset(buffer_);
    json_.StartObject();
    put("id", event.id);
    put("doc_id", document_.id);
    if (event.date) put("date", to_string(*event.date));
    if (event.enddate) put("enddate", to_string(*event.enddate));
    list("event", std::array{name(event.type)});
    list("mode", event.modes);
    list("context", event.contexts);
    put_known("cameo", event.cameo);
    json_.Key("quad_code"), json_.Int(quad_code(event.type));
    json_.Key("event_scale"), json_.Double(event_scale(event.type));
    parties("actor", event.actors);
    parties("recipient", event.recipients);
    parties("via", event.via);
    put("status", name(event.status));
    voices(event.attribution);
    json_.Key("quoted"), json_.Bool(event.quoted);
    places(event.places);
    trigger(event);
    sizes(event.sizes);
    forces(event.forces);
    text_info(event);
    json_.Key("confidence"), json_.Double(std::round(event.confidence * 1000) / 1000);
    evidence(event.evidence);
    coder(stamp);
    json_.EndObject();
    out.append(buffer_.GetString(), buffer_.GetSize());
    out += '\n';
  }

 private:
  void text(std::string_view s) { json_.String(s.data(), static_cast<rapidjson::SizeType>(s.size())); }
  void put(const char* key, std::string_view value) { json_.Key(key), text(value); }
  void put_known(const char* key, std::string_view value) {
    if (!value.empty()) put(key, value);
  }
  // A byte of the document, as the code points before it.
  void put_at(const char* key, std::uint32_t byte) { json_.Key(key), json_.Uint(index_.code_points_before(byte)); }

  template <class Texts>
  void list(const char* key, const Texts& texts) {
    json_.Key(key);
    json_.StartArray();
    for (const auto& s : texts) text(s);
    json_.EndArray();
  }

  // The members of a party; the object is its user's.
  void party(const Party& party) {
    put_known("code", party.code);
    if (!party.sectors.empty()) list("sector", party.sectors);
    if (!party.span.empty()) put("entity_text", party.span.in(document_.text));
    put_known("identifier_text", party.name);
    put_known("sponsor", party.sponsor);
    put_known("office", party.office);
    if (!party.span.empty()) put_at("start", party.span.begin), put_at("end", party.span.end);
  }

  void parties(const char* key, const std::vector<Party>& all) {
    json_.Key(key);
    json_.StartArray();
    for (const Party& p : all) {
      json_.StartObject();
      party(p);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void voices(const std::vector<Voice>& all) {
    json_.Key("attribution");
    json_.StartArray();
    for (const Voice& voice : all) {
      json_.StartObject();
      party(voice.party);
      if (!voice.cue.empty()) put("cue", voice.cue.in(document_.text));
      json_.EndObject();
    }
    json_.EndArray();
  }

  void places(const std::vector<Place>& all) {
    json_.Key("event_loc");
    json_.StartArray();
    for (const Place& p : all) {
      json_.StartObject();
      put_known("name", p.name);
      put_known("country", p.country);
      put_known("admin1", p.admin1);
      if (p.position) {
        // Degrees to four decimals, some ten metres: more than the sources know.
        json_.Key("lat"), json_.Double(std::round(p.position->first * 1e4) / 1e4);
        json_.Key("lon"), json_.Double(std::round(p.position->second * 1e4) / 1e4);
      }
      if (p.geonames_id != 0) json_.Key("geonames_id"), json_.Uint64(p.geonames_id);
      put("precision", name(p.precision));
      json_.EndObject();
    }
    json_.EndArray();
  }

  void trigger(const Event& event) {
    json_.Key("event_text");
    json_.StartArray();
    for (const Span word : event.trigger_words) text(word.in(document_.text));
    if (event.trigger_words.empty()) text(event.trigger.in(document_.text));
    json_.EndArray();
  }

  void end_of(std::optional<std::int64_t> value) { value ? json_.Int64(*value) : json_.Null(); }

  void range(const Range& r) {
    json_.StartArray();
    end_of(r.low), end_of(r.high);
    json_.EndArray();
  }

  void sizes(const std::vector<Size>& all) {
    json_.Key("size");
    json_.StartObject();
    for (const Size& size : all) text(name(size.measure)), range(size.range);
    json_.EndObject();
  }

  // A plain number where it is exact, else a range with null for an open end.
  void count(const Range& r) { r.low == r.high ? end_of(r.low) : range(r); }

  void forces(const std::vector<Force>& all) {
    json_.Key("forces");
    json_.StartArray();
    for (const Force& force : all) {
      json_.StartObject();
      json_.Key("count"), count(force.count);
      put("what", force.what);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void text_info(const Event& event) {
    json_.Key("text_info");
    json_.StartObject();
    json_.Key("sequence"), json_.Uint64(event.sentence);
    put_at("start", event.trigger.begin), put_at("end", event.trigger.end);
    put_at("sentence_start", event.sentence_span.begin), put_at("sentence_end", event.sentence_span.end);
    json_.EndObject();
  }

  void evidence(const Evidence& evidence) {
    json_.Key("evidence");
    json_.StartObject();
    put("entry", evidence.entry);
    list("paths", evidence.paths);
    json_.EndObject();
  }

  void coder(const CoderStamp& stamp) {
    json_.Key("coder");
    json_.StartObject();
    put("program", "masudi");
    put("version", stamp.version), put("model", stamp.model), put("knowledge", stamp.knowledge);
    json_.EndObject();
  }

  const Document& document_;
  utf8::CodePointIndex index_;
  rapidjson::StringBuffer buffer_{nullptr, 4096};  // room for most events
  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

class JsonlWriter final : public Writer {
 public:
  explicit JsonlWriter(CoderStamp stamp) : stamp_(std::move(stamp)) {}

  void write(const Findings& findings, std::string& out) const override {
    if (findings.events.empty()) return;
    EventJson json(findings.document);
    for (const Event& event : findings.events)
      json.write(event, findings.coder != nullptr ? *findings.coder : stamp_, out);
  }

 private:
  CoderStamp stamp_;
};

}  // namespace

std::unique_ptr<Writer> jsonl_writer(CoderStamp stamp) { return std::make_unique<JsonlWriter>(std::move(stamp)); }

}  // namespace masudi::format
