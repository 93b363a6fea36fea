// SPDX-License-Identifier: Apache-2.0
#include "store/feed_book.h"

namespace masudi::store {
namespace {

constexpr const char* kKinds[] = {"feed", "folder"};
constexpr const char* kOutcomes[] = {"stored", "other", "duplicate", "failed"};

ItemOutcome outcome_named(std::string_view name) {
  for (std::size_t at = 0; at < std::size(kOutcomes); ++at) {
    if (name == kOutcomes[at]) return static_cast<ItemOutcome>(at);
  }
  return ItemOutcome::failed;
}

FeedRow feed_of(const Statement& row) {
  FeedRow out;
  out.feed = row.integer(0), out.url = row.string(1);
  out.kind = row.text(2) == "folder" ? FeedKind::folder : FeedKind::feed;
  out.name = row.string(3), out.title = row.string(4);
  out.every = row.optional_integer(5);
  out.etag = row.string(6), out.last_modified = row.string(7);
  out.due = row.integer(8), out.last_tried = row.optional_integer(9), out.last_good = row.optional_integer(10);
  out.failures = row.integer(11), out.problem = row.string(12), out.is_gone = row.integer(13) != 0;
  return out;
}

FeedItemRow item_of(const Statement& row) {
  return {row.string(0), row.integer(1), row.optional_integer(2), outcome_named(row.text(3)),
          row.string(4), row.string(5),  row.integer(6),          row.integer(7)};
}

}  // namespace

Result<bool> FeedBook::add(const FeedRow& feed) {
  auto find = connection_->prepare("SELECT 1 FROM feed WHERE url = ?");
  if (!find) return tl::make_unexpected(std::move(find.error()));
  find->bind_all(feed.url);
  auto known = find->step();
  find->reset();
  if (!known) return known;
  auto write = connection_->prepare(
      *known ? "UPDATE feed SET name = coalesce(nullif(?2, ''), name), every = coalesce(?3, every), is_gone = 0 "
               "WHERE url = ?1"
             : "INSERT INTO feed VALUES (NULL, ?1, ?4, ?2, '', ?3, '', '', 0, NULL, NULL, 0, '', 0)");
  if (!write) return tl::make_unexpected(std::move(write.error()));
  write->bind_all(feed.url, feed.name, feed.every);
  if (!*known) write->bind(4, kKinds[static_cast<std::size_t>(feed.kind)]);
  return write->finish().map([&] { return !*known; });
}

Result<bool> FeedBook::remove(const std::string& url_or_number) {
  auto statement =
      connection_->prepare("DELETE FROM feed WHERE url = ?1 OR CAST(feed_id AS TEXT) = ?1 RETURNING feed_id");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(url_or_number);
  bool found = false;
  return statement->each([&] { found = true; }).map([&] { return found; });
}

Result<std::vector<FeedRow>> FeedBook::select(const std::string& condition) const {
  auto statement = connection_->prepare("SELECT * FROM feed " + condition + " ORDER BY feed_id");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  std::vector<FeedRow> out;
  return statement->each([&] { out.push_back(feed_of(*statement)); }).map([&] { return std::move(out); });
}

Result<std::vector<FeedRow>> FeedBook::all() const { return select(""); }

Result<std::vector<FeedRow>> FeedBook::due(std::int64_t now) const {
  return select("WHERE NOT is_gone AND due <= " + std::to_string(now));
}

Result<std::optional<std::int64_t>> FeedBook::next_due() const {
  auto statement = connection_->prepare("SELECT min(due) FROM feed WHERE NOT is_gone");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  std::optional<std::int64_t> out;
  return statement->each([&] { out = statement->optional_integer(0); }).map([&] { return out; });
}

Result<std::map<std::int64_t, FeedCounts>> FeedBook::counts() const {
  auto statement = connection_->prepare("SELECT feed_id, outcome, count(*) FROM feed_item GROUP BY feed_id, outcome");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  std::map<std::int64_t, FeedCounts> out;
  return statement
      ->each([&] {
        FeedCounts& of = out[statement->integer(0)];
        std::int64_t* const counts[] = {&of.stored, &of.other, &of.duplicate, &of.failed};
        *counts[static_cast<std::size_t>(outcome_named(statement->text(1)))] = statement->integer(2);
      })
      .map([&] { return std::move(out); });
}

Result<std::optional<FeedItemRow>> FeedBook::item(std::int64_t feed, const std::string& key) const {
  auto statement = connection_->prepare(
      "SELECT key, seen_hash, text_hash, outcome, document, problem, tries, seen FROM feed_item "
      "WHERE feed_id = ? AND key = ?");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  std::optional<FeedItemRow> out;
  statement->bind_all(feed, key);
  return statement->each([&] { out = item_of(*statement); }).map([&] { return std::move(out); });
}

namespace {

template <class... Values>
Result<bool> is_there(const Connection& connection, std::string_view sql, const Values&... values) {
  auto statement = connection.prepare(sql);
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  statement->bind_all(values...);
  return statement->step();
}

}  // namespace

Result<bool> FeedBook::has_text(std::int64_t feed, std::int64_t text_hash, const std::string& but_key) const {
  return is_there(*connection_, "SELECT 1 FROM feed_item WHERE feed_id = ? AND text_hash = ? AND key <> ?", feed,
                  text_hash, but_key);
}

Result<bool> FeedBook::has_document(std::int64_t feed, const std::string& document, const std::string& but_key) const {
  return is_there(*connection_,
                  "SELECT 1 FROM feed_item WHERE document = ? AND feed_id = ? AND key <> ? AND outcome = 'stored'",
                  document, feed, but_key);
}

Result<bool> FeedBook::is_elsewhere(const std::string& document, std::int64_t but_feed) const {
  return is_there(*connection_, "SELECT 1 FROM feed_item WHERE document = ? AND feed_id <> ? AND outcome = 'stored'",
                  document, but_feed);
}

Result<void> FeedBook::update(const FeedRow& feed) {
  auto statement = connection_->prepare(
      "UPDATE feed SET title = ?, etag = ?, last_modified = ?, due = ?, last_tried = ?, last_good = ?, failures = ?, "
      "problem = ?, is_gone = ? WHERE feed_id = ?");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  return statement->run(feed.title, feed.etag, feed.last_modified, feed.due, feed.last_tried, feed.last_good,
                        feed.failures, feed.problem, feed.is_gone ? 1 : 0, feed.feed);
}

Result<void> FeedBook::put(std::int64_t feed, const FeedItemRow& item) {
  auto statement = connection_->prepare("INSERT OR REPLACE INTO feed_item VALUES (?,?,?,?,?,?,?,?,?)");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  return statement->run(feed, item.key, item.seen_hash, item.text_hash,
                        kOutcomes[static_cast<std::size_t>(item.outcome)], item.document, item.problem, item.tries,
                        item.seen);
}

}  // namespace masudi::store
