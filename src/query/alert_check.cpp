// SPDX-License-Identifier: Apache-2.0
#include "query/alert_check.h"

#include <fmt/format.h>

#include <cmath>

#include "query/alert_lines.h"
#include "query/condition.h"

namespace masudi::query {
namespace {

using Kind = AlertRule::Kind;
using Quantity = AlertRule::Quantity;
constexpr int kWeek = 7;

// What one event adds to a quantity.
std::string_view share_of_event(Quantity of) {
  switch (of) {
    case Quantity::conflict: return "(e.quad_code >= 3)";
    case Quantity::cooperation: return "(e.quad_code <= 2)";
    case Quantity::events: return "1";
    case Quantity::intensity: return "(e.quad_code >= 3) * max(0, -e.event_scale) * e.confidence";
  }
  return "1";
}

// Only events of the quantity's kind.
std::string_view kind_of_event(Quantity of) {
  if (of == Quantity::events) return "";
  return of == Quantity::cooperation ? " AND e.quad_code <= 2" : " AND e.quad_code >= 3";
}

// The incidents of which an event passes, without those that were told, by day.
Result<std::vector<std::int64_t>> passing(const store::Store& store, const Filter& filter, std::string_view more,
                                          std::int64_t search, Date day) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto statement = store.connection().prepare(fmt::format(
      "SELECT i.incident_id FROM incident i WHERE i.incident_id IN (SELECT m.incident_id FROM incident_mention m JOIN "
      "event e USING (event_id) WHERE {}{}) AND i.first_published <= ? AND NOT EXISTS (SELECT 1 FROM incident_mention "
      "m JOIN event e USING (event_id) JOIN search_seen s ON s.search_id = ? AND s.event = e.id "
      "WHERE m.incident_id = i.incident_id) ORDER BY i.date, i.first_published, i.id",
      condition->sql, more));
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  const int at = condition->bind(*statement);
  statement->bind(at, day);
  statement->bind(at + 1, search);
  std::vector<std::int64_t> found;
  auto done = statement->each([&] { found.push_back(statement->integer(0)); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return found;
}

struct Sums {
  double window = 0;
  double before = 0;
};

// The quantity from `window` on, and before. An event counts on its first day.
Result<Sums> sums_of(const store::Store& store, const Filter& filter, Quantity of, Date window) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto statement = store.connection().prepare(fmt::format(
      "SELECT total(share) FILTER (WHERE is_window), total(share) FILTER (WHERE NOT is_window) FROM (SELECT "
      "{} AS share, coalesce(e.date, e.published) >= '{}' AS is_window FROM event e WHERE {} "
      "ORDER BY e.event_id)",
      share_of_event(of), to_string(window), condition->sql));
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  condition->bind(*statement);
  Sums sums;
  auto done = statement->each([&] { sums = {statement->real(0), statement->real(1)}; });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return sums;
}

// Whether there are documents from that day or before.
Result<bool> reaches_back_to(const store::Store& store, Date day) {
  auto statement = store.connection().prepare("SELECT min(date) FROM document");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  std::optional<Date> first;
  auto done = statement->each([&] { first = statement->date(0); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return first && *first <= day;
}

// One question after one rule.
class Check {
 public:
  Check(const store::Store& store, const AlertSearch& search, std::int64_t number, Date day)
      : store_(store), filter_(search.filter), rule_(search.rule), number_(number), day_(day) {}

  Result<AlertFinding> run() {
    finding_.alert.day = day_;
    if (rule_.kind != Kind::fresh) {
      finding_.alert.from = day_ - (rule_.within - 1);
      filter_.from = finding_.alert.from, filter_.to = day_;
    }
    auto done = rule_.kind == Kind::fresh ? fresh() : rule_.kind == Kind::count ? count() : times();
    if (done) done = tell();
    if (!done) return tl::make_unexpected(std::move(done.error()));
    return std::move(finding_);
  }

 private:
  Result<void> find(std::string_view more, std::int64_t told_to) {
    return passing(store_, filter_, more, told_to, day_).map([&](std::vector<std::int64_t> found) {
      finding_.incidents = std::move(found);
    });
  }

  Result<void> fresh() {
    auto done = find("", number_);
    const std::size_t n = finding_.incidents.size();
    finding_.holds = n > 0;
    finding_.alert.title = fmt::format("{} new incident{}", n, n == 1 ? "" : "s");
    return done;
  }

  Result<void> count() {
    auto done = find("", 0);
    const auto n = static_cast<double>(finding_.incidents.size());
    finding_.alert.value = n;
    finding_.holds = n >= rule_.at_least;
    finding_.alert.title = fmt::format("{} incident{} in {}", n, n == 1 ? "" : "s", window());
    return done;
  }

  Result<void> times() {
    if (filter_.statuses.empty()) filter_.statuses = {"actual"};
    Filter both = filter_;
    const int days_before = kWeek * rule_.against_weeks;
    both.from = *filter_.from - days_before;
    const auto sums = sums_of(store_, both, rule_.of, *filter_.from);
    if (!sums) return tl::make_unexpected(sums.error());
    const double usual = sums->before / days_before * rule_.within;
    const auto reaches = reaches_back_to(store_, *both.from);
    if (!reaches) return tl::make_unexpected(reaches.error());
    finding_.alert.value = sums->window, finding_.alert.usual = usual;
    finding_.holds = *reaches && sums->window >= rule_.at_least && sums->window >= rule_.factor * usual;
    finding_.alert.title = times_in_words(sums->window, usual, *reaches);
    return find(kind_of_event(rule_.of), 0);
  }

  std::string times_in_words(double value, double usual, bool reaches) const {
    const std::string weeks = fmt::format("{} week{}", rule_.against_weeks, rule_.against_weeks == 1 ? "" : "s");
    std::string words = fmt::format("{} {} in {}", name(rule_.of), rounded(value), window());
    if (!reaches) return words + fmt::format("; the store does not reach {} further back", weeks);
    if (usual > 0) {
      words += fmt::format(", {:.1f} times the usual {} ({} before)", value / usual, rounded(usual), weeks);
    }
    return usual > 0 ? words : words + fmt::format(", none in the {} before", weeks);
  }

  static double rounded(double value) { return std::round(value * 10) / 10; }
  std::string window() const {
    return fmt::format("{} day{} to {}", rule_.within, rule_.within == 1 ? "" : "s", to_string(day_));
  }

  Result<void> tell() {
    finding_.alert.incidents = static_cast<std::int64_t>(finding_.incidents.size());
    return alert_lines(store_, finding_.incidents).map([&](std::vector<Alert::Behind> lines) {
      finding_.alert.behind = std::move(lines);
    });
  }

  const store::Store& store_;
  Filter filter_;
  AlertRule rule_;
  std::int64_t number_;
  Date day_;
  AlertFinding finding_;
};

}  // namespace

Result<AlertFinding> find_alert(const store::Store& store, const AlertSearch& search, std::int64_t number, Date day) {
  return Check(store, search, number, day).run();
}

Result<std::optional<Date>> last_day(const store::Store& store) {
  auto statement = store.connection().prepare("SELECT max(date) FROM document WHERE is_current");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  std::optional<Date> day;
  auto done = statement->each([&] { day = statement->date(0); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return day;
}

}  // namespace masudi::query
