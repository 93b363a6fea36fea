// SPDX-License-Identifier: Apache-2.0
#include "record/likeness.h"

#include <algorithm>
#include <cmath>

#include "record/words.h"

namespace masudi::record {
namespace {

constexpr double kPrior = -2.5;       // most pairs of a block tell two happenings
constexpr double kSameReport = -0.4;  // a report seldom tells a happening twice at length
constexpr double kOtherType = -0.8;

bool has(const std::vector<std::string>& modes, std::string_view mode) {
  return std::find(modes.begin(), modes.end(), mode) != modes.end();
}

// Means of force that do not go together. Modes of other types say less.
enum class Means : std::uint8_t { none, guns, bombs, hands };

Means means(const std::vector<std::string>& modes) {
  for (const std::string_view bomb : {"explosives", "suicide-attack", "aerial", "drone", "heavy-weapons"}) {
    if (has(modes, bomb)) return Means::bombs;
  }
  if (has(modes, "firearms")) return Means::guns;
  for (const std::string_view hand : {"abduct", "beat", "torture", "sexual", "primitive", "crowd-control"}) {
    if (has(modes, hand)) return Means::hands;
  }
  return Means::none;
}

double alike_modes(const Mention& a, const Mention& b) {
  if (a.modes.empty() || b.modes.empty()) return 0;
  const Means first = means(a.modes);
  const Means second = means(b.modes);
  if (first != Means::none && second != Means::none && first != second) return -1.6;
  return std::any_of(a.modes.begin(), a.modes.end(), [&](const std::string& m) { return has(b.modes, m); }) ? 0.4
                                                                                                            : -0.2;
}

double alike_status(Status a, Status b) {
  const auto told = [](Status s) { return s == Status::actual || s == Status::historical || s == Status::negated; };
  if (a == b || (told(a) && told(b))) return 0;
  return -1.5;
}

double alike_words(const Mention& a, const Mention& b) {
  constexpr double kChance = 0.33;  // what two sentences on like matters share anyway
  const double few = std::min(1.0, static_cast<double>(std::min(a.words.size(), b.words.size())) / 5.0);
  const bool other_names = std::min(a.names.size(), b.names.size()) > 1 && shared_part(a.names, b.names) < 0.6;
  const double names =
      other_names ? -0.6 : 0.4 * static_cast<double>(std::min<std::size_t>(2, shared_count(a.names, b.names)));
  return few * 4.0 * (shared_part(a.words, b.words) - kChance) + names;
}

}  // namespace

int family(EventType type) {
  switch (type) {
    case EventType::coerce: return static_cast<int>(EventType::assault);
    case EventType::concede: return static_cast<int>(EventType::retreat);
    default: return static_cast<int>(type);
  }
}

double Likeness::sum() const { return kPrior + kind + days + places + parties + figures + words; }

std::optional<Likeness> likeness(const Telling& a, const Telling& b) {
  const Mention& x = a.mention;
  const Mention& y = b.mention;
  // What takes a report back may be told as an act of its own ("retracts").
  if (family(x.type) != family(y.type) && x.retracted == y.retracted) return std::nullopt;
  const auto days = alike_days(a, b);
  if (!days) return std::nullopt;
  Likeness out;
  out.days = *days;
  out.kind = (x.type == y.type ? 0 : kOtherType) + alike_modes(x, y) + alike_status(x.status, y.status) +
             (a.report == b.report ? kSameReport : 0);
  out.places = alike_places(x, y);
  out.parties = alike_parties(x, y);
  out.figures = alike_figures(x, y);
  out.words = alike_words(x, y);
  return out;
}

}  // namespace masudi::record
