// SPDX-License-Identifier: Apache-2.0
#include "expectation.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "format/labels.h"

namespace masudi::cases {
namespace {

constexpr std::string_view kSectors[] = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB",
                                         "PRM", "UAF", "UNK", "CRM", "CVL", "REF", "MED", "EDU", "BUS",
                                         "JRN", "LAB", "AGR", "REL", "SOC", "ELI", "PRE"};
constexpr std::string_view kKeys[] = {"date",    "sponsor",  "forces",    "dead",
                                      "injured", "arrested", "displaced", "participants"};

std::string trim(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto at = text.find(separator);
    if (auto piece = trim(text.substr(0, at)); !piece.empty()) parts.push_back(std::move(piece));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  }
  return parts;
}

bool is_sector(std::string_view word) {
  return std::find(std::begin(kSectors), std::end(kSectors), word) != std::end(kSectors);
}

std::optional<Status> status_named(std::string_view wanted) {
  for (int i = 0; i <= static_cast<int>(Status::negated); ++i) {
    if (name(static_cast<Status>(i)) == wanted) return static_cast<Status>(i);
  }
  return std::nullopt;
}

// The fields of a line by their keyword; "actor" for what stands before any.
std::map<std::string, std::string> fields_of(const std::string& rest) {
  std::map<std::string, std::string> fields;
  std::string current = "actor";
  std::istringstream words(rest);
  for (std::string word; words >> word;) {
    const auto equals = word.find('=');
    const auto key = word.substr(0, equals);
    if (word == "->" || word == "via" || word == "by" || word == "at") {
      fields[current = word];
    } else if (word.front() == '[' && word.back() == ']') {
      fields["status"] = word.substr(1, word.size() - 2);
    } else if (equals != std::string::npos && std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys)) {
      fields[current = key] = word.substr(equals + 1);
    } else {
      std::string& field = fields[current];
      field += (field.empty() ? "" : " ") + word;
    }
  }
  return fields;
}

WantedParties parties_of(const std::map<std::string, std::string>& fields, const std::string& key) {
  const auto at = fields.find(key);
  if (at == fields.end() || at->second == "?") return std::nullopt;
  std::vector<WantedParty> parties;
  if (at->second == "-") return parties;
  for (const std::string& one : split(at->second, '+')) {
    WantedParty party;
    for (const std::string& word : split(one, ' ')) {
      is_sector(word) ? party.sectors.push_back(word) : void(party.code = word);
    }
    parties.push_back(std::move(party));
  }
  return parties;
}

// Takes a quoted part off the line.
std::string take_quoted(std::string& line) {
  const auto open = line.find('"');
  const auto close = line.rfind('"');
  if (open == std::string::npos || close == open) return {};
  std::string quoted = line.substr(open + 1, close - open - 1);
  line.erase(open, close - open + 1);
  return quoted;
}

bool is(const Party& party, const WantedParty& wanted) {
  const auto has = [&](const std::string& sector) {
    return std::find(party.sectors.begin(), party.sectors.end(), sector) != party.sectors.end();
  };
  return (wanted.code.empty() || wanted.code == party.code) &&
         std::all_of(wanted.sectors.begin(), wanted.sectors.end(), has);
}

// Each wanted party is met by a party of its own, and none is left over.
bool are(const std::vector<Party>& parties, const WantedParties& wanted) {
  if (!wanted) return true;
  if (wanted->size() != parties.size()) return false;
  std::vector<bool> used(parties.size());
  return std::all_of(wanted->begin(), wanted->end(), [&](const WantedParty& one) {
    for (std::size_t i = 0; i < parties.size(); ++i) {
      if (used[i] || !is(parties[i], one)) continue;
      used[i] = true;
      return true;
    }
    return false;
  });
}

std::string plain(std::string_view voice) {
  std::string out(voice);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
  return out.starts_with("the ") ? out.substr(4) : out;
}

