// SPDX-License-Identifier: Apache-2.0
#include "query/series.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "query/condition.h"

namespace masudi::query {

const std::string_view kIndexFormula =
    "index = 100 × (intensity + 1) / (usual + 1); intensity = sum of |score| × confidence over the conflict events; "
    "usual = mean intensity of the 12 periods before (at least 3)";

namespace {

struct Bin {
  std::array<std::int64_t, 4> quads{};
  double score = 0;
  double intensity = 0;
  std::string conflicts;  // ids of the conflict events

  std::int64_t events() const { return std::accumulate(quads.begin(), quads.end(), std::int64_t{0}); }
};
using Bins = std::map<std::int32_t, Bin>;  // by the first day of the period

void count(Bin& bin, const store::Statement& row) {
  const auto quad = static_cast<std::size_t>(std::clamp<std::int64_t>(row.integer(1), 1, 4) - 1);
  const double score = row.real(2);
  ++bin.quads[quad];
  bin.score += score;
  if (quad < 2) return;
  bin.intensity += std::max(0.0, -score) * row.real(3);
  if (!bin.conflicts.empty()) bin.conflicts += ' ';
  bin.conflicts += row.text(4);
}

Result<void> fill_gaps(Bins& bins, const Filter& filter, Step step) {
  constexpr std::size_t kMostPeriods = 40'000;  // a century of days
  if (filter.from) bins[period_start(*filter.from, step).days];
  if (filter.to) bins[period_start(*filter.to, step).days];
  if (bins.empty()) return {};
  const Date last{bins.rbegin()->first};
  for (Date at{bins.begin()->first}; at < last; at = next_period(at, step)) {
    bins[at.days];
    if (bins.size() > kMostPeriods) {
      return fail(
          fmt::format("there are more than {} periods; ask for longer steps (--by) or fewer days", kMostPeriods));
    }
  }
  return {};
}

// Days beyond those of the store's documents are recollections and plans: a series does not stretch to them unasked.
Result<void> bound(const store::Store& store, Filter& filter) {
  for (const auto& [sql, day] : {std::pair{"SELECT min(date) FROM document", &filter.from},
                                 std::pair{"SELECT max(date) FROM document", &filter.to}}) {
    if (*day) continue;
    auto statement = store.connection().prepare(sql);
    if (!statement) return tl::make_unexpected(std::move(statement.error()));
    if (auto done = statement->each([&, into = day] { *into = statement->date(0); }); !done) return done;
  }
  return {};
}

Result<Bins> bins_of(const store::Store& store, Filter filter, Step step) {
  if (filter.statuses.empty()) filter.statuses = {"actual"};
  if (auto done = bound(store, filter); !done) return tl::make_unexpected(std::move(done.error()));
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto statement = store.connection().prepare(
      "SELECT coalesce(e.date, e.published), e.quad_code, e.event_scale, e.confidence, e.id FROM event e WHERE " +
      condition->sql + " ORDER BY e.event_id");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  condition->bind(*statement);
  Bins bins;
  auto done = statement->each([&] {
    auto day = statement->date(0);
    if (day && filter.from) day = std::max(*day, *filter.from);  // it began before and went on
    if (day) count(bins[period_start(*day, step).days], *statement);
  });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  if (auto filled = fill_gaps(bins, filter, step); !filled) return tl::make_unexpected(std::move(filled.error()));
  return bins;
}

// The mean intensity of the periods before; none while there are too few.
std::optional<double> usual(const std::vector<double>& before) {
  constexpr std::size_t kMost = 12, kFewest = 3;
  if (before.size() < kFewest) return std::nullopt;
  const std::size_t n = std::min(before.size(), kMost);
  return std::accumulate(before.end() - static_cast<std::ptrdiff_t>(n), before.end(), 0.0) / static_cast<double>(n);
}

}  // namespace

Result<std::optional<Dyad>> parse_dyad(std::string_view words) {
  if (words.empty()) return std::optional<Dyad>();
  const std::size_t comma = words.find(',');
  if (comma != std::string::npos && comma > 0 && comma + 1 < words.size()) {
    return std::optional(Dyad(words.substr(0, comma), words.substr(comma + 1)));
  }
  return fail(fmt::format("--dyad: \"{}\" names no two codes; write USA,IRN", words));
}

Result<Sheet> timeline(const store::Store& store, const Filter& filter,
                       const std::optional<std::pair<std::string, std::string>>& dyad, Step step) {
  Filter between = filter;
  if (dyad) between.dyad = dyad;
  auto bins = bins_of(store, between, step);
  if (!bins) return tl::make_unexpected(std::move(bins.error()));
  Sheet sheet;
  sheet.columns = {"period",
                   "events",
                   "cooperation",
                   "conflict",
                   "mean_scale",
                   "verbal_cooperation",
                   "material_cooperation",
                   "verbal_conflict",
                   "material_conflict"};
  for (const auto& [start, bin] : *bins) {
    const auto& q = bin.quads;
    Sheet::Cell mean;
    if (bin.events() > 0) mean = bin.score / static_cast<double>(bin.events());
    sheet.rows.push_back(
        {period_name({start}, step), bin.events(), q[0] + q[1], q[2] + q[3], mean, q[0], q[1], q[2], q[3]});
  }
  return sheet;
}

Result<Sheet> escalation_index(const store::Store& store, const Filter& filter, Step step) {
  auto bins = bins_of(store, filter, step);
  if (!bins) return tl::make_unexpected(std::move(bins.error()));
  Sheet sheet;
  sheet.columns = {"period", "index", "intensity", "usual", "conflict", "events", "behind"};
  std::vector<double> before;
  for (const auto& [start, bin] : *bins) {
    const auto base = usual(before);
    Sheet::Cell index, usual_cell;
    if (base) index = 100 * (bin.intensity + 1) / (*base + 1), usual_cell = *base;
    sheet.rows.push_back({period_name({start}, step), index, bin.intensity, usual_cell, bin.quads[2] + bin.quads[3],
                          bin.events(), bin.conflicts});
    before.push_back(bin.intensity);
  }
  return sheet;
}

}  // namespace masudi::query
