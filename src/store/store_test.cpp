// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <gtest/gtest.h>

#include <fstream>

#include "store/known_documents.h"
#include "store/loader.h"
#include "store/recorder.h"
#include "store/schema.h"
#include "store/testing.h"

namespace masudi::store {
namespace {

using testing::Folder;
using testing::full_story;

const CoderStamp kStamp{"1", "model", "knowledge"};

Outcome put(Store& store, const CodedDocument& coded) {
  EXPECT_TRUE(store.connection().begin());
  auto recorder = Recorder::open(store, kStamp);
  EXPECT_TRUE(recorder);
  auto outcome = recorder->put(coded, "digest");
  EXPECT_TRUE(outcome) << outcome.error().message;
  EXPECT_TRUE(store.connection().commit());
  return *outcome;
}

std::int64_t count(Store& store, const std::string& sql) { return store.connection().integer(sql).value_or(-1); }

TEST(Store, GivesBackWhatWasPut) {
  const Folder folder("gives-back");
  auto store = Store::open_to_write(folder.file("s.db"));
  ASSERT_TRUE(store) << store.error().message;
  const CodedDocument coded = full_story();
  EXPECT_EQ(put(*store, coded), Outcome::added);
  auto loader = Loader::over(*store);
  ASSERT_TRUE(loader) << loader.error().message;
  auto back = loader->whole_document(1);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->coded.document.text, coded.document.text);
  EXPECT_EQ(back->coded.document.authors, coded.document.authors);
  EXPECT_EQ(back->coded.document.date, coded.document.date);
  EXPECT_EQ(back->coded.events, coded.events);
  EXPECT_EQ(back->coded.provenance, coded.provenance);
  EXPECT_EQ(back->stamp, kStamp);
}

TEST(Store, KnowsADocumentByIdAndContent) {
  const Folder folder("knows");
  auto store = Store::open_to_write(folder.file("s.db"));
  ASSERT_TRUE(store);
  CodedDocument coded = full_story();
  EXPECT_EQ(put(*store, coded), Outcome::added);
  EXPECT_EQ(put(*store, coded), Outcome::known);
  auto known = KnownDocuments::open(folder.file("s.db"));
  ASSERT_TRUE(known);
  EXPECT_TRUE(known->has(coded.document).value());
  coded.document.text += " It was denied.";
  EXPECT_FALSE(known->has(coded.document).value());
  EXPECT_EQ(put(*store, coded), Outcome::changed);
  EXPECT_TRUE(known->has(coded.document).value());
  EXPECT_EQ(count(*store, "SELECT count(*) FROM document"), 2);
  EXPECT_EQ(count(*store, "SELECT count(*) FROM document WHERE is_current"), 1);
  EXPECT_EQ(count(*store, "SELECT count(*) FROM event WHERE is_current"), 1);
}

TEST(Store, RecodingReplacesEventsAndTheirParts) {
  const Folder folder("recode");
  auto store = Store::open_to_write(folder.file("s.db"));
  ASSERT_TRUE(store);
  CodedDocument coded = full_story();
  put(*store, coded);
  coded.events.clear(), coded.provenance.clear();
  auto recorder = Recorder::open(*store, {"2", "model", "knowledge"});
  ASSERT_TRUE(recorder);
  ASSERT_TRUE(recorder->recode(1, true, coded, "digest"));
  for (const char* table : {"event", "party", "party_sector", "place", "place_area", "event_mode", "evidence"}) {
    EXPECT_EQ(count(*store, std::string("SELECT count(*) FROM ") + table), 0) << table;
  }
  EXPECT_EQ(count(*store, "SELECT coding_id FROM document"), 2);
}

TEST(Store, FindsTextAndNames) {
  const Folder folder("search");
  auto store = Store::open_to_write(folder.file("s.db"));
  ASSERT_TRUE(store);
  put(*store, full_story());
  EXPECT_EQ(count(*store, "SELECT count(*) FROM text_search WHERE text_search MATCH 'sud AND title'"), 1);
  EXPECT_EQ(count(*store, "SELECT count(*) FROM name_search WHERE name_search MATCH 'front'"), 1);
  EXPECT_EQ(count(*store, "SELECT count(*) FROM place_area WHERE max_lat > 1 AND min_lat < 2"), 1);
}

TEST(Store, RefusesWhatIsNoStore) {
  const Folder folder("refuses");
  std::ofstream(folder.file("text.db")) << std::string(5000, 'x');
  auto text = Store::open_to_write(folder.file("text.db"));
  ASSERT_FALSE(text);
  EXPECT_NE(text.error().message.find("not a store"), std::string::npos) << text.error().message;

  auto other = Connection::open(folder.file("other.db"), Connection::Mode::create);
  ASSERT_TRUE((*other)->run("CREATE TABLE mine (x)"));
  auto stranger = Store::open_to_write(folder.file("other.db"));
  ASSERT_FALSE(stranger);
  EXPECT_NE(stranger.error().message.find("no store of masudi"), std::string::npos) << stranger.error().message;
  EXPECT_FALSE(Store::open_to_read(folder.file("absent.db")));
}

TEST(Store, AnswersWhileAnotherWritesAndRefusesASecondWriter) {
  const Folder folder("locked");
  auto writer = Store::open_to_write(folder.file("s.db"));
  ASSERT_TRUE(writer);
  put(*writer, full_story());
  ASSERT_TRUE(writer->connection().begin());
  ASSERT_TRUE(writer->connection().run("DELETE FROM document"));
  auto reader = Store::open_to_read(folder.file("s.db"));
  ASSERT_TRUE(reader) << reader.error().message;
  EXPECT_EQ(count(*reader, "SELECT count(*) FROM document"), 1);
  auto second = Store::open_to_write(folder.file("s.db"));
  ASSERT_TRUE(second) << second.error().message;
  const auto begun = second->connection().begin();
  ASSERT_FALSE(begun);
  EXPECT_NE(begun.error().message.find("another program is writing"), std::string::npos) << begun.error().message;
  writer->connection().roll_back();
  EXPECT_TRUE(second->connection().begin());
}

TEST(Store, ReadingChangesNothing) {
  const Folder folder("read-only");
  ASSERT_TRUE(Store::open_to_write(folder.file("s.db")));
  auto reader = Store::open_to_read(folder.file("s.db"));
  ASSERT_TRUE(reader);
  const auto done = reader->connection().run("DELETE FROM document");
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("may only be read"), std::string::npos) << done.error().message;
}

TEST(Store, RefusesANewerSchema) {
  const Folder folder("newer");
  ASSERT_TRUE(Store::open_to_write(folder.file("s.db")));
  auto connection = Connection::open(folder.file("s.db"), Connection::Mode::write);
  ASSERT_TRUE((*connection)->run("PRAGMA user_version = 99"));
  for (const auto& store : {Store::open_to_write, Store::open_to_read}) {
    auto opened = store(folder.file("s.db"));
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().message.find("schema 99"), std::string::npos) << opened.error().message;
  }
}

}  // namespace
}  // namespace masudi::store
