// SPDX-License-Identifier: Apache-2.0
#include "coding/quantities.h"

#include <gtest/gtest.h>

#include <sstream>

#include "coding/numbers.h"
#include "coding/testing/example.h"

namespace masudi::coding {
namespace {

using testing::Example;

std::string text(const Range& r) {
  const auto end = [](const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : std::string(); };
  return r.low == r.high && r.low ? end(r.low) : end(r.low) + "-" + end(r.high);
}

// The first count in the words.
std::string count(const std::string& words) {
  std::string rows;
  std::istringstream in(words);
  for (std::string w; in >> w;) rows += w + " " + w + " NOUN NN " + (rows.empty() ? "0 root\n" : "1 dep\n");
  const Example e(rows);
  const auto found = count_phrase(e.tree, 0, e.tree.size());
  return found ? text(found->range) : "none";
}

TEST(Numbers, WordsAndDigits) {
  EXPECT_EQ(count("12 men"), "12");
  EXPECT_EQ(count("1,500 men"), "1500");
  EXPECT_EQ(count("1.5 million people"), "1500000");
  EXPECT_EQ(count("forty-two men"), "42");
  EXPECT_EQ(count("forty - two men"), "42");
  EXPECT_EQ(count("two hundred and fifty men"), "250");
  EXPECT_EQ(count("three hundred thousand men"), "300000");
  EXPECT_EQ(count("a dozen men"), "12");
  EXPECT_EQ(count("many men"), "none");
  EXPECT_EQ(count("99999999999999999999999 men"), "none");
}

TEST(Numbers, BoundsAndVagueness) {
  EXPECT_EQ(count("at least 12 men"), "12-");
  EXPECT_EQ(count("more than 20 men"), "20-");
  EXPECT_EQ(count("up to 30 men"), "-30");
  EXPECT_EQ(count("as many as 40 men"), "-40");
  EXPECT_EQ(count("no fewer than nine men"), "9-");
  EXPECT_EQ(count("about 300 men"), "300");
  EXPECT_EQ(count("20 to 30 men"), "20-30");
  EXPECT_EQ(count("20-30 men"), "20-30");
  EXPECT_EQ(count("between 20 and 30 men"), "20-30");
  EXPECT_EQ(count("dozens of men"), "24-");
  EXPECT_EQ(count("tens of thousands of men"), "20000-");
  EXPECT_EQ(count("hundreds of thousands of men"), "200000-");
  EXPECT_EQ(count("several men"), "2-");
}

Event measured(const Example& e, std::string_view trigger, EventType type) {
  Event event;
  event.type = type;
  measure(e.context(), e.token(trigger), event);
  return event;
}

TEST(Quantities, DeadAndInjuredOfParticiples) {
  const Example e(
      "Rebels rebel NOUN NNS 2 nsubj\nattacked attack VERB VBD 0 root\nKura Kura PROPN NNP 2 obj\n, , PUNCT , 5 punct\n"
      "killing kill VERB VBG 2 advcl\n12 12 NUM CD 7 nummod\npeople people NOUN NNS 5 obj\nand and CCONJ CC 9 cc\n"
      "wounding wound VERB VBG 5 conj\nat at ADP IN 11 case\nleast least ADJ JJS 12 nummod\n30 30 NUM CD 9 obj\n");
  const Event event = measured(e, "attacked", EventType::assault);
  ASSERT_EQ(event.sizes.size(), 2u);
  EXPECT_EQ(event.sizes[0].measure, Measure::dead);
  EXPECT_EQ(text(event.sizes[0].range), "12");
  EXPECT_EQ(event.sizes[1].measure, Measure::injured);
  EXPECT_EQ(text(event.sizes[1].range), "30-");
}

TEST(Quantities, JoinedMembersAreAdded) {
  const Example e(
      "Two two NUM CD 2 nummod\nchildren child NOUN NNS 7 nsubj:pass\nand and CCONJ CC 5 cc\na a DET DT 5 det\n"
      "woman woman NOUN NN 2 conj\nwere be AUX VBD 7 aux:pass\nkilled kill VERB VBN 0 root\n");
  const Event event = measured(e, "killed", EventType::assault);
  ASSERT_EQ(event.sizes.size(), 1u);
  EXPECT_EQ(text(event.sizes[0].range), "3");
}

TEST(Quantities, AnArrestIsNotPartOfAnAttack) {
  const Example e(
      "Police police NOUN NNS 2 nsubj\narrested arrest VERB VBD 0 root\ntwo two NUM CD 4 nummod\nmen man NOUN NNS 2 "
      "obj\n"
      "after after ADP IN 7 case\nthe the DET DT 7 det\nattack attack NOUN NN 2 obl\n");
  EXPECT_TRUE(measured(e, "attack", EventType::assault).sizes.empty());
  EXPECT_EQ(measured(e, "arrested", EventType::coerce).sizes.size(), 1u);
}

// "The navy sent warships, including two aircraft carriers, and fighter aircraft."
TEST(Quantities, ForcesCountedAndNot) {
  const Example e(
      "The the DET DT 2 det\nnavy navy NOUN NN 3 nsubj\nsent send VERB VBD 0 root\nwarships warship NOUN NNS 3 obj\n, "
      ", PUNCT , 9 punct\n"
      "including include VERB VBG 9 case\ntwo two NUM CD 9 nummod\naircraft aircraft NOUN NN 9 compound\ncarriers "
      "carrier NOUN NNS 4 nmod\n"
      ", , PUNCT , 13 punct\nand and CCONJ CC 13 cc\nfighter fighter NOUN NN 13 compound\naircraft aircraft NOUN NN 4 "
      "conj\n");
  const Event event = measured(e, "sent", EventType::mobilize);
  ASSERT_EQ(event.forces.size(), 3u);
  EXPECT_EQ(event.forces[0].what, "warship");
  EXPECT_FALSE(event.forces[0].count.low);
  EXPECT_EQ(event.forces[1].what, "aircraft carrier");
  EXPECT_EQ(text(event.forces[1].count), "2");
  EXPECT_EQ(event.forces[2].what, "fighter aircraft");
}

}  // namespace
}  // namespace masudi::coding
