// SPDX-License-Identifier: Apache-2.0
#include "format/atom.h"

#include <fmt/format.h>

#include <algorithm>

#include "format/card_json.h"
#include "format/xml.h"

namespace masudi::format {
namespace {

void element(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) out += fmt::format("<{0}>{1}</{0}>\n", name, xml_escaped(text));
}

// Days are all that is known of the time.
std::string moment(std::string_view day) { return fmt::format("{}T00:00:00Z", day.empty() ? "1970-01-01" : day); }

}  // namespace

std::string write_atom(const AtomFeed& feed) {
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  element(out, "id", feed.id);
  element(out, "title", feed.title);
  std::string last;
  for (const AtomEntry& entry : feed.entries) last = std::max(last, entry.day);
  element(out, "updated", moment(last));
  out += "<author><name>masudi</name></author>\n";
  if (!feed.self.empty()) out += fmt::format("<link rel=\"self\" href=\"{}\"/>\n", xml_escaped(feed.self));
  for (const AtomEntry& entry : feed.entries) {
    out += "<entry>\n";
    element(out, "id", entry.id);
    element(out, "title", entry.title.empty() ? entry.id : entry.title);
    element(out, "updated", moment(entry.day));
    if (!entry.link.empty()) out += fmt::format("<link rel=\"alternate\" href=\"{}\"/>\n", xml_escaped(entry.link));
    element(out, "summary", entry.summary);
    out += "</entry>\n";
  }
  return out + "</feed>\n";
}

AtomEntry atom_entry(const IncidentCard& card, std::string_view base) {
  AtomEntry entry;
  entry.id = "urn:masudi:incident:" + card.id;
  entry.title = card_title(card) + ", " + card.date;
  entry.day = card.last_published;
  if (!base.empty()) entry.link = fmt::format("{}#map?incident={}", base, card.id);
  entry.summary = card.first.sentence + (card.reasoning.empty() ? "" : "\n" + card.reasoning);
  return entry;
}

}  // namespace masudi::format
