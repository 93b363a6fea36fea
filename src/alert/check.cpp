// SPDX-License-Identifier: Apache-2.0
#include "alert/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "query/alert_check.h"

namespace masudi::alert {
namespace {

using Kind = query::AlertRule::Kind;

bool is_name(const std::string& name) {
  constexpr std::size_t kLongest = 64;
  const auto is_fine = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  };
  return !name.empty() && name.size() <= kLongest && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), is_fine);
}

// Does `work` in one transaction: all of it or nothing.
template <class Work>
Result<void> whole(store::Store& store, Work work) {
  store::Connection& connection = store.connection();
  if (auto begun = connection.begin(); !begun) return begun;
  Result<void> done = work();
  if (done) done = connection.commit();
  if (!done) connection.roll_back();
  return done;
}

// What there is to tell of one search; inside a transaction.
Result<void> check_search(store::Store& store, const store::SavedSearch& saved, Date day, std::vector<Alert>& alerts) {
  const auto search = query::read_search(saved.options);
  if (!search) return fail(fmt::format("search \"{}\": {}", saved.name, search.error().message));
  auto found = query::find_alert(store, *search, saved.number, day);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  const bool is_fresh = search->rule.kind == Kind::fresh;
  if (is_fresh) {
    if (auto done = store::mark_seen(store, saved.number, found->incidents); !done) return done;
  }
  if (found->holds && (is_fresh || !saved.is_on)) {
    found->alert.search = saved.name;
    auto kept = store::put_alert(store, std::move(found->alert), destinations_of(saved));
    if (!kept) return tl::make_unexpected(std::move(kept.error()));
    alerts.push_back(std::move(*kept));
  }
  return store::mark_checked(store, saved.number, found->holds, day);
}

}  // namespace

Result<void> add_search(store::Store& store, const std::string& name, query::SearchOptions options) {
  if (!is_name(name)) {
    return fail(
        fmt::format("\"{}\" is no name for a search; write up to 64 letters, digits, \"-\", \"_\" and \".\"", name));
  }
  const auto search = query::read_search(options);
  if (!search) return tl::make_unexpected(search.error());
  const auto day = query::last_day(store);
  if (!day) return tl::make_unexpected(day.error());
  return whole(store, [&]() -> Result<void> {
    const auto number = store::save_search(store, name, options);
    if (!number) return tl::make_unexpected(number.error());
    if (search->rule.kind != Kind::fresh || !*day) return {};
    const auto there = query::find_alert(store, *search, *number, **day);
    if (!there) return tl::make_unexpected(there.error());
    return store::mark_seen(store, *number, there->incidents);
  });
}

std::vector<store::Destination> destinations_of(const store::SavedSearch& search) {
  std::vector<store::Destination> destinations;
  for (const auto& [name, value] : search.options) {
    if (name == "webhook" || name == "command") destinations.push_back({name, value});
  }
  return destinations;
}

Result<std::vector<Alert>> check_searches(store::Store& store, std::optional<Date> day) {
  if (!day) {
    const auto last = query::last_day(store);
    if (!last) return tl::make_unexpected(last.error());
    day = *last;
  }
  std::vector<Alert> alerts;
  if (!day) return alerts;  // an empty store
  const auto searches = store::saved_searches(store);
  if (!searches) return tl::make_unexpected(searches.error());
  Result<void> status;
  for (const store::SavedSearch& listed : *searches) {
    const auto done = whole(store, [&]() -> Result<void> {
      const auto search = store::saved_search(store, listed.name);  // as it is now that nobody else can change it
      if (!search) return tl::make_unexpected(search.error());
      return *search ? check_search(store, **search, *day, alerts) : Result<void>();
    });
    if (!done && status) status = done;
  }
  if (!status) return tl::make_unexpected(std::move(status.error()));
  return alerts;
}

}  // namespace masudi::alert
