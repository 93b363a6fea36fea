// SPDX-License-Identifier: Apache-2.0
#include "format/cards.h"

#include <fmt/format.h>

#include "format/card_json.h"
#include "format/labels.h"

namespace masudi::format {
namespace {

Json parties_json(const std::vector<IncidentCard::Party>& parties) {
  Json out = Json::array();
  for (const auto& party : parties) {
    Json one = {{"name", card_name(party)}, {"code", party.code}};
    set_known(one, "sector", party.sector);
    out.push_back(std::move(one));
  }
  return out;
}

Json place_json(const std::optional<IncidentCard::Spot>& place) {
  if (!place) return nullptr;
  Json out = {{"name", place->name}, {"country", place->country}};
  set_known(out, "admin1", place->admin1);
  out["lat"] = place->position ? Json(rounded_degrees(place->position->first)) : Json(nullptr);
  out["lon"] = place->position ? Json(rounded_degrees(place->position->second)) : Json(nullptr);
  out["precision"] = place->precision;
  return out;
}

std::string names(const std::vector<IncidentCard::Party>& parties) { return join(parties, "; ", card_name); }

Json feature(const IncidentCard& card) {
  Json out = {{"type", "Feature"}, {"id", card.id}, {"geometry", nullptr}};
  if (card.place && card.place->position) {
    const auto [lat, lon] = *card.place->position;
    out["geometry"] = {{"type", "Point"}, {"coordinates", {rounded_degrees(lon), rounded_degrees(lat)}}};
  }
  Json& flat = out["properties"] = Json::object();
  flat["date"] = card.date, flat["enddate"] = card.enddate, flat["event"] = card.type;
  set_known(flat, "mode", card.mode), set_known(flat, "status", card.status), set_known(flat, "verdict", card.verdict);
  set_known(flat, "actor", names(card.actors)), set_known(flat, "recipient", names(card.recipients));
  if (card.place) {
    set_known(flat, "place", card.place->name), set_known(flat, "country", card.place->country);
    set_known(flat, "precision", card.place->precision);
  }
  flat["reports"] = card.reports, flat["origins"] = card.origins;
  set_known(flat, "reasoning", card.reasoning), set_known(flat, "sentence", card.first.sentence);
  set_known(flat, "url", card.first.url);
  return out;
}

}  // namespace

std::string card_name(const IncidentCard::Party& party) {
  if (!party.name.empty()) return party.name;
  if (!party.words.empty()) return party.words;
  return party.code.empty() || party.sector.empty() ? party.code + party.sector : party.code + ' ' + party.sector;
}

std::string card_title(const IncidentCard& card) {
  std::string out = card.type;
  if (!card.mode.empty()) out += ' ' + card.mode;
  if (!card.actors.empty()) out += ": " + names(card.actors);
  if (!card.recipients.empty()) out += (card.actors.empty() ? ": → " : " → ") + names(card.recipients);
  if (card.place && !card.place->name.empty()) out += ", " + card.place->name;
  return out;
}

Json card_json(const IncidentCard& card) {
  Json out = {
      {"id", card.id},
      {"date", card.date},
      {"enddate", card.enddate},
      {"type", card.type},
      {"mode", known_or_null(card.mode)},
      {"status", card.status},
      {"verdict", card.verdict},
      {"title", card_title(card)},
      {"place", place_json(card.place)},
      {"actors", parties_json(card.actors)},
      {"recipients", parties_json(card.recipients)},
      {"via", parties_json(card.via)},
      {"mentions", card.mentions},
      {"reports", card.reports},
      {"origins", card.origins},
      {"origin_names", card.origin_names},
      {"first_published", card.first_published},
      {"last_published", card.last_published},
      {"first_report",
       {{"id", card.first.id}, {"title", card.first.title}, {"source", card.first.source}, {"url", card.first.url}}},
      {"sentence", card.first.sentence},
      {"reasoning", card.reasoning}};
  return out;
}

std::string cards_json(std::span<const IncidentCard> cards, std::string_view cursor) {
  Json list = Json::array();
  for (const IncidentCard& card : cards) list.push_back(card_json(card));
  return dump({{"incidents", std::move(list)}, {"next", known_or_null(cursor)}}) + '\n';
}

std::string cards_jsonl(std::span<const IncidentCard> cards) {
  std::string out;
  for (const IncidentCard& card : cards) out += dump(card_json(card)) + '\n';
  return out;
}

std::string features_geojson(std::span<const IncidentCard> cards) {
  std::string out;
  for (std::size_t i = 0; i < cards.size(); ++i) out += (i == 0 ? "" : ",\n") + dump(feature(cards[i]));
  return out;
}

}  // namespace masudi::format
