// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sources/fields.h"

#include <set>

namespace masudi::knowledge {
namespace {

const std::set<std::string, std::less<>> kSectors = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB",
                                                     "PRM", "UAF", "UNK", "CRM", "CVL", "REF", "MED", "EDU", "BUS",
                                                     "JRN", "LAB", "AGR", "REL", "SOC", "ELI", "PRE"};

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ";") + part;
  return out;
}

}  // namespace

bool is_sector(std::string_view name) { return kSectors.contains(name); }

bool good_code(std::string_view code) {
  if (code.size() != 3) return false;
  for (char c : code) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

StringRef read_sectors(std::string_view text, const Line& line, Builder& b) {
  const auto list = part(text, ';');
  for (const auto& sector : list) {
    if (!is_sector(sector)) b.complain(line, "no such sector: '" + sector + "'");
  }
  return b.keep(join(list));
}

void add_alias(std::string_view alias, NameKind kind, std::uint32_t id, Builder& b) {
  const bool risky = alias.starts_with('?');
  b.add_name(trim(risky ? alias.substr(1) : alias), kind, id, risky);
}

Dated dated(std::string_view text, const Line& line, Builder& b) {
  Dated out{std::string(trim(text)), {kLongAgo, kFarAhead}};
  const auto blank = out.value.rfind(' ');
  const auto last = blank == std::string::npos ? std::string_view{} : std::string_view(out.value).substr(blank + 1);
  if (!last.empty() && looks_like_range(last)) {
    if (auto range = read_range(last)) {
      out.days = *range;
    } else {
      b.complain(line, range.error().message);
    }
    out.value = std::string(trim(out.value.substr(0, blank)));
  }
  return out;
}

std::string plural_of(const std::string& word) {
  const auto ends = [&](std::string_view tail) { return std::string_view(word).ends_with(tail); };
  if (ends("man")) return word.substr(0, word.size() - 3) + "men";
  if (ends("s") || ends("x") || ends("ch") || ends("sh") || ends("z")) return word + "es";
  if (ends("y") && word.size() > 1 && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos) {
    return word.substr(0, word.size() - 1) + "ies";
  }
  return word + "s";
}

}  // namespace masudi::knowledge
