// SPDX-License-Identifier: Apache-2.0
#include "alert_run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>

#include "alert/check.h"
#include "alert/deliver.h"
#include "format/alert.h"
#include "messages.h"
#include "near_place.h"
#include "net/url.h"
#include "query/alert_check.h"

namespace masudi::cli {
namespace {

using Options = std::vector<std::pair<std::string, std::string>>;

int failed(const Error& error) {
  print_error(error.message);
  return kFailed;
}

// What was chosen, in the form in which it is kept.
Options options_of(const AlertSettings& a) {
  Options out;
  const auto one = [&](const char* name, const std::string& value) {
    if (!value.empty()) out.emplace_back(name, value);
  };
  const auto all = [&](const char* name, const std::vector<std::string>& values) {
    for (const std::string& value : values) out.emplace_back(name, value);
  };
  const query::FilterWords& f = a.filter;
  one("from", f.from), one("to", f.to), all("actor", f.actors), all("recipient", f.recipients), one("dyad", a.dyad);
  all("type", f.types), all("country", f.countries), one("near", f.near), all("status", f.statuses);
  all("source", f.sources), one("text", f.text);
  if (f.min_confidence > 0) one("min-confidence", fmt::format("{}", f.min_confidence));
  if (f.min_origins > 0) one("min-origins", std::to_string(f.min_origins));
  if (a.is_new) out.emplace_back("new", "");
  one("count", a.count), one("times", a.times), one("within", a.within), one("against", a.against), one("of", a.of);
  one("at-least", a.at_least);
  return out;
}

// Where it goes, checked now rather than when there is something to tell.
Result<void> add_destinations(const AlertSettings& a, Options& options) {
  for (const std::string& url : a.webhooks) {
    auto normal = net::normal_url(url);
    if (!normal) return fail(fmt::format("--webhook: {}", normal.error().message));
    options.emplace_back("webhook", std::move(*normal));
  }
  for (const std::string& program : a.commands) {
    std::error_code error;
    const auto path = std::filesystem::absolute(program, error).lexically_normal();
    if (error || !std::filesystem::is_regular_file(path, error) || access(path.c_str(), X_OK) != 0) {
      return fail(fmt::format("--command: {} is no program that can be run; name its file (arguments go into a script)",
                              program));
    }
    options.emplace_back("command", path.string());
  }
  return {};
}

Result<std::optional<Date>> as_of(const AlertSettings& alert) {
  if (alert.as_of.empty()) return std::optional<Date>();
  const auto day = parse_date(alert.as_of);
  if (day) return day;
  return fail(fmt::format("--as-of: there is no day \"{}\"; write it as YYYY-MM-DD", alert.as_of));
}

// A store that is there: alerts of an empty new one are a slip of the name.
Result<store::Store> open_store(const std::string& path) {
  if (auto there = store::Connection::open(path, store::Connection::Mode::read); !there)
    return tl::make_unexpected(std::move(there.error()));
  return store::Store::open_to_write(path);
}

void print_alert(const Alert& alert) { fmt::print("{}\n", format::alert_json(alert)); }

Result<std::optional<Alert>> finding_of(const AlertSettings& alert) {
  const auto day = as_of(alert);
  if (!day) return tl::make_unexpected(day.error());
  const auto store = store::Store::open_to_read(alert.store);
  if (!store) return tl::make_unexpected(store.error());
  const auto saved = store::saved_search(*store, alert.name);
  if (!saved) return tl::make_unexpected(saved.error());
  if (!*saved) return fail(fmt::format("there is no search \"{}\"; masudi alert list shows them", alert.name));
  const auto search = query::read_search((*saved)->options);
  if (!search) return tl::make_unexpected(search.error());
  const auto last = query::last_day(*store);
  if (!last) return tl::make_unexpected(last.error());
  if (!*day && !*last) return std::optional<Alert>();
  auto found = query::find_alert(*store, *search, (*saved)->number, *day ? **day : **last);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  found->alert.search = alert.name;
  print_note(fmt::format("{}: {}: {}", alert.name, found->alert.title, found->holds ? "an alert" : "no alert"));
  return found->holds ? std::optional(std::move(found->alert)) : std::nullopt;
}

// Delivers what is due, or all that waits, and warns of what fails.
Result<alert::Deliveries> deliver_due(store::Store& store, bool allow_private, bool all) {
  alert::DeliverySettings settings;
  settings.net.allow_private = allow_private;
  settings.all = all;
  auto sums = alert::deliver(store, settings, std::time(nullptr));
  if (!sums) return sums;
  for (const std::string& failure : sums->failures) print_warning(failure);
  return sums;
}

}  // namespace

int add_alert(const AlertSettings& chosen) {
  AlertSettings alert = chosen;
  auto near = near_place(alert.filter.near);
  if (!near) return failed(near.error());
  alert.filter.near = std::move(*near);
  Options options = options_of(alert);
  if (auto done = add_destinations(alert, options); !done) return failed(done.error());
  auto store = open_store(alert.store);
  if (!store) return failed(store.error());
  if (auto done = alert::add_search(*store, alert.name, options); !done) return failed(done.error());
  const auto search = query::read_search(options);
  print_note(fmt::format("{}: tells {}", alert.name, search ? query::rule_in_words(search->rule) : ""));
  return kDone;
}

int remove_alert(const AlertSettings& alert) {
  auto store = open_store(alert.store);
  if (!store) return failed(store.error());
  const auto removed = store::remove_search(*store, alert.name);
  if (!removed) return failed(removed.error());
  if (!*removed) print_note(fmt::format("there is no search \"{}\"", alert.name));
  return *removed ? kDone : kNothingFound;
}

int check_alerts(const AlertSettings& alert) {
  const auto day = as_of(alert);
  if (!day) return failed(day.error());
  auto store = open_store(alert.store);
  if (!store) return failed(store.error());
  const auto alerts = alert::check_searches(*store, *day);
  if (!alerts) print_error(alerts.error().message);  // what waits is delivered all the same
  if (alerts) {
    for (const Alert& one : *alerts) print_alert(one);
  }
  std::fflush(stdout);
  const auto sums = deliver_due(*store, alert.allow_private, alert.retry);
  if (!sums) return failed(sums.error());
  print_note(fmt::format("{} alerts; {} delivered, {} to be tried again, {} given up", alerts ? alerts->size() : 0,
                         sums->delivered, sums->waiting, sums->given_up));
  return alerts && sums->failures.empty() ? kDone : kFailed;
}

int test_alert(const AlertSettings& alert) {
  const auto found = finding_of(alert);
  if (!found) return failed(found.error());
  if (*found) print_alert(**found);
  return *found ? kDone : kNothingFound;
}

void tell_alerts(const std::string& path, bool allow_private) {
  auto store = open_store(path);
  if (!store) return print_error(store.error().message);
  if (const auto alerts = alert::check_searches(*store, std::nullopt); alerts) {
    for (const Alert& one : *alerts) print_note(fmt::format("alert {}: {}", one.search, one.title));
  } else {
    print_error(alerts.error().message);
  }
  if (const auto sums = deliver_due(*store, allow_private, false); !sums) print_error(sums.error().message);
}

}  // namespace masudi::cli
