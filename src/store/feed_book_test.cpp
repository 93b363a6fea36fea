// SPDX-License-Identifier: Apache-2.0
#include "store/feed_book.h"

#include <gtest/gtest.h>

#include "store/testing.h"

namespace masudi::store {
namespace {

FeedRow feed(const std::string& url) {
  FeedRow out;
  out.url = url;
  return out;
}

TEST(FeedBook, KeepsFeedsInOrder) {
  const testing::Folder folder("feed-book");
  auto store = Store::open_to_write(folder.file("a.db"));
  ASSERT_TRUE(store);
  FeedBook book(*store);
  EXPECT_TRUE(book.add(feed("http://b.example/")).value());
  EXPECT_TRUE(book.add(feed("http://a.example/")).value());
  auto named = feed("http://b.example/");
  named.name = "Kyo Times", named.every = 900;
  EXPECT_FALSE(book.add(named).value());
  EXPECT_FALSE(book.add(feed("http://b.example/")).value());
  auto all = book.all().value();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].url, "http://b.example/");
  EXPECT_EQ(all[0].name, "Kyo Times");
  EXPECT_EQ(all[0].every, 900);

  all[0].due = 500, all[0].problem = "gone", all[0].failures = 3, all[0].last_tried = 100, all[0].etag = "x";
  ASSERT_TRUE(book.update(all[0]));
  EXPECT_EQ(book.due(499).value().size(), 1u);
  EXPECT_EQ(book.due(500).value().size(), 2u);
  EXPECT_EQ(book.due(500).value()[0].problem, "gone");
  EXPECT_EQ(book.due(500).value()[0].last_tried, 100);
  EXPECT_FALSE(book.due(500).value()[0].last_good);
  EXPECT_EQ(book.next_due().value(), 0);
  EXPECT_TRUE(book.remove("http://a.example/").value());
  EXPECT_EQ(book.next_due().value(), 500);
  all[0].is_gone = true;
  ASSERT_TRUE(book.update(all[0]));
  EXPECT_FALSE(book.next_due().value());
  EXPECT_TRUE(book.remove("1").value());
  EXPECT_FALSE(book.remove("1").value());
}

TEST(FeedBook, KnowsWhatWasSeen) {
  const testing::Folder folder("feed-book-items");
  auto store = Store::open_to_write(folder.file("a.db"));
  ASSERT_TRUE(store);
  FeedBook book(*store);
  ASSERT_TRUE(book.add(feed("http://a.example/")));
  ASSERT_TRUE(book.put(1, {"k", 7, 70, ItemOutcome::stored, "doc", "", 1, 1000}));
  ASSERT_TRUE(book.put(1, {"l", 8, std::nullopt, ItemOutcome::failed, "", "404", 2, 1000}));
  const auto item = book.item(1, "k").value();
  ASSERT_TRUE(item);
  EXPECT_EQ(item->seen_hash, 7);
  EXPECT_EQ(item->document, "doc");
  EXPECT_EQ(book.item(1, "l").value()->outcome, ItemOutcome::failed);
  EXPECT_FALSE(book.item(1, "m").value());
  EXPECT_TRUE(book.has_text(1, 70, "other").value());
  EXPECT_FALSE(book.has_text(1, 70, "k").value());
  ASSERT_TRUE(book.add(feed("http://b.example/")));
  ASSERT_TRUE(book.add(feed("http://c.example/")));
  ASSERT_TRUE(book.put(2, {"k", 7, 70, ItemOutcome::other, "", "", 1, 1000}));
  ASSERT_TRUE(book.put(2, {"l", 8, 80, ItemOutcome::other, "", "", 1, 1000}));
  const auto counts = book.counts().value();
  EXPECT_EQ(counts.at(1).stored, 1);
  EXPECT_EQ(counts.at(1).failed, 1);
  EXPECT_EQ(counts.at(2).stored, 0);
  EXPECT_EQ(counts.at(2).other, 2);
  EXPECT_FALSE(counts.contains(3));
  ASSERT_TRUE(book.remove("1"));
  EXPECT_FALSE(book.item(1, "k").value());
}

}  // namespace
}  // namespace masudi::store
