// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "alert_run.h"
#include "asking.h"
#include "format/alert.h"
#include "query/alert_rule.h"
#include "query/sheets.h"
#include "record_settings.h"
#include "store/alerts.h"
#include "store/searches.h"

namespace masudi::cli {
namespace {

RecordSettings of_store(const AlertSettings& alert) {
  RecordSettings record;
  record.store = alert.store;
  return record;
}

// The options as a person would write them, without those that the rule tells.
std::string options_in_words(const store::SavedSearch& search) {
  std::string out;
  for (const auto& [name, value] : search.options) {
    out += fmt::format("{}--{}{}{}", out.empty() ? "" : " ", name, value.empty() ? "" : " ", value);
  }
  return out;
}

Result<Sheet> list(const store::Store& store) {
  const auto searches = store::saved_searches(store);
  if (!searches) return tl::make_unexpected(searches.error());
  Sheet sheet{{"name", "rule", "on", "checked", "options"}, {}};
  for (const store::SavedSearch& search : *searches) {
    const auto read = query::read_search(search.options);
    Sheet::Cell checked;
    if (search.checked) checked = to_string(*search.checked);
    sheet.rows.push_back({search.name, read ? query::rule_in_words(read->rule) : read.error().message,
                          std::string(search.is_on ? "yes" : "no"), checked, options_in_words(search)});
  }
  return sheet;
}

// An alert a row, with what became of its deliveries.
Result<Sheet> history(const store::Store& store, const std::string& name) {
  auto statement = store.connection().prepare(
      "SELECT a.id, a.search, a.day, a.title, a.value, a.usual, a.incidents, (SELECT group_concat(way || ' ' || target "
      "|| "
      "': ' || state || CASE WHEN failure <> '' THEN ' after ' || attempts || ' attempts: ' || failure ELSE '' END, '; "
      "') "
      "FROM (SELECT * FROM delivery d WHERE d.alert_id = a.alert_id ORDER BY delivery_id)) AS deliveries "
      "FROM alert a WHERE ?1 = '' OR a.search = ?1 ORDER BY a.alert_id DESC");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(name);
  return query::sheet_of(*statement);
}

}  // namespace

int list_alerts(const Settings& settings, const AlertSettings& alert) {
  return answer(settings, of_store(alert), [](store::Store& store) { return list(store); });
}

int show_alerts(const Settings& settings, const AlertSettings& alert) {
  return answer(settings, of_store(alert), [&](store::Store& store) { return history(store, alert.name); });
}

int write_alert_feed(const Settings& settings, const AlertSettings& alert) {
  constexpr std::uint64_t kMost = 100;
  return answer_with(settings, of_store(alert), [&](store::Store& store) {
    return store::alerts(store, alert.name, kMost).map([&](const std::vector<Alert>& alerts) {
      return Drawn{format::write_atom(format::alert_feed(alerts, alert.name)), false};
    });
  });
}

}  // namespace masudi::cli
