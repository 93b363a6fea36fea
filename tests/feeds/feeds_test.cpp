// SPDX-License-Identifier: Apache-2.0
// A day with all kinds of feeds: what is good arrives once, what is bad is told.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "embedded/embedded.h"
#include "feed/runner.h"
#include "store/feed_book.h"
#include "store/testing.h"
#include "world.h"

namespace masudi::tests {
namespace {

struct Parts {
  language::Core core = language::Core::over(embedded::model()).value();
  knowledge::Knowledge knowledge = knowledge::Knowledge::over(embedded::knowledge()).value();
  coding::Coder coder{knowledge};
};

class Ears final : public feed::Listener {
 public:
  void note(const std::string& message) override { notes.push_back(message); }
  void broken(const std::string& feed, const std::string&) override { broken_feeds.insert(feed); }
  void harvested(const feed::Harvest& harvest) override {
    added += harvest.ingested.added, changed += harvest.ingested.changed;
  }
  std::vector<std::string> notes;
  std::set<std::string> broken_feeds;
  std::size_t added = 0, changed = 0;
};

feed::Settings settings_of(const std::string& store) {
  feed::Settings out;
  out.store = store;
  out.net.allowed = {"127.0.0.1"};
  out.net.limits.whole = std::chrono::seconds(5);
  out.net.limits.bytes = 4 << 20;
  return out;
}

bool is_page_only(const TestFeed& feed) { return feed.problem == "never a feed"; }

void follow_all(const World& world, const std::string& path) {
  auto store = store::Store::open_to_write(path);
  ASSERT_TRUE(store);
  for (const TestFeed& feed : world.feeds()) {
    store::FeedRow row;
    row.url = world.url("/" + feed.name);
    if (feed.name == "silent") row.every = World::kDay;  // once is long enough to wait
    if (is_page_only(feed)) continue;
    ASSERT_TRUE(store::FeedBook(*store).add(row));
  }
}

void check_feeds(World& world, const std::string& path, const Ears& ears) {
  auto store = store::Store::open_to_read(path);
  ASSERT_TRUE(store);
  const store::FeedBook book(*store);
  const auto rows = book.all().value();
  std::size_t at = 0;
  for (const TestFeed& feed : world.feeds()) {
    if (is_page_only(feed)) continue;
    const store::FeedRow& row = rows.at(at++);
    ASSERT_EQ(row.url, world.url("/" + feed.name));
    std::set<std::string> documents;
    auto find =
        store->connection().prepare("SELECT document FROM feed_item WHERE feed_id = ? AND outcome = 'stored'").value();
    find.bind_all(row.feed);
    ASSERT_TRUE(find.each([&] { documents.insert(find.string(0)); }));
    EXPECT_EQ(documents.size(), feed.documents) << feed.name;
    EXPECT_NE(row.problem.find(feed.problem), std::string::npos) << feed.name << ": " << row.problem;
    EXPECT_EQ(row.problem.empty(), feed.problem.empty()) << feed.name << ": " << row.problem;
    EXPECT_EQ(ears.broken_feeds.contains(row.url), row.failures > 0) << feed.name;
    EXPECT_EQ(row.failures > 0, !row.problem.empty() && feed.documents == 0) << feed.name;
    EXPECT_LE(world.calls("/" + feed.name), feed.most_calls) << feed.name;
    EXPECT_GE(world.calls("/" + feed.name), 1u) << feed.name;
  }
}

TEST(Feeds, AreFollowedForADay) {
  const store::testing::Folder folder("feeds-day");
  const std::string path = folder.file("news.db");
  TestClock clock(World::kStart, World::kStart + World::kDay - 1);
  World world(clock);
  EXPECT_GE(world.feeds().size(), 50u);
  follow_all(world, path);
  const Parts parts;
  Ears ears;
  feed::Runner runner(settings_of(path), {parts.core, &parts.coder, nullptr}, {"1", "m", "k"}, clock, ears);
  const auto done = runner.run(clock.over());
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_GE(clock.now(), World::kStart + World::kDay - 1);
  EXPECT_TRUE(ears.notes.empty()) << ears.notes.front();
  check_feeds(world, path, ears);

  // Each document once, the corrected one in two versions.
  auto store = store::Store::open_to_read(path);
  ASSERT_TRUE(store);
  std::size_t expected = 0;
  for (const TestFeed& feed : world.feeds()) expected += feed.documents;
  const auto count = [&](const char* sql) {
    return static_cast<std::size_t>(store->connection().integer(sql).value());
  };
  EXPECT_EQ(count("SELECT count(DISTINCT id) FROM document"), expected);
  EXPECT_EQ(count("SELECT count(*) FROM document"), expected + 1);
  EXPECT_EQ(ears.added, expected);
  EXPECT_EQ(ears.changed, 1u);
  EXPECT_EQ(count("SELECT count(*) FROM document WHERE version = 2 AND text LIKE '%corrected%'"), 1u);
  // What stands beside others with the same link has its own text and not the page's.
  EXPECT_EQ(count("SELECT count(*) FROM document WHERE title LIKE 'n %' AND text NOT LIKE '%council%'"), 3u);
  // The day at the place; a page's day where the feed's cannot be.
  EXPECT_EQ(count("SELECT count(*) FROM document WHERE id LIKE '%/article/rss/%' AND date = '2024-03-11'"), 4u);
  EXPECT_EQ(count("SELECT count(*) FROM document WHERE id LIKE '%/article/future/%' AND date = '2024-03-11'"), 4u);
  EXPECT_EQ(count("SELECT count(*) FROM document WHERE id LIKE '%/article/epoch/%' AND date = '2024-03-11'"), 4u);
  EXPECT_EQ(count("SELECT count(*) FROM feed_item WHERE outcome = 'other'"), 2u);
  EXPECT_GE(count("SELECT count(*) FROM event WHERE type = 'ASSAULT'"), expected / 2);
  EXPECT_EQ(count("SELECT count(*) FROM feed WHERE is_gone"), 1u);
}

TEST(Feeds, AreTakenUpAgainAfterAStop) {
  const store::testing::Folder folder("feeds-again");
  const std::string path = folder.file("news.db");
  TestClock clock(World::kStart, World::kStart + World::kDay);
  World world(clock);
  auto store = store::Store::open_to_write(path);
  ASSERT_TRUE(store);
  store::FeedRow row;
  row.url = world.url("/rss");
  ASSERT_TRUE(store::FeedBook(*store).add(row));
  const Parts parts;
  Ears ears;
  std::stop_source stopped;
  stopped.request_stop();
  feed::Runner runner(settings_of(path), {parts.core, &parts.coder, nullptr}, {"1", "m", "k"}, clock, ears);
  EXPECT_FALSE(runner.look(stopped.get_token()).value());
  EXPECT_EQ(store::FeedBook(*store).all().value()[0].failures, 0);
  EXPECT_EQ(runner.look({}).value()->ingested.added, 1u);
  EXPECT_EQ(runner.look({}).value()->looked_at, 0u);
}

TEST(Feeds, CanBeFolders) {
  const store::testing::Folder folder("feeds-folder");
  const std::string path = folder.file("news.db"), inbox = folder.file("inbox");
  std::filesystem::create_directory(inbox);
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream(inbox + "/" + name) << text;
    std::filesystem::last_write_time(inbox + "/" + name,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  };
  write("a.txt", "date 2024-03-12 " + story("Inbox", 0));
  write("b.jsonl", "{\"id\":\"b1\",\"date\":\"2024-03-12\",\"text\":\"" + story("Inbox", 1) + "\"}\nno JSON\n");
  write("c.html", "<meta name=date content=2024-03-12><article><p>" + story("Inbox", 2) + "</p></article>");
  write("d.txt", story("Inbox", 3));
  auto store = store::Store::open_to_write(path);
  ASSERT_TRUE(store);
  store::FeedBook book(*store);
  store::FeedRow row;
  row.url = inbox, row.kind = store::FeedKind::folder;
  ASSERT_TRUE(book.add(row));
  TestClock clock(World::kStart, World::kStart + World::kDay);
  const Parts parts;
  Ears ears;
  feed::Runner runner(settings_of(path), {parts.core, &parts.coder, nullptr}, {"1", "m", "k"}, clock, ears);
  const auto first = runner.look({}).value();
  EXPECT_EQ(first->ingested.added, 3u);
  EXPECT_EQ(first->ingested.failed, 2u);
  EXPECT_EQ(book.counts().value().at(1).stored, 3);
  EXPECT_EQ(book.counts().value().at(1).failed, 1);
  EXPECT_NE(book.item(1, "d.txt").value()->problem.find("no date"), std::string::npos);

  write("e.txt", "date 2024-03-12 " + story("Inbox", 4));
  clock.wait_until(World::kStart + 3600, {});
  EXPECT_EQ(runner.look({}).value()->ingested.added, 1u);
  std::filesystem::remove_all(inbox);
  clock.wait_until(World::kStart + 2 * 3600, {});
  EXPECT_EQ(runner.look({}).value()->failed, 1u);
  EXPECT_NE(book.all().value()[0].problem.find("cannot be read"), std::string::npos);
}

}  // namespace
}  // namespace masudi::tests
