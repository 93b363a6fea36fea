// SPDX-License-Identifier: Apache-2.0
#include "store/alerts.h"

#include <fmt/format.h>

#include "base/hash.h"

namespace masudi::store {
namespace {

constexpr std::string_view kColumns =
    "a.alert_id, a.id, a.search, a.day, a.from_day, a.title, a.value, a.usual, a.incidents";

std::optional<double> real_of(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.real(column);
}

// From columns as in kColumns, without what is behind it; gives alert_id.
std::int64_t read_head(const Statement& row, Alert& alert) {
  alert.id = row.string(1), alert.search = row.string(2);
  alert.day = row.date(3).value_or(Date{}), alert.from = row.date(4);
  alert.title = row.string(5);
  alert.value = real_of(row, 6), alert.usual = real_of(row, 7);
  alert.incidents = row.integer(8);
  return row.integer(0);
}

Result<void> read_behind(const Store& store, std::int64_t number, Alert& alert) {
  auto statement = store.connection().prepare(
      "SELECT id, summary, reports, origins FROM alert_incident WHERE alert_id = ? ORDER BY position");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(number);
  return statement->each([&] {
    alert.behind.push_back({statement->string(0), statement->string(1), statement->integer(2), statement->integer(3)});
  });
}

template <class... Values>
Result<void> change(Store& store, std::string_view sql, const Values&... values) {
  auto statement = store.connection().prepare(sql);
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  return statement->run(values...);
}

// The number makes it unique in the store, the rest keeps two stores apart.
std::string id_of(const Alert& alert, std::int64_t number) {
  std::uint64_t hash = hash_mix(kHashSeed, static_cast<std::uint64_t>(number));
  hash = hash_mix(hash_bytes(alert.search, hash), static_cast<std::uint64_t>(alert.day.days));
  for (const Alert::Behind& one : alert.behind) hash = hash_bytes(one.id, hash);
  return fmt::format("{:016x}", hash_bytes(alert.title, hash));
}

Result<void> put_parts(Store& store, const Alert& alert, std::int64_t number,
                       std::span<const Destination> destinations) {
  int position = 0;
  for (const Alert::Behind& one : alert.behind) {
    auto done = change(store, "INSERT INTO alert_incident VALUES (?,?,?,?,?,?)", number, position++, one.id,
                       one.summary, one.reports, one.origins);
    if (!done) return done;
  }
  for (const Destination& to : destinations) {
    auto done = change(store, "INSERT INTO delivery VALUES (NULL,?,?,?,'waiting',0,0,'')", number, to.way, to.target);
    if (!done) return done;
  }
  return {};
}

}  // namespace

Result<Alert> put_alert(Store& store, Alert alert, std::span<const Destination> destinations) {
  // The number is known only when the row is there; until then it has an id that no alert has.
  auto done = change(store, "INSERT INTO alert VALUES (NULL,'',?,?,?,?,?,?,?)", alert.search, alert.day, alert.from,
                     alert.title, alert.value, alert.usual, alert.incidents);
  const std::int64_t number = store.connection().last_row();
  alert.id = id_of(alert, number);
  if (done) done = change(store, "UPDATE alert SET id = ? WHERE alert_id = ?", alert.id, number);
  if (done) done = put_parts(store, alert, number, destinations);
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return alert;
}

Result<std::vector<Alert>> alerts(const Store& store, const std::string& search, std::uint64_t limit) {
  auto statement = store.connection().prepare(
      fmt::format("SELECT {} FROM alert a WHERE ?1 = '' OR a.search = ?1 ORDER BY a.alert_id DESC LIMIT ?2", kColumns));
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(search, limit > 0 ? static_cast<std::int64_t>(limit) : std::int64_t{-1});
  std::vector<Alert> out;
  std::vector<std::int64_t> numbers;
  auto done = statement->each([&] { numbers.push_back(read_head(*statement, out.emplace_back())); });
  for (std::size_t at = 0; done && at < out.size(); ++at) done = read_behind(store, numbers[at], out[at]);
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return out;
}

Result<std::vector<Delivery>> waiting_deliveries(const Store& store, std::int64_t now, bool all) {
  auto statement = store.connection().prepare(
      fmt::format("SELECT {}, d.delivery_id, d.way, d.target, d.attempts, d.next_attempt FROM delivery d JOIN alert a "
                  "USING (alert_id) WHERE d.state = 'waiting' AND (? OR d.next_attempt <= ?) ORDER BY d.delivery_id",
                  kColumns));
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(int{all}, now);
  std::vector<Delivery> out;
  std::vector<std::int64_t> numbers;
  auto done = statement->each([&] {
    Delivery& delivery = out.emplace_back();
    numbers.push_back(read_head(*statement, delivery.alert));
    delivery.number = statement->integer(9);
    delivery.destination = {statement->string(10), statement->string(11)};
    delivery.attempts = statement->integer(12), delivery.next_attempt = statement->integer(13);
  });
  for (std::size_t at = 0; done && at < out.size(); ++at) done = read_behind(store, numbers[at], out[at].alert);
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return out;
}

Result<bool> claim(Store& store, const Delivery& delivery, std::int64_t next_attempt) {
  auto done = change(store,
                     "UPDATE delivery SET attempts = attempts + 1, next_attempt = ? WHERE delivery_id = ? AND "
                     "attempts = ? AND state = 'waiting'",
                     next_attempt, delivery.number, delivery.attempts);
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return store.connection().integer("SELECT changes()").map([](std::int64_t changed) { return changed == 1; });
}

Result<void> mark_delivered(Store& store, const Delivery& delivery) {
  return change(store, "UPDATE delivery SET state = 'delivered', failure = '' WHERE delivery_id = ?", delivery.number);
}

Result<void> mark_failed(Store& store, const Delivery& delivery, std::string_view failure, std::int64_t next_attempt,
                         bool give_up) {
  return change(store, "UPDATE delivery SET state = ?, failure = ?, next_attempt = ? WHERE delivery_id = ?",
                give_up ? "given-up" : "waiting", failure, next_attempt, delivery.number);
}

}  // namespace masudi::store
