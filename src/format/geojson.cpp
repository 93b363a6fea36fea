// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "format/dataset_fields.h"
#include "format/datasets.h"
#include "format/labels.h"

namespace masudi::format {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double degrees) { return std::round(degrees * 1e4) / 1e4; }

Json geometry_of(const Event& e) {
  if (e.places.empty() || !e.places.front().position) return nullptr;
  const auto [lat, lon] = *e.places.front().position;
  return {{"type", "Point"}, {"coordinates", {rounded(lon), rounded(lat)}}};
}

// Flat values only, so that every map program shows them.
Json properties_of(const Event& e, const Document& d) {
  Json out = Json::object();
  const auto set = [&](const char* key, const std::string& value) {
    if (!value.empty()) out[key] = value;
  };
  const auto parties = [&](const std::vector<Party>& all) {
    return join(all, "; ", [&](const Party& p) { return label(p, d.text); });
  };
  set("doc_id", d.id);
  if (e.date) set("date", to_string(*e.date));
  if (e.enddate) set("enddate", to_string(*e.enddate));
  set("event", std::string(name(e.type)));
  set("mode", join(e.modes, "; ", [](const std::string& mode) { return mode; }));
  set("status", std::string(name(e.status)));
  set("actor", parties(e.actors));
  set("recipient", parties(e.recipients));
  if (!e.places.empty()) {
    set("place", e.places.front().name);
    set("country", e.places.front().country);
    set("precision", std::string(name(e.places.front().precision)));
  }
  set("quantities", quantities(e));
  set("attribution", join(e.attribution, "; ", [&](const Voice& v) { return who(v.party, d.text); }));
  set("published", to_string(d.date));
  set("source", d.source);
  set("url", d.url);
  out["confidence"] = std::round(e.confidence * 1000) / 1000;
  set("sentence", std::string(e.sentence_span.in(d.text)));
  return out;
}

class GeoJsonWriter final : public Writer {
 public:
  void head(std::string& out) const override { out += "{\"type\":\"FeatureCollection\",\"features\":[\n"; }
  std::string_view between() const override { return ",\n"; }
  void tail(const Totals&, std::string& out) const override { out += "\n]}\n"; }

  void write(const Findings& f, std::string& out) const override {
    bool is_first = true;
    for (const Event& e : f.events) {
      if (!is_first) out += between();
      is_first = false;
      const Json feature = {{"type", "Feature"},
                            {"id", e.id},
                            {"geometry", geometry_of(e)},
                            {"properties", properties_of(e, f.document)}};
      out += feature.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
  }
};

}  // namespace

std::unique_ptr<Writer> geojson_writer() { return std::make_unique<GeoJsonWriter>(); }

}  // namespace masudi::format