bool voices_are(const Event& event, const std::vector<std::string>& wanted, std::string_view text) {
  return std::equal(event.attribution.begin(), event.attribution.end(), wanted.begin(), wanted.end(),
                    [&](const Voice& voice, const std::string& name) {
                      return plain(voice.party.name) == plain(name) || plain(voice.party.span.in(text)) == plain(name);
                    });
}

bool has_quantity(const Event& event, const std::string& wanted) {
  for (const Size& size : event.sizes) {
    if (fmt::format("{}={}", name(size.measure), format::label(size.range)) == wanted) return true;
  }
  for (const Force& force : event.forces) {
    if (fmt::format("forces={} {}", format::label(force.count), force.what) == wanted) return true;
  }
  return false;
}

bool is_at(const Event& event, const std::string& place) {
  return std::any_of(event.places.begin(), event.places.end(), [&](const Place& p) { return p.name == place; });
}

bool has_sponsor(const Event& event, const std::string& sponsor) {
  return std::any_of(event.actors.begin(), event.actors.end(), [&](const Party& p) { return p.sponsor == sponsor; });
}

}  // namespace

Result<Expectation> read_expectation(std::string_view whole) {
  Expectation wanted;
  wanted.source = whole;
  std::string line(whole);
  if (line.starts_with("= ")) {
    wanted.count = std::atoi(line.c_str() + 2);
    return wanted;
  }
  wanted.forbidden = line.starts_with("! ");
  if (wanted.forbidden) line.erase(0, 2);
  wanted.trigger = take_quoted(line);

  const auto end = std::min(line.find_first_of(" ["), line.size());
  const auto type = event_type_named(line.substr(0, end));
  if (!type) return fail("there is no event type \"" + line.substr(0, end) + "\"");
  wanted.type = *type;
  line.erase(0, end);
  if (line.starts_with("[")) {
    const auto close = line.find(']');
    if (close == std::string::npos) return fail("the modes want a closing ]");
    const auto modes = split(line.substr(1, close - 1), ',');
    wanted.modes.emplace(modes.begin(), modes.end());
    line.erase(0, close + 1);
  }

  auto fields = fields_of(line);
  wanted.actors = parties_of(fields, "actor");
  wanted.recipients = parties_of(fields, "->");
  wanted.via = parties_of(fields, "via");
  if (fields.contains("status")) {
    wanted.status = status_named(fields["status"]);
    if (!wanted.status) return fail("there is no status \"" + fields["status"] + "\"");
  }
  if (fields.contains("by"))
    wanted.voices = fields["by"] == "-" ? std::vector<std::string>{} : split(fields["by"], ';');
  wanted.days = fields["date"];
  wanted.place = fields["at"];
  wanted.sponsor = fields["sponsor"];
  for (const auto& [key, value] : fields) {
    const bool is_quantity =
        key == "forces" || std::find(std::begin(kKeys) + 3, std::end(kKeys), key) != std::end(kKeys);
    if (is_quantity) wanted.quantities.push_back(key + "=" + value);
  }
  return wanted;
}

bool meets(const Event& event, const Expectation& wanted, std::string_view text) {
  const std::set<std::string> modes(event.modes.begin(), event.modes.end());
  return event.type == wanted.type && (!wanted.modes || *wanted.modes == modes) && are(event.actors, wanted.actors) &&
         are(event.recipients, wanted.recipients) && are(event.via, wanted.via) &&
         (!wanted.status || *wanted.status == event.status) &&
         (!wanted.voices || voices_are(event, *wanted.voices, text)) &&
         (wanted.days.empty() || wanted.days == format::days(event)) &&
         (wanted.place.empty() || is_at(event, wanted.place)) &&
         (wanted.sponsor.empty() || has_sponsor(event, wanted.sponsor)) &&
         (wanted.trigger.empty() || wanted.trigger == event.trigger.in(text)) &&
         std::all_of(wanted.quantities.begin(), wanted.quantities.end(),
                     [&](const std::string& quantity) { return has_quantity(event, quantity); });
}

}  // namespace masudi::cases
