// SPDX-License-Identifier: Apache-2.0
#include "format/dataset_fields.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace masudi::format {

std::string decimal_id(const Event& event) {
  std::uint64_t id = 0;
  constexpr int kHexadecimal = 16;
  std::from_chars(event.id.data(), event.id.data() + event.id.size(), id, kHexadecimal);
  return std::to_string(id >> 1);
}

std::string compact(Date date) {
  std::string out = to_string(date);
  std::erase(out, '-');
  return out;
}

std::string city_of(const Place& place) { return place.precision == Precision::city ? place.name : ""; }

bool in_lead(const Event& event, std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  const std::size_t end = std::min(text.find("\n\n", start), text.find("\r\n\r\n", start));
  return event.trigger.begin < end;
}

std::string_view cameo_role(std::string_view sector) {
  // Source: CAMEO manual, chapter 4 (role codes).
  constexpr std::array<std::pair<std::string_view, std::string_view>, 19> kRoles = {{
      {"GOV", "GOV"}, {"MIL", "MIL"}, {"COP", "COP"}, {"JUD", "JUD"}, {"LEG", "LEG"}, {"SPY", "SPY"}, {"OPP", "OPP"},
      {"REB", "REB"}, {"UAF", "UAF"}, {"CRM", "CRM"}, {"CVL", "CVL"}, {"REF", "REF"}, {"MED", "HLH"}, {"EDU", "EDU"},
      {"BUS", "BUS"}, {"JRN", "MED"}, {"LAB", "LAB"}, {"AGR", "AGR"}, {"ELI", "ELI"},
  }};
  const auto at = std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& role) { return role.first == sector; });
  return at == kRoles.end() ? std::string_view() : at->second;
}

std::string capitalised(std::string_view word) {
  std::string out(word);
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
  }
  return out;
}

std::string name_of(const Party& party, std::string_view text) {
  return party.name.empty() ? std::string(party.span.in(text)) : party.name;
}

}  // namespace masudi::format
