// SPDX-License-Identifier: Apache-2.0
#include "alert/check.h"

#include <gtest/gtest.h>

#include "alert/deliver.h"
#include "net/testing/wire.h"
#include "query/alert_check.h"
#include "store/recorder.h"
#include "store/testing.h"

namespace masudi::alert {
namespace {

using Options = std::vector<std::pair<std::string, std::string>>;
using net::testing::Wire;
using store::testing::Folder;

Date day(int of_march) { return *make_date(2024, 3, 1) + (of_march - 1); }

// A store to which incidents of one report each are added by their days in March 2024 (0: the last of February).
class Alerts : public ::testing::Test {
 protected:
  Alerts() : folder_("alerts"), store_(store::Store::open_to_write(folder_.file("s.db"))) {}

  void happens(int of_march, int origins = 1, Status status = Status::actual) {
    CodedDocument coded = store::testing::full_story("r" + std::to_string(++count_));
    coded.document.date = day(of_march);
    Event& event = coded.events[0];
    event.date = day(of_march), event.enddate.reset(), event.status = status;
    event.recipients[0].code = "FAR", event.confidence = 0.5;
    assign_ids(coded.document, coded.events);
    auto& connection = store_->connection();
    ASSERT_TRUE(connection.begin());
    auto recorder = store::Recorder::open(*store_, {"1", "m", "k"});
    ASSERT_TRUE(recorder->put(coded, ""));
    const std::string n = std::to_string(count_), at = to_string(day(of_march));
    ASSERT_TRUE(connection.run("INSERT INTO incident VALUES (" + n + ",'incident" + n + "','ASSAULT','" + at + "','" +
                               at + "',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'single-source',1,1," +
                               std::to_string(origins) + ",'r" + n + "','" + at + "','" + at +
                               "','');"
                               "INSERT INTO incident_mention SELECT event_id, " +
                               n + ", 0 FROM event WHERE id = '" + event.id + "'; COMMIT"));
  }
  void add(const std::string& name, const Options& options) {
    const auto done = add_search(*store_, name, options);
    ASSERT_TRUE(done) << done.error().message;
  }
  std::vector<Alert> check(std::optional<Date> as_of = std::nullopt) {
    auto alerts = check_searches(*store_, as_of);
    EXPECT_TRUE(alerts) << alerts.error().message;
    return alerts ? *alerts : std::vector<Alert>();
  }
  std::string why_not(const Options& options) {
    const auto done = add_search(*store_, "wrong", options);
    return done ? "" : done.error().message;
  }

