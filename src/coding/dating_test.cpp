// SPDX-License-Identifier: Apache-2.0
#include "coding/dating.h"

#include <gtest/gtest.h>

#include "coding/background.h"
#include "coding/mentions.h"
#include "coding/story_flow.h"
#include "coding/testing/example.h"
#include "coding/time_offset.h"

namespace masudi::coding {
namespace {

using testing::Example;

// The drafts of a hand-built document, of one type, without parties.
struct Made {
  explicit Made(std::string_view rows) : e(rows, "2023-11-06") {
    times.read(e.context());
    triggers.find(e.context());
    speech.read(e.context());
    for (const Trigger& t : triggers.all()) {
      Draft d;
      d.trigger = t;
      d.type = static_cast<EventType>(compiled().all_triggers()[t.record].type);
      drafts.push_back(std::move(d));
    }
  }

  static const knowledge::Knowledge& compiled() { return testing::compiled_knowledge(); }
  Drafting drafting() const { return {context, triggers, parties, speech}; }
  const Draft& at(std::string_view form) const {
    for (const Draft& d : drafts) {
      if (e.tree.form(d.trigger.head) == form) return d;
    }
    ADD_FAILURE() << "no draft at " << form;
    return drafts.front();
  }

  Example e;
  Context context = e.context();
  Times times;
  Triggers triggers;
  Parties parties;
  Speech speech;
  std::vector<Draft> drafts;
};

// "Rebels attacked Kura on Friday . Paris condemned the attack ."
constexpr std::string_view kSecondMention =
    "Rebels rebel NOUN NNS 2 nsubj\nattacked attack VERB VBD 0 root\nKura Kura PROPN NNP 2 obj\non on ADP IN 5 case\n"
    "Friday Friday PROPN NNP 2 obl\n\n"
    "Paris Paris PROPN NNP 2 nsubj\ncondemned condemn VERB VBD 0 root\nthe the DET DT 4 det\nattack attack NOUN NN 2 "
    "obj\n";

TEST(Dating, ASecondMentionTakesTheDayOfTheFirst) {
  Made m(kSecondMention);
  date_drafts(m.drafting(), m.times, m.drafts);
  ASSERT_TRUE(m.at("attack").date);
  EXPECT_EQ(to_string(*m.at("attack").date), "2023-11-03");
}

// "A week after the raid , police arrested Ali ."
TEST(TimeOffset, ADayIsCountedBackFromWhatFollowed) {
  const Made m(
      "A a DET DT 2 det\nweek week NOUN NN 7 obl\nafter after ADP IN 5 case\nthe the DET DT 5 det\nraid raid NOUN NN 7 "
      "obl\npolice police NOUN NNS 7 nsubj\narrested arrest VERB VBD 0 root\nAli Ali PROPN NNP 7 obj\n");
  const auto raid = counted_from(m.context, m.times, m.e.token("raid"));
  ASSERT_TRUE(raid);
  EXPECT_EQ(to_string(raid->from), "2023-10-30");
  EXPECT_FALSE(counted_from(m.context, m.times, m.e.token("arrested")));
}

// "Days after the raid police arrested Ali ."
TEST(TimeOffset, DaysWithoutANumberAreVague) {
  const Made m(
      "Days day NOUN NNS 6 obl\nafter after ADP IN 4 case\nthe the DET DT 4 det\nraid raid NOUN NN 6 obl\n"
      "police police NOUN NNS 6 nsubj\narrested arrest VERB VBD 0 root\nAli Ali PROPN NNP 6 obj\n");
  const auto raid = counted_from(m.context, m.times, m.e.token("raid"));
  ASSERT_TRUE(raid);
  EXPECT_EQ(raid->role, TimeRole::vague);
}

// "Rebels attacked Kura on Friday ." and what comes five sentences later.
std::string long_story(std::string_view last) {
  std::string rows =
      "Rebels rebel NOUN NNS 2 nsubj\nattacked attack VERB VBD 0 root\nKura Kura PROPN NNP 2 obj\non on ADP IN 5 "
      "case\nFriday Friday PROPN NNP 2 obl\n\n";
  for (int i = 0; i < 5; ++i) rows += "It it PRON PRP 2 nsubj\nrains rain VERB VBZ 0 root\n\n";
  return rows.append(last);
}

TEST(StoryFlow, ADeedAfterTheStorysDayLiesBefore) {
  const Made later(long_story("They they PRON PRP 2 nsubj\nkilled kill VERB VBD 0 root\nAli Ali PROPN NNP 2 obj\n"));
  EXPECT_TRUE(lies_before(later.context, later.times, later.speech, later.at("killed")));
  const Made words(
      long_story("They they PRON PRP 2 nsubj\ncondemned condemn VERB VBD 0 root\nAli Ali PROPN NNP 2 obj\n"));
  EXPECT_FALSE(lies_before(words.context, words.times, words.speech, words.at("condemned")));
}

TEST(StoryFlow, AnAttackOfWhichNothingIsToldIsKnownToReaders) {
  const Made m(kSecondMention);
  EXPECT_TRUE(is_known_to_readers(m.e.tree, m.at("attack")));
  EXPECT_FALSE(is_known_to_readers(m.e.tree, m.at("attacked")));
}

TEST(Mentions, PointElsewhereByTheirArticle) {
  const Made m(kSecondMention);
  EXPECT_TRUE(points_elsewhere(m.e.tree, m.at("attack")));
  EXPECT_FALSE(points_elsewhere(m.e.tree, m.at("attacked")));
}

// "Police had arrested Ali . He admired the jailed editor ."
TEST(Background, ThePastPerfectAndParticiplesTellOfBefore) {
  const Made m(
      "Police police NOUN NNS 3 nsubj\nhad have AUX VBD 3 aux\narrested arrest VERB VBN 0 root\nAli Ali PROPN NNP 3 "
      "obj\n\n"
      "He he PRON PRP 2 nsubj\nadmired admire VERB VBD 0 root\nthe the DET DT 5 det\njailed jail VERB VBN 5 amod\n"
      "editor editor NOUN NN 2 obj\n");
  EXPECT_EQ(ground_of(m.drafting(), m.drafts, m.at("arrested")), Ground::past);
  EXPECT_EQ(ground_of(m.drafting(), m.drafts, m.at("jailed")), Ground::past);
}

TEST(Background, AReportShiftsTensesBack) {
  const Made m(
      "They they PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\npolice police NOUN NNS 5 nsubj\nhad have AUX VBD 5 aux\n"
      "arrested arrest VERB VBN 2 ccomp\nAli Ali PROPN NNP 5 obj\n");
  EXPECT_EQ(ground_of(m.drafting(), m.drafts, m.at("arrested")), Ground::story);
}

}  // namespace
}  // namespace masudi::coding
