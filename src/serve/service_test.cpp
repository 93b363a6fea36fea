// SPDX-License-Identifier: Apache-2.0
#include "serve/service.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "store/feed_book.h"
#include "store/recorder.h"
#include "store/testing.h"

namespace masudi::serve {
namespace {

using store::testing::Folder;
using store::testing::full_story;

constexpr Asset kPage[] = {{"/index.html", "<!doctype html><title>x</title>"}, {"/assets/a.js", "let a = 1;"}};

class Served : public ::testing::Test {
 protected:
  Served() : folder_("serve") {
    put("one");
    ServiceSettings settings;
    settings.store = folder_.file("s.db"), settings.endpoint = {"127.0.0.1", 7070}, settings.dashboard = kPage;
    settings.openapi = "{}", settings.questions = 2, settings.listeners = 1, settings.downloads = 1;
    auto service = Service::open(std::move(settings));
    EXPECT_TRUE(service) << service.error().message;
    service_ = std::move(*service);
  }
  void put(const std::string& id) {
    auto store = store::Store::open_to_write(folder_.file("s.db"));
    ASSERT_TRUE(store) << store.error().message;
    ASSERT_TRUE(store->connection().begin());
    auto recorder = store::Recorder::open(*store, {"1", "m", "k"});
    ASSERT_TRUE(recorder->put(full_story(id), ""));
    ASSERT_TRUE(store->connection().commit());
  }
  Answer get(const std::string& target, const std::string& if_none_match = "", bool takes_gzip = false) {
    Request request;
    request.method = "GET", request.target = target, request.host = "127.0.0.1:7070";
    const std::size_t question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.parameters = *Parameters::read(std::string_view(target).substr(std::min(question + 1, target.size())));
    request.if_none_match = if_none_match, request.takes_gzip = takes_gzip;
    return service_->answer(request);
  }

  Folder folder_;
  std::unique_ptr<Service> service_;
};

TEST_F(Served, AnswersAndRefuses) {
  const Answer events = get("/api/v1/events?type=ASSAULT");
  EXPECT_EQ(events.status, 200);
  EXPECT_NE(events.body->find("Southern Front"), std::string::npos);
  EXPECT_EQ(events.route, "/api/v1/events");
  EXPECT_EQ(get("/api/v1/events?type=WAR").status, 400);
  EXPECT_EQ(get("/api/v1/events?colour=red").status, 400);
  EXPECT_EQ(get("/api/v1/incidents/ffff").status, 404);
  EXPECT_EQ(get("/api/v1/incidents/").status, 404);
  EXPECT_EQ(get("/api/v1/").status, 404);
  EXPECT_EQ(get("/api/v1/documents/one").status, 200);
}

TEST_F(Served, GivesPagesOfTheDashboard) {
  EXPECT_EQ(*get("/").body, kPage[0].bytes);
  const Answer script = get("/assets/a.js");
  EXPECT_EQ(script.type, "text/javascript; charset=utf-8");
  EXPECT_NE(script.cache_control.find("immutable"), std::string::npos);
  EXPECT_EQ(get("/", script.etag).status, 200);
  EXPECT_EQ(get("/assets/a.js", script.etag).status, 304);
}

TEST_F(Served, SeesWhatIsWritten) {
  const Answer before = get("/api/v1/events");
  EXPECT_EQ(get("/api/v1/events", before.etag).status, 304);
  put("two");
  // The store is looked at again within moments; what then comes is new.
  Answer after = get("/api/v1/events", before.etag);
  for (int i = 0; i < 1000 && after.status == 304; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    after = get("/api/v1/events", before.etag);
  }
  ASSERT_EQ(after.status, 200);
  EXPECT_NE(after.body->find("\"id\":\"two\""), std::string::npos);
}

TEST_F(Served, SaysHowFeedsDo) {
  auto store = store::Store::open_to_write(folder_.file("s.db"));
  ASSERT_TRUE(store) << store.error().message;
  store::FeedBook book(*store);
  store::FeedRow feed;
  feed.url = "https://news.example/feed?key=secret", feed.name = "Kyo Times";
  ASSERT_TRUE(book.add(feed));
  feed = book.all()->front();
  feed.failures = 2, feed.problem = "https://news.example/feed?key=secret: not found (404)", feed.last_tried = 1;
  ASSERT_TRUE(book.update(feed));
  Answer answer = get("/api/v1/feeds");
  for (int i = 0; i < 1000 && answer.body->find("failed") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    answer = get("/api/v1/feeds");
  }
  EXPECT_NE(answer.body->find("Kyo Times"), std::string::npos);
  EXPECT_NE(answer.body->find(R"("state":"failed")"), std::string::npos);
  EXPECT_NE(answer.body->find("feed?…: not found (404)"), std::string::npos);
  EXPECT_EQ(answer.body->find("secret"), std::string::npos);
  EXPECT_EQ(get("/api/v1/feeds?limit=1").status, 400);
}

TEST_F(Served, BoundsListenersAndDownloads) {
  Answer first = get("/api/v1/changes");
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(get("/api/v1/changes").status, 503);
  first = {};
  EXPECT_EQ(get("/api/v1/changes").status, 200);
  Answer file = get("/api/v1/events.csv");
  EXPECT_EQ(file.filename, "events.csv");
  EXPECT_EQ(get("/api/v1/events.csv").status, 503);
}

TEST_F(Served, StreamsEndWithTheService) {
  const Answer changes = get("/api/v1/changes");
  std::string told;
  std::thread listener([&] {
    EXPECT_TRUE(changes.stream([&](std::string_view bytes) {
      told += bytes;
      return true;
    }));
  });
  service_->stop();
  listener.join();
  EXPECT_EQ(told.find("event: changed"), std::string::npos);
}

TEST_F(Served, NeedsATokenBeyondThisMachine) {
  ServiceSettings settings;
  settings.store = folder_.file("s.db"), settings.endpoint = {"0.0.0.0", 7070};
  EXPECT_FALSE(Service::open(settings));
  settings.token = "a long enough token";
  EXPECT_TRUE(Service::open(settings));
}

TEST(Routes, AreFound) {
  EXPECT_EQ(match("/api/v1/incidents/4f")->name, "4f");
  EXPECT_EQ(match("/api/v1/documents/a/b c")->name, "a/b c");
  EXPECT_EQ(match("/api/v1/incidents.atom")->route->path, "/api/v1/incidents.atom");
  for (const char* none : {"", "/", "/api/v1/incidents/", "/api/v1/boards", "/API/v1/board"})
    EXPECT_FALSE(match(none)) << none;
  EXPECT_EQ(match_download("/api/v1/events.gdelt-mentions")->format, "gdelt-mentions");
  for (const char* none : {"/api/v1/events.", "/api/v1/events", "/api/v1/events.a/b", "/events.csv"}) {
    EXPECT_FALSE(match_download(none)) << none;
  }
}

std::string text_of(const char* path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Routes, StandInTheirDescription) {
  const std::string openapi = text_of("docs/openapi.json");
  ASSERT_FALSE(openapi.empty());
  for (const Route& route : routes())
    EXPECT_NE(openapi.find('"' + std::string(route.path) + '"'), std::string::npos) << route.path;
  for (const auto name : filter_names())
    EXPECT_NE(openapi.find("parameters/" + std::string(name)), std::string::npos) << name;
}

}  // namespace
}  // namespace masudi::serve
