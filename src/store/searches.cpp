// SPDX-License-Identifier: Apache-2.0
#include "store/searches.h"

#include <fmt/format.h>

namespace masudi::store {
namespace {

Result<void> read_options(const Store& store, SavedSearch& search) {
  auto statement =
      store.connection().prepare("SELECT name, value FROM search_option WHERE search_id = ? ORDER BY position");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(search.number);
  return statement->each([&] { search.options.emplace_back(statement->string(0), statement->string(1)); });
}

template <class... Values>
Result<void> change(Store& store, std::string_view sql, const Values&... values) {
  auto statement = store.connection().prepare(sql);
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  return statement->run(values...);
}

}  // namespace

Result<std::vector<SavedSearch>> saved_searches(const Store& store) {
  auto statement = store.connection().prepare("SELECT search_id, name, is_on, checked FROM search ORDER BY name");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  std::vector<SavedSearch> searches;
  auto done = statement->each([&] {
    searches.push_back(
        {statement->integer(0), statement->string(1), {}, statement->integer(2) != 0, statement->date(3)});
  });
  for (SavedSearch& search : searches) {
    if (done) done = read_options(store, search);
  }
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return searches;
}

Result<std::optional<SavedSearch>> saved_search(const Store& store, const std::string& name) {
  auto all = saved_searches(store);
  if (!all) return tl::make_unexpected(std::move(all.error()));
  for (SavedSearch& search : *all) {
    if (search.name == name) return std::optional(std::move(search));
  }
  return std::optional<SavedSearch>();
}

Result<std::int64_t> save_search(Store& store, const std::string& name,
                                 std::span<const std::pair<std::string, std::string>> options) {
  const auto there = saved_search(store, name);
  if (!there) return tl::make_unexpected(there.error());
  if (*there) return fail(fmt::format("there is a search \"{}\" already; remove it first, or take another name", name));
  auto done = change(store, "INSERT INTO search (name, is_on) VALUES (?, 0)", name);
  if (!done) return tl::make_unexpected(std::move(done.error()));
  const std::int64_t number = store.connection().last_row();
  int position = 0;
  for (const auto& [option, value] : options) {
    done = change(store, "INSERT INTO search_option VALUES (?,?,?,?)", number, position++, option, value);
    if (!done) return tl::make_unexpected(std::move(done.error()));
  }
  return number;
}

Result<bool> remove_search(Store& store, const std::string& name) {
  const auto there = saved_search(store, name);
  if (!there) return tl::make_unexpected(there.error());
  if (!*there) return false;
  return change(store, "DELETE FROM search WHERE search_id = ?", (*there)->number).map([] { return true; });
}

Result<void> mark_checked(Store& store, std::int64_t search, bool is_on, Date day) {
  return change(store, "UPDATE search SET is_on = ?, checked = ? WHERE search_id = ?", int{is_on}, day, search);
}

Result<void> mark_seen(Store& store, std::int64_t search, std::span<const std::int64_t> incidents) {
  auto statement = store.connection().prepare(
      "INSERT OR IGNORE INTO search_seen SELECT ?, e.id FROM incident_mention JOIN event e USING (event_id) "
      "WHERE incident_id = ?");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  for (const std::int64_t incident : incidents) {
    if (auto done = statement->run(search, incident); !done) return done;
  }
  return {};
}

}  // namespace masudi::store