  Folder folder_;
  Result<store::Store> store_;
  int count_ = 0;
};

TEST_F(Alerts, ANewIncidentIsToldOnce) {
  happens(1);
  add("new", {{"type", "ASSAULT"}, {"min-origins", "2"}});
  EXPECT_TRUE(check().empty());
  happens(2, 1), happens(3, 2);
  const auto alerts = check();
  ASSERT_EQ(alerts.size(), 1u);
  EXPECT_EQ(alerts[0].search, "new");
  EXPECT_EQ(alerts[0].day, day(3));
  EXPECT_EQ(alerts[0].title, "1 new incident");
  ASSERT_EQ(alerts[0].behind.size(), 1u);
  EXPECT_EQ(alerts[0].behind[0].id, "incident3");
  EXPECT_EQ(alerts[0].behind[0].summary, "2024-03-03 ASSAULT: 1 report, 2 origins, single-source");
  EXPECT_TRUE(check().empty());
  // The one with a single origin gets another: it passes now, and is told.
  ASSERT_TRUE(store_->connection().run("UPDATE incident SET origins = 3 WHERE id = 'incident2'"));
  ASSERT_EQ(check().size(), 1u);
  EXPECT_TRUE(check().empty());
}

TEST_F(Alerts, AnIncidentUnderANewIdIsNotNew) {
  add("new", {});
  happens(1);
  EXPECT_EQ(check().size(), 1u);
  ASSERT_TRUE(store_->connection().run("UPDATE incident SET id = 'other'"));
  EXPECT_TRUE(check().empty());
}

TEST_F(Alerts, ACountTellsWhenItIsReachedAndAgainAfterItWasNot) {
  add("count", {{"count", "2"}, {"within", "7d"}});
  happens(1);
  EXPECT_TRUE(check().empty());
  happens(7);
  auto alerts = check();
  ASSERT_EQ(alerts.size(), 1u);
  EXPECT_EQ(alerts[0].title, "2 incidents in 7 days to 2024-03-07");
  EXPECT_EQ(alerts[0].value, 2.0);
  EXPECT_TRUE(check().empty());
  happens(8);  // the first has left the window, two are in it: it holds on
  EXPECT_TRUE(check().empty());
  happens(20);
  EXPECT_TRUE(check().empty());
  happens(21);
  EXPECT_EQ(check().size(), 1u);
}

TEST_F(Alerts, TimesComparesWithTheWeeksBefore) {
  add("double", {{"times", "2"}, {"against", "4w"}, {"dyad", "KYO,FAR"}});
  for (const int at : {-27, -20, -13, -6, -5}) happens(at);  // 5 events in the 28 days to February 29: 1.25 a week
  for (int i = 0; i < 4; ++i) happens(2);
  happens(3, 1, Status::future);
  EXPECT_TRUE(check(day(7)).empty());  // 4 is more than twice 1.25, and below the 5 that must be there
  happens(3);
  const auto alerts = check(day(7));
  ASSERT_EQ(alerts.size(), 1u);
  EXPECT_EQ(alerts[0].title, "conflict 5 in 7 days to 2024-03-07, 4.0 times the usual 1.3 (4 weeks before)");
  EXPECT_EQ(alerts[0].usual, 1.25);
  EXPECT_EQ(alerts[0].incidents, 5);
}

TEST_F(Alerts, TimesSaysNothingOfAPastThatIsNotThere) {
  add("double", {{"times", "2"}});
  for (int i = 0; i < 9; ++i) happens(5);
  EXPECT_TRUE(check().empty());
}

TEST_F(Alerts, TimesIsOffWhereTheNormIsHigh) {
  add("double", {{"times", "2"}, {"against", "1w"}, {"of", "intensity"}, {"at-least", "1"}});
  for (int i = 0; i < 3; ++i) happens(1), happens(8);
  EXPECT_TRUE(check(day(14)).empty());
  const auto search = query::read_search(store::saved_search(*store_, "double")->value().options);
  const auto found = query::find_alert(*store_, *search, 0, day(14));
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->holds);
  EXPECT_DOUBLE_EQ(*found->alert.value, 3 * 0.5 * -event_scale(EventType::assault));
  EXPECT_DOUBLE_EQ(*found->alert.usual, *found->alert.value);
}

TEST_F(Alerts, OptionsThatMeanNothingAreRefused) {
  EXPECT_NE(why_not({{"count", "2"}, {"times", "2"}}).find("three rules"), std::string::npos);
  EXPECT_NE(why_not({{"count", "two"}}).find("--count"), std::string::npos);
  EXPECT_NE(why_not({{"count", "1.5"}}).find("--count"), std::string::npos);
  EXPECT_NE(why_not({{"times", "2"}, {"of", "noise"}}).find("--of"), std::string::npos);
  EXPECT_NE(why_not({{"of", "events"}}).find("--times"), std::string::npos);
  EXPECT_NE(why_not({{"times", "2"}, {"from", "2024-01-01"}}).find("--from"), std::string::npos);
  EXPECT_NE(why_not({{"type", "WAR"}}).find("WAR"), std::string::npos);
  EXPECT_NE(why_not({{"shell", "rm"}}).find("shell"), std::string::npos);
  for (const char* name : {"", "a b", "../x", "<b>", ".hidden"}) EXPECT_FALSE(add_search(*store_, name, {})) << name;
  add("once", {});
  EXPECT_FALSE(add_search(*store_, "once", {}));
}

TEST_F(Alerts, AWebhookIsTriedUntilItTakesTheAlertUnderOneId) {
  std::vector<std::string> bodies;
  std::atomic<bool> is_well = false;
  Wire receiver([&](const Wire::Request& request, Wire::Line& line) {
    bodies.push_back(request.body);
    line.send(Wire::reply(is_well ? "204 No Content" : "503 Service Unavailable", "", ""));
  });
  add("hook", {{"webhook", receiver.url("/hook")}});
  happens(1);
  const auto alerts = check();
  ASSERT_EQ(alerts.size(), 1u);
  DeliverySettings settings;
  settings.net.allow_private = true;
  auto sums = deliver(*store_, settings, 1000);
  ASSERT_TRUE(sums);
  EXPECT_EQ(sums->waiting, 1u);
  ASSERT_EQ(sums->failures.size(), 1u);
  EXPECT_NE(sums->failures[0].find("503"), std::string::npos) << sums->failures[0];
  is_well = true;
  EXPECT_EQ(deliver(*store_, settings, 1059)->delivered, 0u);  // not yet
  EXPECT_EQ(deliver(*store_, settings, 1060)->delivered, 1u);
  EXPECT_EQ(deliver(*store_, settings, 9999)->delivered, 0u);  // no more
  ASSERT_EQ(bodies.size(), 2u);
  EXPECT_EQ(bodies[0], bodies[1]);
  EXPECT_NE(bodies[0].find("\"id\":\"" + alerts[0].id + '"'), std::string::npos) << bodies[0];
}

TEST_F(Alerts, PrivateAddressesGetNothingUnlessAllowed) {
  std::atomic<int> calls = 0;
  Wire receiver([&](const Wire::Request&, Wire::Line& line) {
    ++calls;
    line.send(Wire::reply("200 OK", "", ""));
  });
  add("hook", {{"webhook", receiver.url("/")}});
  happens(1);
  check();
  const auto sums = deliver(*store_, {}, 0);
  ASSERT_TRUE(sums);
  EXPECT_EQ(sums->delivered, 0u);
  EXPECT_EQ(sums->waiting, 1u);
  EXPECT_EQ(calls, 0);
}

TEST_F(Alerts, WhoIsKilledWhileDeliveringDeliversAgain) {
  add("hook", {{"command", "/bin/true"}});
  happens(1);
  check();
  const auto waiting = store::waiting_deliveries(*store_, 0, false);
  ASSERT_EQ(waiting->size(), 1u);
  EXPECT_TRUE(store::claim(*store_, waiting->front(), 60).value());   // and here it is killed
  EXPECT_FALSE(store::claim(*store_, waiting->front(), 60).value());  // nobody else takes the same attempt
  EXPECT_EQ(deliver(*store_, {}, 59)->delivered, 0u);
  EXPECT_EQ(deliver(*store_, {}, 60)->delivered, 1u);
}

TEST_F(Alerts, APauseDoublesUpToAnHourAndEndsAfterADay) {
  EXPECT_EQ(pause_after(1), 60);
  EXPECT_EQ(pause_after(3), 240);
  EXPECT_EQ(pause_after(7), 3600);
  EXPECT_EQ(pause_after(1000), 3600);
  add("hook", {{"command", "/bin/false"}});
  happens(1);
  check();
  DeliverySettings settings;
  settings.all = true;
  for (int i = 1; i < 30; ++i) ASSERT_EQ(deliver(*store_, settings, 0)->waiting, 1u) << i;
  EXPECT_EQ(deliver(*store_, settings, 0)->given_up, 1u);
  EXPECT_EQ(deliver(*store_, settings, 0)->failures.size(), 0u);
}

}  // namespace
}  // namespace masudi::alert
