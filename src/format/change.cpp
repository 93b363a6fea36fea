// SPDX-License-Identifier: Apache-2.0
#include "format/change.h"

#include <fmt/format.h>

#include "format/labels.h"
#include "format/terminal.h"

namespace masudi::format {
namespace {

Tone tone_of_mark(char mark) {
  if (mark == '-' || mark == '<') return Tone::bad;
  return Tone::good;
}

}  // namespace

void write_document_line(const Document& document, const Style& style, std::string& out) {
  out += paint(printable(document.id), Tone::strong, style) + " · " + to_string(document.date) + '\n';
}

void write_change(char mark, const Event& event, std::string_view text, const Style& style, std::string& out) {
  const auto parties = [&](const std::vector<Party>& all) {
    return join(all, " + ", [&](const Party& party) { return label(party, text); });
  };
  std::string line = fmt::format("{}  {}  {}", days(event), type_and_modes(event), parties(event.actors));
  if (!event.recipients.empty()) line += " → " + parties(event.recipients);
  line += fmt::format("  {}", name(event.status));
  const std::string places = join(event.places, "; ", [](const Place& place) { return place.name; });
  const std::string voices = join(event.attribution, " ‹ ", [&](const Voice& v) { return who(v.party, text); });
  for (const std::string& part : {places, voices, quantities(event)}) {
    if (!part.empty()) line += "  " + part;
  }
  line += fmt::format("  “{}”  {:.2f}", event.trigger.in(text), event.confidence);
  out += paint(fmt::format("  {} ", mark), tone_of_mark(mark), style) + printable(line) + '\n';
}

}  // namespace masudi::format
