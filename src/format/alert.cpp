// SPDX-License-Identifier: Apache-2.0
#include "format/alert.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "format/xml.h"

namespace masudi::format {
namespace {

using Json = nlohmann::ordered_json;

std::string moment(Date day) { return to_string(day) + "T00:00:00Z"; }

// The lines of what is behind it.
std::string content_of(const Alert& alert) {
  std::string out;
  for (const Alert::Behind& one : alert.behind) out += fmt::format("{} [{}]\n", one.summary, one.id);
  const auto left_out = alert.incidents - static_cast<std::int64_t>(alert.behind.size());
  if (left_out > 0) out += fmt::format("and {} more before these\n", left_out);
  return out;
}

}  // namespace

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

std::string alert_feed(std::span<const Alert> alerts, std::string_view name) {
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  Date last;
  for (const Alert& alert : alerts) last = std::max(last, alert.day);
  out += fmt::format("<id>urn:masudi:alerts{}{}</id>\n", name.empty() ? "" : ":", xml_escaped(name));
  out += fmt::format("<title>masudi alerts{}{}</title>\n", name.empty() ? "" : ": ", xml_escaped(name));
  out += fmt::format("<updated>{}</updated>\n<author><name>masudi</name></author>\n", moment(last));
  for (const Alert& alert : alerts) {
    out += fmt::format("<entry>\n<id>urn:masudi:alert:{}</id>\n<title>{}: {}</title>\n<updated>{}</updated>\n",
                       xml_escaped(alert.id), xml_escaped(alert.search), xml_escaped(alert.title), moment(alert.day));
    out += fmt::format("<content type=\"text\">{}</content>\n</entry>\n", xml_escaped(content_of(alert)));
  }
  return out + "</feed>\n";
}

}  // namespace masudi::format
