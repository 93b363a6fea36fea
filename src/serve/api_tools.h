// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <vector>

#include "query/page.h"
#include "serve/api.h"

// What the files api_*.cpp share.
namespace masudi::serve::api {

inline tl::unexpected<Failure> refuse(std::string message, int status = 400) {
  return tl::unexpected<Failure>(Failure{status, std::move(message)});
}
// The store could not be asked.
inline tl::unexpected<Failure> broken(Error error) { return refuse(std::move(error.message), 500); }

inline Outcome json(std::string body) { return std::make_shared<const Kept>("application/json", std::move(body)); }

constexpr std::uint64_t kUsualLimit = 50, kMostLimit = 1000;

// The filter, if there are no parameters but its own and `more`.
inline tl::expected<query::Filter, Failure> filter_with(const Asked& asked, std::vector<std::string_view> more) {
  more.insert(more.end(), filter_names().begin(), filter_names().end());
  if (const auto name = asked.parameters.unknown(more)) {
    return refuse(fmt::format("there is no parameter \"{}\" here", *name));
  }
  auto filter = filter_of(asked.parameters);
  if (!filter) return refuse(std::move(filter.error().message));
  return std::move(*filter);
}

inline tl::expected<std::uint64_t, Failure> limit_of(const Asked& asked, std::uint64_t usual = kUsualLimit) {
  auto limit = count_of(asked.parameters, "limit", usual, kMostLimit);
  if (!limit) return refuse(std::move(limit.error().message));
  if (*limit == 0) return refuse("--limit: at least 1 is needed");
  return *limit;
}

// limit, cursor and order of a list.
inline tl::expected<query::Page, Failure> page_of(const Asked& asked, bool (*is_cursor)(const std::string&)) {
  const auto limit = limit_of(asked);
  if (!limit) return tl::unexpected<Failure>(limit.error());
  const std::string order = asked.parameters.one("order"), cursor = asked.parameters.one("cursor");
  if (!order.empty() && order != "newest" && order != "oldest") {
    return refuse(fmt::format("order: \"{}\" is none; there are: newest, oldest", order));
  }
  if (!cursor.empty() && !is_cursor(cursor)) {
    return refuse(fmt::format("cursor: \"{}\" is not what a page gave as its next one", cursor));
  }
  return query::Page{*limit, cursor, order == "newest"};
}

}  // namespace masudi::serve::api
