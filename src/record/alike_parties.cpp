// SPDX-License-Identifier: Apache-2.0
// Parties: how much they speak for one happening.
#include <algorithm>
#include <array>
#include <limits>

#include "record/likeness.h"
#include "record/words.h"

namespace masudi::record {
namespace {

// Sectors that reports use for one and the same party.
constexpr std::array<std::string_view, 3> kSides[] = {
    {"GOV", "MIL", "SPY"}, {"GOV", "COP", "JUD"}, {"GOV", "LEG", "PTY"}, {"REB", "PRM", "UAF"},
    {"UAF", "UNK", "CRM"}, {"MIL", "COP", "SPY"}, {"OPP", "PTY", "LEG"}, {"CVL", "SOC", "REF"},
    {"CVL", "LAB", "EDU"}, {"CVL", "REL", "ELI"}, {"CVL", "MED", "BUS"}, {"REB", "UNK", "CRM"}};

bool is_armed(std::string_view sector) {
  return sector == "MIL" || sector == "REB" || sector == "PRM" || sector == "COP";
}

double alike(const Who& a, const Who& b) {
  if (!a.name.empty() && a.name == b.name) return 2.0;
  if (!a.code.empty() && !b.code.empty() && a.code != b.code) return -2.0;
  const bool meet = sectors_meet(a.sector, b.sector);
  if (a.code.empty() || b.code.empty()) {
    if (!a.words.empty() && folded(a.words) == folded(b.words)) return 0.8;
    return meet ? 0.4 : -0.2;
  }
  const bool two_names = !a.name.empty() && !b.name.empty();
  if (a.sector == b.sector) return two_names ? 0.4 : 1.2;
  if (meet) return 0.8;
  return is_armed(a.sector) != is_armed(b.sector) ? -0.3 : 0.2;
}

// The mean of each party's best counterpart, over the shorter list. 0 if either list is empty.
double alike(const std::vector<Who>& a, const std::vector<Who>& b) {
  if (a.empty() || b.empty()) return 0;
  const std::vector<Who>& fewer = a.size() <= b.size() ? a : b;
  const std::vector<Who>& more = a.size() <= b.size() ? b : a;
  double sum = 0;
  for (const Who& one : fewer) {
    double best = -std::numeric_limits<double>::infinity();
    for (const Who& other : more) best = std::max(best, alike(one, other));
    sum += best;
  }
  return sum / static_cast<double>(fewer.size());
}

// Deeds of which each side may be told as the doer.
bool is_mutual(const Mention& m) {
  return m.type == EventType::consult || m.type == EventType::cooperate || m.type == EventType::agree ||
         (m.type == EventType::assault && m.recipients.empty() && m.actors.size() > 1);
}

std::vector<Who> everybody(const Mention& m) {
  std::vector<Who> all = m.actors;
  all.insert(all.end(), m.recipients.begin(), m.recipients.end());
  return all;
}

}  // namespace

bool sectors_meet(std::string_view a, std::string_view b) {
  if (a == b || a.empty() || b.empty()) return true;
  return std::any_of(std::begin(kSides), std::end(kSides), [&](const auto& side) {
    return std::find(side.begin(), side.end(), a) != side.end() && std::find(side.begin(), side.end(), b) != side.end();
  });
}

bool same_party(const Who& a, const Who& b) {
  if (!a.name.empty() && a.name == b.name) return true;
  if (a.code.empty() || a.code != b.code)
    return !a.words.empty() && a.code == b.code && folded(a.words) == folded(b.words);
  return sectors_meet(a.sector, b.sector) && (a.name.empty() || b.name.empty());
}

double alike_parties(const Mention& a, const Mention& b) {
  const double straight = alike(a.actors, b.actors) + alike(a.recipients, b.recipients) + 0.5 * alike(a.via, b.via);
  if (!is_mutual(a) && !is_mutual(b)) return straight;
  return std::max(straight, 1.5 * alike(everybody(a), everybody(b)));
}

}  // namespace masudi::record
