// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sources/dictionary.h"

#include <algorithm>
#include <array>

#include "knowledge/sources/dictionary_lines.h"
#include "knowledge/sources/fields.h"

namespace masudi::knowledge {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// CAMEO's codes where ours differ. Source: CAMEO manual 1.1b3, part 3; codebook, part 4.
constexpr std::array kSectorsOf = {Pair{"MED", "JRN"}, Pair{"HLH", "MED"}, Pair{"INS", "REB"}, Pair{"SEP", "REB"},
                                   Pair{"RAD", "UAF"}, Pair{"SET", "CVL"}, Pair{"ENV", "SOC"}, Pair{"HRI", "SOC"},
                                   Pair{"DEV", "SOC"}, Pair{"BUD", "REL"}, Pair{"CHR", "REL"}, Pair{"CTH", "REL"},
                                   Pair{"CPT", "REL"}, Pair{"HIN", "REL"}, Pair{"JEW", "REL"}, Pair{"JUR", "REL"},
                                   Pair{"MOS", "REL"}, Pair{"MRM", "REL"}, Pair{"PRO", "REL"}, Pair{"SHI", "REL"},
                                   Pair{"SUN", "REL"}, Pair{"SIK", "REL"}, Pair{"MUS", "REL"}, Pair{"PPL", "CVL"}};
constexpr std::array kCountriesOf = {Pair{"KSV", "KOS"}, Pair{"XKX", "KOS"}, Pair{"PAL", "PSE"}, Pair{"ROM", "ROU"},
                                     Pair{"TMP", "TLS"}, Pair{"ZAR", "COD"}, Pair{"BUR", "MMR"}, Pair{"SER", "SRB"}};
constexpr std::array<std::string_view, 30> kRegions = {
    "AFR", "ASA", "ASI", "BLK", "CAS", "CAU", "CEU", "CFR", "CIS", "CRB", "EAF", "EAS", "EEU", "EIN", "GOG",
    "LAM", "MDE", "MDT", "MEA", "NAF", "NAM", "NMR", "PAC", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF"};
constexpr std::array<std::string_view, 5> kBodies = {"IGO", "NGO", "IMG", "MNC", "UIS"};

template <std::size_t N>
std::string_view mapped(const std::array<Pair, N>& table, std::string_view code) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const Pair& p) { return p.first == code; });
  return at == table.end() ? code : at->second;
}

bool starts_verbs(std::string_view line) {
  return line.starts_with("---") || line.starts_with("- ") || line.starts_with("&") || line.starts_with("~ ");
}

}  // namespace

void each_line(const std::string& file, std::string_view text, const std::function<void(const DictionaryLine&)>& use) {
  Line at{file, 0, {}};
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++at.number;
    line = line.substr(0, line.find_first_of("#;"));
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    line = trim(line);
    if (!line.empty()) use({at, line, indented});
  }
}

std::string spoken_noun(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '_' || c == ' ' || c == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string spoken_name(std::string_view name) {
  static constexpr std::array<std::string_view, 18> kSmall = {"of",  "the", "and", "for", "in",  "on",
                                                              "to",  "at",  "de",  "la",  "el",  "al",
                                                              "bin", "ibn", "del", "der", "van", "von"};
  if (std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
    std::string as_is(name);
    std::replace(as_is.begin(), as_is.end(), '_', ' ');
    return std::string(trim(as_is));
  }
  const std::string lower = spoken_noun(name);
  std::string out;
  for (const auto& word : part(lower, ' ')) {
    std::string w = word;
    // Initials and short words on their own keep their capitals: "U.N.", "IRA", but not "Of" or "De".
    const bool initials = w.find('.') != std::string::npos || (lower.find(' ') == std::string::npos && w.size() <= 3);
    const bool small = std::find(kSmall.begin(), kSmall.end(), w) != kSmall.end();
    for (std::size_t i = 0; i < w.size() && (initials || !small); ++i) {
      const bool begins = i == 0 || w[i - 1] == '-' || initials;
      if (begins && w[i] >= 'a' && w[i] <= 'z') w[i] = static_cast<char>(w[i] - 32);
    }
    out += (out.empty() ? "" : " ") + w;
  }
  return out;
}

std::optional<std::string_view> take_bracket(std::string_view& text) {
  const auto open = text.find('[');
  if (open == std::string_view::npos) return std::nullopt;
  const auto close = std::min(text.find(']', open), text.size());
  const auto inner = trim(text.substr(open + 1, close - open - 1));
  text.remove_prefix(std::min(close + 1, text.size()));
  return inner;
}

std::string cameo_sectors(std::string_view code) {
  std::string out;
  for (; code.size() >= 3; code.remove_prefix(3)) {
    const std::string_view sector = mapped(kSectorsOf, code.substr(0, 3));
    if (!is_sector(sector) || out.find(sector) != std::string::npos) continue;
    if (!out.empty()) out += ';';
    out += sector;
  }
  return out;
}

CameoActor cameo_actor(std::string_view code, const Builder& b) {
  CameoActor out;
  if (!good_code(code.substr(0, 3))) return out;
  const std::string_view first = mapped(kCountriesOf, code.substr(0, 3));
  const std::string_view rest = code.substr(3);
  out.sectors = cameo_sectors(rest);
  const auto is_country = [&](const CountryRecord& c) { return b.text(c.code) == first; };
  if (first == "IGO" && rest.starts_with("UNO")) {
    out.code = "UNO";
  } else if (first == "IGO" && rest.starts_with("EUREEC")) {
    out.code = "EUR";
  } else if (std::find(kBodies.begin(), kBodies.end(), first) != kBodies.end()) {
    out.code = first == "UIS" ? "" : first;
  } else if (std::any_of(b.countries.begin(), b.countries.end(), is_country)) {
    out.code = first;
  } else {
    out.region = std::find(kRegions.begin(), kRegions.end(), first) != kRegions.end();
    // "REBCHN", "OPP": sectors of no country.
    if (!out.region && is_sector(mapped(kSectorsOf, first))) out.sectors = cameo_sectors(code);
  }
  out.known = !out.code.empty() || !out.sectors.empty() || out.region || first == "UIS";
  return out;
}

bool is_dictionary(std::string_view text) {
  bool bracket = false, bar = false;
  each_line("", text, [&](const DictionaryLine& line) {
    bracket |= line.text.find('[') != std::string_view::npos || starts_verbs(line.text);
    bar |= line.text.find(" | ") != std::string_view::npos || line.text.starts_with("type ");
  });
  return bracket && !bar;
}

DictionaryKind dictionary_kind(std::string_view text) {
  DictionaryKind kind = DictionaryKind::actors;
  each_line("", text, [&](const DictionaryLine& line) {
    if (starts_verbs(line.text)) kind = DictionaryKind::verbs;
    const bool agent = line.text.find("[~") != std::string_view::npos || line.text.find("~]") != std::string_view::npos;
    if (agent && kind == DictionaryKind::actors) kind = DictionaryKind::agents;
  });
  return kind;
}

std::size_t read_dictionary(const std::string& file, std::string_view text, Builder& builder) {
  std::size_t left_out = 0;
  switch (dictionary_kind(text)) {
    case DictionaryKind::actors: read_dictionary_actors(file, text, builder, left_out); break;
    case DictionaryKind::agents: read_dictionary_agents(file, text, builder, left_out); break;
    case DictionaryKind::verbs: read_dictionary_verbs(file, text, builder, left_out); break;
  }
  return left_out;
}

}  // namespace masudi::knowledge
