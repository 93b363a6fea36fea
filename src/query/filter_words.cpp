// SPDX-License-Identifier: Apache-2.0
#include "query/filter_words.h"

#include <fmt/format.h>

#include "query/condition.h"

namespace masudi::query {
namespace {

Result<std::optional<Date>> day_of(const std::string& words, std::string_view option) {
  if (words.empty()) return std::optional<Date>();
  const auto day = parse_date(words);
  if (day) return day;
  return fail(fmt::format("{}: there is no day \"{}\"; write it as YYYY-MM-DD", option, words));
}

}  // namespace

Result<Filter> read_filter(const FilterWords& words) {
  Filter filter;
  auto from = day_of(words.from, "--from");
  if (!from) return tl::make_unexpected(std::move(from.error()));
  auto to = day_of(words.to, "--to");
  if (!to) return tl::make_unexpected(std::move(to.error()));
  filter.from = *from, filter.to = *to;
  if (!words.near.empty()) {
    auto near = parse_near(words.near);
    if (!near) return tl::make_unexpected(std::move(near.error()));
    filter.near = *near;
  }
  filter.actors = words.actors, filter.recipients = words.recipients, filter.types = words.types;
  filter.countries = words.countries, filter.statuses = words.statuses, filter.sources = words.sources;
  filter.text = words.text;
  if (words.min_confidence > 0) filter.min_confidence = words.min_confidence;
  if (words.min_origins > 0) filter.min_origins = words.min_origins;
  if (auto means = condition_of(filter); !means) return tl::make_unexpected(std::move(means.error()));
  return filter;
}

}  // namespace masudi::query
