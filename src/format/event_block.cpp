// SPDX-License-Identifier: Apache-2.0
#include "format/event_block.h"

#include <fmt/format.h>

#include "format/labels.h"
#include "format/terminal.h"

namespace masudi::format {
namespace {

constexpr int kNameWidth = 14;

}  // namespace

void EventBlock::field(std::string_view name, std::string_view value, std::string& out) const {
  if (value.empty()) return;
  out += std::string(kIndent) + "  " + paint(fit(name, kNameWidth), Tone::faint, style_) + printable(value) + '\n';
}

void EventBlock::parties(std::string_view name, const std::vector<Party>& all, std::string_view text,
                         std::string& out) const {
  for (const Party& party : all) {
    std::string line = label(party, text);
    const std::string words(party.span.in(text));
    if (!party.name.empty() && !words.empty() && words != party.name) line += fmt::format(" “{}”", words);
    if (!party.office.empty()) line += ", " + party.office;
    field(name, line, out);
  }
}

void EventBlock::event(const Event& e, std::string_view text, std::string& out) const {
  out += fmt::format("{}{}  {}  {}\n", kIndent, paint(type_and_modes(e), tone_of(e), style_), name(e.status),
                     paint(fmt::format("confidence {:.2f}", e.confidence), Tone::faint, style_));
  field("trigger", e.trigger.in(text), out);
  parties("actor", e.actors, text, out);
  parties("recipient", e.recipients, text, out);
  parties("via", e.via, text, out);
  field("when", days(e), out);
  for (const Place& place : e.places) {
    field("where", place.country.empty() ? place.name : fmt::format("{} ({})", place.name, place.country), out);
  }
  field("how many", quantities(e), out);
  for (const Voice& voice : e.attribution) {
    const std::string_view cue = voice.cue.in(text);
    field("according to",
          cue.empty() ? label(voice.party, text) : fmt::format("{}: “{}”", label(voice.party, text), cue), out);
  }
  field("because", e.evidence.entry, out);
  for (const std::string& path : e.evidence.paths) field("", path, out);
}

}  // namespace masudi::format
