// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hash.h"
#include "format/dataset_fields.h"
#include "format/datasets.h"
#include "format/labels.h"

// Source of the layout: STIX 2.1, OASIS Standard, 2021: identity, incident, location and relationship objects.
namespace masudi::format {
namespace {

using Json = nlohmann::ordered_json;

// "identity--xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx", made of the words alone.
std::string stix_id(std::string_view type, std::string_view words) {
  constexpr std::uint64_t kOtherSeed = 0x9e3779b97f4a7c15ULL;
  constexpr std::uint64_t kVersion = 0x4000, kVersionMask = 0xF000;
  constexpr std::uint64_t kVariant = 0x8000000000000000ULL, kVariantMask = 0xC000000000000000ULL;
  std::uint64_t high = hash_bytes(words, hash_bytes(type));
  std::uint64_t low = hash_mix(hash_bytes(words, hash_bytes(type, kOtherSeed)), words.size());
  high = (high & ~kVersionMask) | kVersion;
  low = (low & ~kVariantMask) | kVariant;
  return fmt::format("{}--{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", type, high >> 32, high >> 16 & 0xFFFF, high & 0xFFFF,
                     low >> 48, low & 0xFFFFFFFFFFFFULL);
}

Json object(std::string_view type, const std::string& id, Date published) {
  const std::string moment = to_string(published) + "T00:00:00.000Z";
  return {{"type", type}, {"spec_version", "2.1"}, {"id", id}, {"created", moment}, {"modified", moment}};
}

class StixWriter final : public Writer {
 public:
  void head(std::string& out) const override {
    out += "{\"type\":\"bundle\",\"id\":\"" + stix_id("bundle", "masudi") + "\",\"objects\":[\n";
  }
  std::string_view between() const override { return ",\n"; }
  void tail(const Totals&, std::string& out) const override { out += "\n]}\n"; }

  void write(const Findings& f, std::string& out) const override {
    const std::lock_guard lock(mutex_);
    const std::size_t begin = out.size();
    const auto add = [&](const Json& json) {
      if (!written_.insert(json["id"]).second) return;
      if (out.size() > begin) out += between();
      out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
    };
    for (const Event& e : f.events) event(e, f.document, add);
  }

 private:
  template <class Add>
  static void event(const Event& e, const Document& d, const Add& add) {
    const std::string id = stix_id("incident", e.id);
    Json incident = object("incident", id, d.date);
    incident["name"] = type_and_modes(e) + (e.date ? " " + days(e) : "");
    incident["description"] = std::string(e.sentence_span.in(d.text));
    incident["confidence"] = static_cast<int>(std::lround(e.confidence * 100));
    incident["labels"] = {std::string(name(e.status))};
    Json reference = {{"source_name", d.source.empty() ? d.id : d.source}, {"external_id", d.id}};
    if (!d.url.empty()) reference["url"] = d.url;
    incident["external_references"] = Json::array({reference});
    add(incident);
    for (const Party& party : e.actors) identity(party, id, "actor", d, add);
    for (const Party& party : e.recipients) identity(party, id, "recipient", d, add);
    for (const Place& place : e.places) location(place, id, d, add);
  }

  template <class Add>
  static void identity(const Party& party, const std::string& event, std::string_view role, const Document& d,
                       const Add& add) {
    const std::string name = name_of(party, d.text);
    const std::string codes = code_label(party);
    if (name.empty() && codes.empty()) return;
    const std::string id = stix_id("identity", party.name.empty() ? codes + '\n' + name : party.name);
    Json out = object("identity", id, d.date);
    out["name"] = name.empty() ? codes : name;
    if (!codes.empty()) out["description"] = codes;
    add(out);
    add(relation(event, id, role, d.date));
  }

  template <class Add>
  static void location(const Place& place, const std::string& event, const Document& d, const Add& add) {
    if (!place.position) return;  // STIX wants a position, a region or an alpha-2 code, and we have none of these
    const std::string id = stix_id("location", fmt::format("{}\n{}\n{}", place.name, place.admin1, place.country));
    Json out = object("location", id, d.date);
    out["name"] = place.name;
    out["latitude"] = std::round(place.position->first * 1e4) / 1e4;
    out["longitude"] = std::round(place.position->second * 1e4) / 1e4;
    if (!place.admin1.empty()) out["administrative_area"] = place.admin1;
    add(out);
    add(relation(event, id, "place", d.date));
  }

  static Json relation(const std::string& from, const std::string& to, std::string_view role, Date published) {
    Json out = object("relationship", stix_id("relationship", fmt::format("{} {} {}", from, role, to)), published);
    out["relationship_type"] = "related-to";
    out["description"] = role;
    out["source_ref"] = from;
    out["target_ref"] = to;
    return out;
  }

  // An object may stand in a bundle once: what was written is remembered, for one output a writer.
  mutable std::mutex mutex_;
  mutable std::set<std::string> written_;
};

}  // namespace

std::unique_ptr<Writer> stix_writer() { return std::make_unique<StixWriter>(); }

}  // namespace masudi::format
