// SPDX-License-Identifier: Apache-2.0
#include "coding/times.h"

#include <gtest/gtest.h>

#include <sstream>

#include "coding/testing/example.h"

namespace masudi::coding {
namespace {

using testing::Example;

// Every word hangs on the first verb; the tags are guessed from the look of the word, enough for the reader of times.
std::string rows(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  const auto is_verb = [](const std::string& w) { return w.ends_with("ed") || w == "met" || w == "meet"; };
  std::size_t verb = 0;
  while (verb + 1 < words.size() && !is_verb(words[verb])) ++verb;
  std::ostringstream out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& w = words[i];
    std::string tags = "NOUN NN", relation = "obl";
    if (i == verb)
      tags = w == "meet" ? "VERB VB" : "VERB VBD", relation = "root";
    else if (w == "will")
      tags = "AUX MD", relation = "aux";
    else if (w == "the" || w == "a" || w == "this" || w == "that")
      tags = "DET DT", relation = "det";
    else if (w == "last" || w == "next" || w == "past")
      tags = "ADJ JJ", relation = "amod";
    else if (w == "," || w == "." || w == "-")
      tags = "PUNCT ,", relation = "punct";
    else if (w == "weeks" || w == "days" || w == "years" || w == "months" || w == "hours")
      tags = "NOUN NNS";
    else if (w[0] >= '0' && w[0] <= '9')
      tags = "NUM CD";
    else if (w[0] >= 'A' && w[0] <= 'Z')
      tags = "PROPN NNP";
    out << w << ' ' << w << ' ' << tags << ' ' << (i == verb ? 0 : verb + 1) << ' ' << relation << '\n';
  }
  return out.str();
}

// The first time of the sentence, in a report of Monday 2023-11-06.
std::string first(const std::string& text, std::string_view published = "2023-11-06") {
  const Example e(rows(text), published);
  Times times;
  times.read(e.context());
  if (times.all().empty()) return "none";
  const TimeMention& m = times.all()[0];
  const std::string from = to_string(m.from), to = to_string(m.to);
  return from == to ? from : from + ".." + to;
}

TEST(Times, WeekdaysAreTheLatestThatWere) {
  EXPECT_EQ(first("Rebels attacked Kura on Sunday"), "2023-11-05");
  EXPECT_EQ(first("Rebels attacked Kura on Monday"), "2023-11-06");
  EXPECT_EQ(first("Rebels attacked Kura last Saturday"), "2023-11-04");
  EXPECT_EQ(first("They will meet on Tuesday"), "2023-11-07");
  EXPECT_EQ(first("They will meet next Thursday"), "2023-11-16");
  EXPECT_EQ(first("Rebels attacked Kura on Thursday and Friday"), "2023-11-02..2023-11-03");
}

TEST(Times, WordsForDays) {
  EXPECT_EQ(first("Rebels attacked Kura yesterday"), "2023-11-05");
  EXPECT_EQ(first("Rebels attacked Kura today"), "2023-11-06");
  EXPECT_EQ(first("They will meet tomorrow morning"), "2023-11-07");
  EXPECT_EQ(first("Rebels attacked Kura last night"), "2023-11-05");
  EXPECT_EQ(first("Rebels attacked Kura over the weekend"), "2023-11-04..2023-11-05");
  EXPECT_EQ(first("Rebels attacked Kura at dawn"), "none");
}

TEST(Times, WrittenDates) {
  EXPECT_EQ(first("Rebels attacked Kura on Oct. 7"), "2023-10-07");
  EXPECT_EQ(first("Rebels attacked Kura on October 7th"), "2023-10-07");
  EXPECT_EQ(first("Rebels attacked Kura on 7 October 2021"), "2021-10-07");
  EXPECT_EQ(first("Rebels attacked Kura on October 7 , 2021"), "2021-10-07");
  EXPECT_EQ(first("Rebels attacked Kura on Saturday , December 31"), "2022-12-31");
  EXPECT_EQ(first("Rebels attacked Kura on 2023-10-07"), "2023-10-07");
  EXPECT_EQ(first("They will meet on January 4"), "2024-01-04");
  EXPECT_EQ(first("Rebels attacked Kura on 9/11"), "2001-09-11");
  EXPECT_EQ(first("Rebels attacked Kura on February 30 , 2021"), "none");
}

TEST(Times, MonthsAndYears) {
  EXPECT_EQ(first("Rebels attacked Kura in March"), "2023-03-01..2023-03-31");
  EXPECT_EQ(first("Rebels attacked Kura in December"), "2022-12-01..2022-12-31");
  EXPECT_EQ(first("Rebels attacked Kura in November"), "2023-11-01..2023-11-06");
  EXPECT_EQ(first("Rebels attacked Kura last October"), "2023-10-01..2023-10-31");
  EXPECT_EQ(first("Rebels attacked Kura in late June"), "2023-06-21..2023-06-30");
  EXPECT_EQ(first("Rebels attacked Kura in 2011"), "2011-01-01..2011-12-31");
  EXPECT_EQ(first("Rebels attacked Kura in the 1990s"), "1990-01-01..1999-12-31");
  EXPECT_EQ(first("Rebels attacked Kura in May 2019"), "2019-05-01..2019-05-31");
  EXPECT_EQ(first("Rebels attacked Kura last year"), "2022-01-01..2022-12-31");
  EXPECT_EQ(first("Rebels attacked Kura last month"), "2023-10-01..2023-10-31");
  EXPECT_EQ(first("Rebels attacked Kura last summer"), "2023-06-01..2023-08-31");
  EXPECT_EQ(first("Rebels attacked Kura in the third quarter of 2021"), "2021-07-01..2021-09-30");
}

TEST(Times, StretchesAndCounts) {
  EXPECT_EQ(first("Rebels attacked Kura last week"), "2023-10-30..2023-11-05");
  EXPECT_EQ(first("Rebels attacked Kura earlier this month"), "2023-11-01..2023-11-06");
  EXPECT_EQ(first("Rebels attacked Kura since January"), "2023-01-01..2023-11-06");
  EXPECT_EQ(first("Rebels attacked Kura since 2014"), "2014-01-01..2023-11-06");
  EXPECT_EQ(first("Rebels attacked Kura for the past two weeks"), "2023-10-23..2023-11-06");
  EXPECT_EQ(first("Rebels attacked Kura three days ago"), "2023-11-03");
  EXPECT_EQ(first("Rebels attacked Kura a year ago"), "2022-11-01..2022-11-30");
  EXPECT_EQ(first("Rebels attacked Kura six years ago"), "2017-01-01..2017-12-31");
  EXPECT_EQ(first("Rebels attacked Kura from March 3 to 5"), "2023-03-03..2023-03-05");
  EXPECT_EQ(first("Rebels attacked Kura between 2014 and 2016"), "2014-01-01..2016-12-31");
  EXPECT_EQ(first("They will meet on May 9-10 , 2024"), "2024-05-09..2024-05-10");
  EXPECT_EQ(first("Rebels attacked Kura with 2000 men"), "none");
  EXPECT_EQ(first("The army may have attacked Kura"), "none");
}

TEST(Times, CountsFromTheDayToldBefore) {
  const Example e(rows("Rebels attacked Kura on October 7") + "\n" + rows("The next day soldiers entered Kura"));
  Times times;
  times.read(e.context());
  ASSERT_EQ(times.all().size(), 2u);
  EXPECT_EQ(to_string(times.all()[1].from), "2023-10-08");
}

// "On Sunday rebels attacked Kura after Friday 's raid , said Ali ."
const char kTwoTimes[] =
    "On on ADP IN 2 case\nSunday Sunday PROPN NNP 4 obl\nrebels rebel NOUN NNS 4 nsubj\nattacked attack VERB VBD 0 "
    "root\n"
    "Kura Kura PROPN NNP 4 obj\nafter after ADP IN 9 case\nFriday+ Friday PROPN NNP 9 nmod:poss\n's 's PART POS 7 "
    "case\n"
    "raid raid NOUN NN 4 obl\n";

TEST(Times, AnEventHasTheTimeThatHangsOnIt) {
  const Example e(kTwoTimes);
  Times times;
  times.read(e.context());
  const auto attack = times.of_event(e.context(), e.token("attacked"));
  const auto raid = times.of_event(e.context(), e.token("raid"));
  ASSERT_TRUE(attack && raid);
  EXPECT_EQ(to_string(attack->from), "2023-11-05");
  EXPECT_EQ(to_string(raid->from), "2023-11-03");
}

TEST(Times, ACondemnationDoesNotDateWhatItCondemns) {
  const Example e(
      "On on ADP IN 2 case\nSunday Sunday PROPN NNP 4 obl\nParis Paris PROPN NNP 4 nsubj\ncondemned condemn VERB VBD 0 "
      "root\n"
      "the the DET DT 6 det\nattack attack NOUN NN 4 obj\n");
  Times times;
  times.read(e.context());
  EXPECT_FALSE(times.of_event(e.context(), e.token("attack")));
  EXPECT_TRUE(times.of_event(e.context(), e.token("condemned")));
}

// "On Sunday Ali met Sara ."
TEST(Times, APhraseWithAPrepositionBelongsToNoNameBehindIt) {
  const Example e(
      "On on ADP IN 2 case\nSunday Sunday PROPN NNP 3 nmod:desc\nAli Ali PROPN NNP 4 nsubj\nmet meet VERB VBD 0 root\n"
      "Sara Sara PROPN NNP 4 obj\n");
  Times times;
  times.read(e.context());
  const auto met = times.of_event(e.context(), e.token("met"));
  ASSERT_TRUE(met);
  EXPECT_EQ(to_string(met->from), "2023-11-05");
}

// "In a statement issued on Sunday Paris condemned the raid ."
TEST(Times, WhatIsSaidInAStatementIsSaidOnItsDay) {
  const Example e(
      "In in ADP IN 3 case\na a DET DT 3 det\nstatement statement NOUN NN 8 obl\nissued issue VERB VBN 3 acl\n"
      "on on ADP IN 6 case\nSunday Sunday PROPN NNP 4 obl\nParis Paris PROPN NNP 8 nsubj\n"
      "condemned condemn VERB VBD 0 root\nthe the DET DT 10 det\nraid raid NOUN NN 8 obj\n");
  Times times;
  times.read(e.context());
  const auto condemned = times.of_event(e.context(), e.token("condemned"));
  ASSERT_TRUE(condemned);
  EXPECT_EQ(to_string(condemned->from), "2023-11-05");
}

TEST(Times, PartsOfDaysBelongToTheirDay) {
  EXPECT_EQ(first("Rebels attacked Kura Friday night"), "2023-11-03");
  EXPECT_EQ(first("Rebels attacked Kura on Sunday morning"), "2023-11-05");
  EXPECT_EQ(first("Rebels attacked Kura hours earlier"), "2023-11-06");
}

TEST(Times, StretchesWithoutANumberAreVague) {
  for (const char* text : {"Rebels attacked Kura in recent years", "Rebels attacked Kura years ago",
                           "Rebels attacked Kura in the last few months", "Rebels attacked Kura several weeks ago"}) {
    const Example e(rows(text));
    Times times;
    times.read(e.context());
    ASSERT_EQ(times.all().size(), 1u) << text;
    EXPECT_EQ(times.all()[0].role, TimeRole::vague) << text;
  }
}

TEST(Times, MonthsInTheMiddleOfOneWord) {
  EXPECT_EQ(first("Rebels attacked Kura in mid-May"), "2023-05-11..2023-05-20");
  EXPECT_EQ(first("Rebels attacked Kura in mid-2017"), "2017-04-01..2017-09-30");
}

TEST(Times, DaysBeforeTheirMonth) {
  EXPECT_EQ(first("Rebels attacked Kura from 4 to 6 May 2022"), "2022-05-04..2022-05-06");
  EXPECT_EQ(first("Rebels attacked Kura on 19-22 July"), "2023-07-19..2023-07-22");
}

TEST(Times, AttacksThatAreKnownByTheirDay) {
  EXPECT_EQ(first("They remembered the September 11 attack"), "2001-09-11");
  EXPECT_EQ(first("They met on September 11"), "2023-09-11");
}

TEST(Times, WhatIsSaidToMayIsTheNearerOne) {
  EXPECT_EQ(first("They extended it to December 20"), "2023-12-20");
  EXPECT_EQ(first("They extended it until December 20"), "2023-11-06..2023-12-20");
}

TEST(Times, RowsOfDaysGoUpToTheReport) {
  EXPECT_EQ(first("Rebels killed Ali in three days of fighting"), "2023-11-04..2023-11-06");
}

TEST(Times, AnAnniversaryDatesWhatItRemembers) {
  const Example e(
      "Paris Paris PROPN NNP 2 nsubj\nmourned mourn VERB VBD 0 root\non on ADP IN 6 case\nthe the DET DT 6 det\n"
      "fifth fifth ADJ JJ 6 amod\nanniversary anniversary NOUN NN 2 obl\nof of ADP IN 9 case\nthe the DET DT 9 det\n"
      "attack attack NOUN NN 6 nmod\n");
  Times times;
  times.read(e.context());
  const auto attack = times.of_event(e.context(), e.token("attack"));
  ASSERT_TRUE(attack);
  EXPECT_EQ(to_string(attack->from), "2018-11-06");
  EXPECT_FALSE(times.of_event(e.context(), e.token("mourned")));
}

TEST(Times, TheStoryGoesOnAtItsDay) {
  const Example e(rows("On Friday rebels attacked Kura") + "\n" + rows("They killed Ali"));
  Times times;
  times.read(e.context());
  const auto day = times.story_day(e.context(), e.token("killed"), false);
  ASSERT_TRUE(day);
  EXPECT_EQ(to_string(day->from), "2023-11-03");
  EXPECT_TRUE(day->carried);
}

}  // namespace
}  // namespace masudi::coding
