// SPDX-License-Identifier: Apache-2.0
#include "format/labels.h"

#include <fmt/format.h>

namespace masudi::format {

std::string label(const Range& range) {
  if (range.low == range.high) return range.low ? std::to_string(*range.low) : "";
  std::string out = range.low ? std::to_string(*range.low) : "";
  out += "–";
  if (range.high) out += std::to_string(*range.high);
  return out;
}

std::string code_label(const Party& party) {
  std::string out = party.code;
  for (const std::string& sector : party.sectors) {
    if (!out.empty()) out += ' ';
    out += sector;
  }
  if (!party.sponsor.empty()) out += fmt::format("{}for {}", out.empty() ? "" : ", ", party.sponsor);
  return out;
}

std::string who(const Party& party, std::string_view text) {
  if (!party.name.empty()) return party.name;
  if (!party.span.empty()) return std::string(party.span.in(text));
  return party.code;
}

std::string label(const Party& party, std::string_view text) {
  const std::string name = who(party, text);
  const std::string codes = code_label(party);
  return codes.empty() || codes == name ? name : fmt::format("{} ({})", name, codes);
}

std::string quantities(const Event& event) {
  std::string out = join(event.sizes, "; ",
                         [](const Size& size) { return fmt::format("{} {}", name(size.measure), label(size.range)); });
  const std::string forces = join(event.forces, "; ", [](const Force& force) {
    const std::string count = label(force.count);
    return count.empty() ? force.what : fmt::format("{} × {}", count, force.what);
  });
  if (!out.empty() && !forces.empty()) out += "; ";
  return out + forces;
}

std::string days(const Event& event) {
  if (!event.date) return "";
  std::string out = to_string(*event.date);
  if (event.enddate && *event.enddate != *event.date) out += ".." + to_string(*event.enddate);
  return out;
}

std::string type_and_modes(const Event& event) {
  std::string out(name(event.type));
  if (!event.modes.empty()) out += ' ' + join(event.modes, ",", [](const std::string& mode) { return mode; });
  return out;
}

}  // namespace masudi::format
