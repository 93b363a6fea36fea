// SPDX-License-Identifier: Apache-2.0
#include "format/alert.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace masudi::format {
namespace {

using Json = nlohmann::ordered_json;

// The lines of what is behind it.
std::string content_of(const Alert& alert) {
  std::string out;
  for (const Alert::Behind& one : alert.behind) out += fmt::format("{} [{}]\n", one.summary, one.id);
  const auto left_out = alert.incidents - static_cast<std::int64_t>(alert.behind.size());
  if (left_out > 0) out += fmt::format("and {} more before these\n", left_out);
  return out;
}

// {"NAME": [...]} of objects that are written already.
template <class Thing>
std::string list_of(std::string_view name, std::span<const Thing> things, std::string (*json_of)(const Thing&)) {
  std::string out;
  for (const Thing& thing : things) out += (out.empty() ? "" : ",") + json_of(thing);
  return fmt::format("{{\"{}\":[{}]}}", name, out);
}

}  // namespace

std::string alerts_json(std::span<const Alert> alerts) { return list_of("alerts", alerts, alert_json); }
std::string searches_json(std::span<const SearchFacts> searches) { return list_of("searches", searches, search_json); }

std::string alert_json(const Alert& alert) {
  Json out = {{"id", alert.id}, {"search", alert.search}, {"day", to_string(alert.day)}};
  if (alert.from) out["from"] = to_string(*alert.from);
  out["title"] = alert.title;
  if (alert.value) out["value"] = *alert.value;
  if (alert.usual) out["usual"] = *alert.usual;
  out["incidents"] = alert.incidents;
  Json& behind = out["behind"] = Json::array();
  for (const Alert::Behind& one : alert.behind) {
    behind.push_back({{"id", one.id}, {"summary", one.summary}, {"reports", one.reports}, {"origins", one.origins}});
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string search_json(const SearchFacts& search) {
  Json out = {{"name", search.name}, {"options", Json::array()}, {"rule", search.rule}, {"on", search.is_on}};
  for (const auto& [name, value] : search.options) out["options"].push_back(Json::array({name, value}));
  if (!search.checked.empty()) out["checked"] = search.checked;
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

AtomFeed alert_feed(std::span<const Alert> alerts, std::string_view name) {
  AtomFeed feed;
  feed.id = "urn:masudi:alerts";
  feed.title = "masudi alerts";
  if (!name.empty()) feed.id += ":" + std::string(name), feed.title += ": " + std::string(name);
  for (const Alert& alert : alerts) {
    feed.entries.push_back({"urn:masudi:alert:" + alert.id, alert.search + ": " + alert.title, to_string(alert.day), "",
                            content_of(alert)});
  }
  return feed;
}

}  // namespace masudi::format
