// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "record/fixtures.h"
#include "record/graph.h"

namespace masudi::record {
namespace {

using testing::dispatch;
using testing::says;

const char* const kBase = "Al-Shabaab fighters attacked a base in Kismayo on Sunday";

std::vector<Incident> incidents_of(std::vector<Digest> reports) {
  Record record;
  record.add(std::move(reports));
  std::vector<Incident> out;
  for (const IncidentId id : record.incident_ids()) out.push_back(*record.incident(id));
  return out;
}

Digest base(const std::string& id, const std::string& outlet, const std::string& rest,
            std::vector<Teller> voices = {}) {
  return dispatch(id, outlet, "2024-03-11", "2024-03-10", "Kismayo", kBase + rest, std::move(voices));
}

// A small collection: two happenings over three days.
std::vector<Digest> collection() {
  return {base("a", "The Herald", ", the police said.", {says("SOM", "COP", "the police")}),
          base("b", "Horn Post", " and burnt two trucks. Our reporter saw them."),
          dispatch("c", "The Herald", "2024-03-12", "2024-03-11", "Baidoa",
                   "Al-Shabaab fighters shelled a market in Baidoa on Monday."),
          dispatch("d", "Nile Star", "2024-03-12", "2024-03-10", "Kismayo",
                   "On Sunday al-Shabaab fighters attacked an army base in Kismayo."),
          dispatch("e", "Horn Post", "2024-03-13", "2024-03-11", "Baidoa",
                   "A market in Baidoa was shelled by al-Shabaab on Monday.")};
}

std::string picture(const Record& record) {
  std::string out;
  for (const IncidentId id : record.incident_ids()) {
    const Incident incident = *record.incident(id);
    out += std::to_string(id) + ' ' + incident.reasoning;
    for (const MentionRef& mention : incident.mentions) out += ' ' + mention.report;
    out += '\n';
  }
  for (const StoryId id : record.story_ids())
    out += std::to_string(id) + ' ' + std::to_string(record.story(id)->reports.size()) + '\n';
  return out;
}

TEST(Graph, FindsCircles) {
  const auto c = components({{1}, {2}, {0}, {0}});
  EXPECT_EQ(c[0], c[1]);
  EXPECT_EQ(c[1], c[2]);
  EXPECT_GT(c[3], c[0]);
}

TEST(Record, GathersMentionsOfOneHappening) {
  const auto incidents = incidents_of(collection());
  ASSERT_EQ(incidents.size(), 2u);
  EXPECT_EQ(incidents[0].reports, (std::vector<std::string>{"a", "b", "d"}));
  EXPECT_EQ(incidents[1].reports, (std::vector<std::string>{"c", "e"}));
  EXPECT_EQ(incidents[0].first_report, "a");
  EXPECT_EQ(incidents[0].place->name, "Kismayo");
}

TEST(Record, DoesNotDependOnOrderOrPortions) {
  Record at_once;
  at_once.add(collection());
  auto reports = collection();
  std::reverse(reports.begin(), reports.end());
  Record one_by_one;
  for (Digest& report : reports) one_by_one.add({report});
  EXPECT_EQ(picture(at_once), picture(one_by_one));
}

TEST(Record, TakesManyReportsOfOneHappening) {
  Record record;
  std::vector<Digest> reports;
  for (int i = 0; i < 4000; ++i)
    reports.push_back(base(std::to_string(i), "Outlet " + std::to_string(i), " and burnt two trucks there."));
  record.add(std::move(reports));
  ASSERT_EQ(record.incident_ids().size(), 1u);
  EXPECT_EQ(record.story_ids().size(), 1u);
  EXPECT_EQ(record.incident(record.incident_ids()[0])->origins.size(), 1u);
}

TEST(Record, AddingTwiceChangesNothing) {
  Record record;
  record.add(collection());
  const std::string before = picture(record);
  EXPECT_TRUE(record.add(collection()).reports.empty());
  EXPECT_EQ(picture(record), before);
}

TEST(Record, TakesUpWhereItLeftOff) {
  auto reports = collection();
  const Digest last = reports.back();
  reports.pop_back();
  Record first;
  first.add(reports);
  std::vector<Placed> placed;
  for (const Digest& report : reports) placed.push_back(*first.placed(report.id));
  Record second;
  second.restore(std::move(placed));
  EXPECT_EQ(picture(second), picture(first));
  const Changes changes = second.add({last});
  EXPECT_EQ(changes.grown.size(), 1u);
  EXPECT_TRUE(changes.made.empty());
  first.add({last});
  EXPECT_EQ(picture(second), picture(first));
}

TEST(Record, SaysWhatALateReportChanged) {
  Record record;
  record.add(collection());
  const IncidentId kismayo = record.incident_ids().front();
  const Changes changes = record.add({dispatch("0", "Nile Star", "2024-03-11", "2024-03-10", "Kismayo",
                                               "Fighters of al-Shabaab attacked Kismayo on Sunday.")});
  EXPECT_EQ(changes.gone, std::vector<IncidentId>{kismayo});  // its first report is another now
  EXPECT_EQ(changes.made.size(), 1u);
}

TEST(Record, ForgetsReportsThatAreTakenOut) {
  Record all;
  all.add(collection());
  const std::vector<std::string> ids = {"e", "nobody"};
  all.remove(ids);
  auto reports = collection();
  reports.pop_back();
  Record fewer;
  fewer.add(std::move(reports));
  EXPECT_EQ(picture(all), picture(fewer));
}

TEST(Origins, OfCopiesAreOne) {
  const auto incidents = incidents_of(
      {base("a", "Reuters", " and killed eleven soldiers."), base("b", "The Herald", " and killed eleven soldiers.")});
  ASSERT_EQ(incidents.size(), 1u);
  EXPECT_EQ(incidents[0].origins.size(), 1u);
  EXPECT_EQ(incidents[0].verdict, Verdict::single_source);
}

TEST(Origins, OfOutletsWithTextsOfTheirOwnAreTwo) {
  const auto incidents = incidents_of({base("a", "Horn Post", " and burnt trucks."),
                                       dispatch("b", "Nile Star", "2024-03-11", "2024-03-10", "Kismayo",
                                                "On Sunday a base in Kismayo was attacked by al-Shabaab.")});
  ASSERT_EQ(incidents.size(), 1u);
  EXPECT_EQ(incidents[0].origins.size(), 2u);
  EXPECT_EQ(incidents[0].verdict, Verdict::corroborated);
}

TEST(Origins, OfACircleAreOne) {
  const auto incidents =
      incidents_of({base("a", "Horn Post", ", Nile Star reported.", {says("", "JRN", "Nile Star", "Nile Star")}),
                    base("b", "Nile Star", ", according to Horn Post.", {says("", "JRN", "Horn Post", "Horn Post")})});
  ASSERT_EQ(incidents.size(), 1u);
  ASSERT_EQ(incidents[0].origins.size(), 1u);
  EXPECT_EQ(incidents[0].origins[0].kind, OriginKind::circle);
  EXPECT_EQ(incidents[0].verdict, Verdict::circular);
  EXPECT_TRUE(std::all_of(incidents[0].citations.begin(), incidents[0].citations.end(),
                          [](const Citation& c) { return c.circular || c.kind == CitationKind::copies; }));
}

// Who copies a text and names whom it is from makes no circle, for that one does not rest on the copy.
TEST(Origins, OfACopyThatNamesItsSourceAreNoCircle) {
  const auto incidents =
      incidents_of({base("a", "Horn Post", " and burnt trucks."),
                    base("b", "Nile Star", " and burnt trucks.", {says("", "JRN", "Horn Post", "Horn Post")})});
  ASSERT_EQ(incidents.size(), 1u);
  ASSERT_EQ(incidents[0].origins.size(), 1u);
  EXPECT_EQ(incidents[0].origins[0].kind, OriginKind::outlet);
  EXPECT_EQ(incidents[0].origins[0].name, "Horn Post");
  EXPECT_NE(incidents[0].verdict, Verdict::circular);
  const auto& citations = incidents[0].citations;
  EXPECT_TRUE(std::any_of(citations.begin(), citations.end(),
                          [](const Citation& c) { return c.kind == CitationKind::cites && c.to == "Horn Post"; }));
  EXPECT_TRUE(std::none_of(citations.begin(), citations.end(), [](const Citation& c) { return c.circular; }));
}

// Nor does a copy that names two who have the text.
TEST(Origins, OfACopyThatNamesAChainAreNoCircle) {
  const auto incidents =
      incidents_of({base("a", "Horn Post", " and burnt trucks."), base("b", "Nile Star", " and burnt trucks."),
                    base("c", "Delta Times", " and burnt trucks.",
                         {says("", "JRN", "Nile Star", "Nile Star"), says("", "JRN", "Horn Post", "Horn Post")})});
  ASSERT_EQ(incidents.size(), 1u);
  EXPECT_EQ(incidents[0].verdict, Verdict::single_source);
  for (const Origin& origin : incidents[0].origins) EXPECT_NE(origin.kind, OriginKind::circle);
  for (const Citation& citation : incidents[0].citations) EXPECT_FALSE(citation.circular);
}

TEST(Origins, OfOneUnnamedOfficialAreOne) {
  const auto incidents = incidents_of(
      {base("a", "Horn Post", ", an official said.", {says("SOM", "GOV", "an official")}),
       base("b", "Nile Star", " and fled, a senior official said.", {says("", "GOV", "a senior official")})});
  ASSERT_EQ(incidents.size(), 1u);
  ASSERT_EQ(incidents[0].origins.size(), 1u);
  EXPECT_EQ(incidents[0].origins[0].kind, OriginKind::unnamed_voice);
}

TEST(Verdict, OfADenialIsDisputed) {
  Digest denial = base("b", "Nile Star", " never happened, the army said.");
  denial.mentions[0].status = Status::negated;
  denial.mentions[0].voices = {says("SOM", "MIL", "the army")};
  const auto incidents = incidents_of({base("a", "Horn Post", "."), denial});
  ASSERT_EQ(incidents.size(), 1u);
  EXPECT_EQ(incidents[0].origins.size(), 1u);
  EXPECT_EQ(incidents[0].verdict, Verdict::disputed);
}

TEST(Figures, HaveARangeAndWhoGivesWhich) {
  Digest first = base("a", "Horn Post", " and killed nine.");
  Digest second = dispatch("b", "Nile Star", "2024-03-12", "2024-03-10", "Kismayo",
                           "Al-Shabaab killed twelve in Kismayo on Sunday.");
  first.mentions[0].sizes = {{Measure::dead, {9, 9}}};
  second.mentions[0].sizes = {{Measure::dead, {12, 12}}};
  const auto incidents = incidents_of({first, second});
  ASSERT_EQ(incidents.size(), 1u);
  const Figure& dead = incidents[0].figures.at(0);
  EXPECT_EQ(dead.all.low, 9);
  EXPECT_EQ(dead.all.high, 12);
  EXPECT_EQ(dead.best.low, 12);
  ASSERT_EQ(dead.givens.size(), 2u);
  EXPECT_EQ(dead.givens[1].by, "Nile Star");
}

}  // namespace
}  // namespace masudi::record
