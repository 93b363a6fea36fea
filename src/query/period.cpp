// SPDX-License-Identifier: Apache-2.0
#include "query/period.h"

namespace masudi::query {

std::optional<Step> step_named(std::string_view name) {
  if (name == "day") return Step::day;
  if (name == "week") return Step::week;
  if (name == "month") return Step::month;
  if (name == "year") return Step::year;
  return std::nullopt;
}

Date period_start(Date day, Step step) {
  const YearMonthDay parts = split(day);
  switch (step) {
    case Step::day: return day;
    case Step::week: return day - static_cast<int>(weekday(day));
    case Step::month: return day - (parts.day - 1);
    case Step::year: return make_date(parts.year, 1, 1).value_or(day);
  }
  return day;
}

Date next_period(Date start, Step step) {
  constexpr int kIntoNextMonth = 31, kIntoNextYear = 366;
  switch (step) {
    case Step::day: return start + 1;
    case Step::week: return start + 7;
    case Step::month: return period_start(start + kIntoNextMonth, step);
    case Step::year: return period_start(start + kIntoNextYear, step);
  }
  return start + 1;
}

std::string period_name(Date start, Step step) {
  constexpr std::size_t kYear = 4, kMonth = 7;
  std::string name = to_string(start);
  if (step == Step::month) name.resize(kMonth);
  if (step == Step::year) name.resize(kYear);
  return name;
}

}  // namespace masudi::query
