// SPDX-License-Identifier: Apache-2.0
// Days, places and figures: how much they speak for one happening.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "record/likeness.h"

namespace masudi::record {
namespace {

struct Days {
  Date first;
  Date last;
  bool vague;  // nothing was said, so that it stands at the day of the report or in a long stretch
};

Days days_of(const Telling& telling) {
  constexpr int kNews = 2;     // news without a day are of the last days
  constexpr int kStretch = 7;  // days
  const Mention& m = telling.mention;
  if (m.first == m.last && m.first == telling.published) return {m.first - kNews, m.last, true};
  return {m.first, m.last, m.last - m.first >= kStretch};
}

bool is_exact(const Spot& spot) { return spot.precision == Precision::point || spot.precision == Precision::city; }

double alike(const Spot& a, const Spot& b) {
  constexpr double kNear = 30;  // km, a town and its surroundings
  constexpr double kFar = 60;   // km
  if (a.geonames_id != 0 && a.geonames_id == b.geonames_id)
    return is_exact(a) ? 2.0 : a.precision == Precision::admin1 ? 1.4 : 0.5;
  if (a.name == b.name && a.country == b.country) return is_exact(a) || is_exact(b) ? 2.0 : 0.5;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return -3.0;
  if (is_exact(a) && is_exact(b)) {
    if (!a.position || !b.position) return -0.8;
    const double apart = kilometres(*a.position, *b.position);
    return apart < kNear ? 1.2 : apart < kFar ? -0.5 : -2.5;
  }
  if (a.country.empty() || a.country != b.country) return 0;
  if (!a.admin1.empty() && !b.admin1.empty()) return a.admin1 == b.admin1 ? 1.0 : -1.5;
  return 0.4;
}

// The parts of a range that is open at an end.
std::int64_t low(const Range& r) { return r.low.value_or(r.high.value_or(0)); }
std::int64_t high(const Range& r) { return r.high.value_or(r.low.value_or(0)); }

double alike(const Range& a, const Range& b) {
  const auto least = static_cast<double>(std::min(low(a), low(b)));
  const auto most = static_cast<double>(std::max(low(a), low(b)));
  if (low(a) == low(b) && high(a) == high(b)) return low(a) > 2 ? 1.3 : 0.6;
  if (low(a) <= high(b) && low(b) <= high(a)) return 0.6;
  if (least <= 0) return -0.5;
  const double ratio = most / least;
  return ratio <= 1.3 ? 0.5 : ratio <= 2 ? 0.0 : ratio <= 4 ? -0.6 : -1.4;
}

}  // namespace

double kilometres(std::pair<double, double> a, std::pair<double, double> b) {
  // Haversine formula on a sphere of the mean radius of the earth.
  constexpr double kRadius = 6371.0;
  constexpr double kRadians = std::numbers::pi / 180.0;
  const double north = std::sin((b.first - a.first) * kRadians / 2);
  const double east = std::sin((b.second - a.second) * kRadians / 2);
  const double h = north * north + std::cos(a.first * kRadians) * std::cos(b.first * kRadians) * east * east;
  return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

std::optional<double> alike_days(const Telling& a, const Telling& b) {
  const Days x = days_of(a);
  const Days y = days_of(b);
  const int gap = std::max({0, y.first - x.last, x.first - y.last});
  if (gap > 2) return std::nullopt;
  // News of two days that name no day are rather of two days.
  constexpr double kEachDay = 1.2;
  if (gap == 0 && x.vague && y.vague) return 0.6 - kEachDay * std::abs(a.published - b.published);
  if (gap == 0) return x.vague || y.vague ? 0.6 : 1.4;
  return gap == 1 ? -0.8 : -2.2;
}

double alike_places(const Mention& a, const Mention& b) {
  // Of talks it matters less where each report places them.
  const bool words_only = quad_code(a.type) % 2 == 1 && a.type != EventType::consult;
  double best = 0;
  bool any = false;
  // A country that both name says nothing if both also name a town.
  const bool exact = std::any_of(a.places.begin(), a.places.end(), is_exact) &&
                     std::any_of(b.places.begin(), b.places.end(), is_exact);
  for (const Spot& x : a.places) {
    for (const Spot& y : b.places) {
      if (exact && (!is_exact(x) || !is_exact(y))) continue;
      const double here = alike(x, y);
      best = any ? std::max(best, here) : here;
      any = true;
    }
  }
  return words_only && best < 0 ? best / 3 : best;
}

double alike_figures(const Mention& a, const Mention& b) {
  double sum = 0;
  for (const Size& x : a.sizes) {
    for (const Size& y : b.sizes) {
      if (x.measure == y.measure) sum += alike(x.range, y.range);
    }
  }
  for (const Count& x : a.forces) {
    for (const Count& y : b.forces) {
      if (x.what == y.what) sum += low(x.range) == low(y.range) && x.range.low ? 0.8 : 0.2;
    }
  }
  return std::clamp(sum, -2.0, 2.0);
}

}  // namespace masudi::record
