// SPDX-License-Identifier: Apache-2.0
#include "coding/speech.h"

#include <gtest/gtest.h>

#include "coding/testing/example.h"

namespace masudi::coding {
namespace {

using testing::Example;

// The sayings as "speaker: what is said", parted by " | ".
std::string sayings(const Example& e) {
  Speech speech;
  speech.read(e.context());
  std::string out;
  for (const Saying& s : speech.sayings()) {
    if (!out.empty()) out += " | ";
    out += s.hearsay ? "?" : s.speaker == kNoToken ? "nobody" : std::string(e.tree.form(s.speaker));
    out += ":";
    for (TokenIndex t = s.first; t < s.last; ++t) {
      if (s.covers(t)) out += " " + std::string(e.tree.form(t));
    }
  }
  return out;
}

TEST(Speech, SayingFirst) {
  const Example e(
      "Police police NOUN NNS 2 nsubj\nsaid say VERB VBD 0 root\nrebels rebel NOUN NNS 4 nsubj\nseized seize VERB VBD "
      "2 ccomp\n"
      "Kura Kura PROPN NNP 4 obj\n. . PUNCT . 2 punct\n");
  EXPECT_EQ(sayings(e), "Police: rebels seized Kura");
}

TEST(Speech, SayingLastHoldsForTheSentence) {
  const Example e(
      "Rebels rebel NOUN NNS 2 nsubj\nseized seize VERB VBD 0 root\nKura Kura PROPN NNP 2 obj\n, , PUNCT , 2 punct\n"
      "witnesses witness NOUN NNS 6 nsubj\nsaid say VERB VBD 2 parataxis\n. . PUNCT . 2 punct\n");
  EXPECT_EQ(sayings(e), "witnesses: Rebels seized Kura , .");
}

TEST(Speech, AccordingTo) {
  const Example e(
      "According accord VERB VBG 3 case\nto to ADP IN 1 fixed\nmonitors monitor NOUN NNS 6 obl\n, , PUNCT , 6 punct\n"
      "rebels rebel NOUN NNS 6 nsubj\nfled flee VERB VBD 0 root\n");
  EXPECT_EQ(sayings(e), "monitors: , rebels fled");
}

TEST(Speech, SourcesAndNesting) {
  const Example e(
      "Radio radio NOUN NN 6 nsubj\n, , PUNCT , 1 punct\nciting cite VERB VBG 6 advcl\nofficials official NOUN NNS 3 "
      "obj\n"
      ", , PUNCT , 6 punct\nreported report VERB VBD 0 root\nthat that SCONJ IN 9 mark\nrebels rebel NOUN NNS 9 nsubj\n"
      "fled flee VERB VBD 6 ccomp\n");
  EXPECT_EQ(sayings(e), "officials: that rebels fled | Radio: that rebels fled");
}

TEST(Speech, HearsayHasNoSpeaker) {
  const Example e(
      "Rebels rebel NOUN NNS 4 nsubj:pass\nare be AUX VBP 4 aux:pass\nallegedly allegedly ADV RB 4 advmod\nbeaten beat "
      "VERB VBN 0 root\n");
  EXPECT_EQ(sayings(e), "?: Rebels are beaten");
}

TEST(Speech, ReportsOfThingsAndAccusations) {
  const Example report(
      "Syria Syria PROPN NNP 2 nsubj\nannounced announce VERB VBD 0 root\nthe the DET DT 4 det\narrest arrest NOUN NN "
      "2 obj\n"
      "of of ADP IN 6 case\nrebels rebel NOUN NNS 4 nmod\n");
  EXPECT_EQ(sayings(report), "Syria: the arrest of rebels");
  const Example accusation(
      "Syria Syria PROPN NNP 2 nsubj\naccused accuse VERB VBD 0 root\nrebels rebel NOUN NNS 2 obj\nof of SCONJ IN 5 "
      "mark\n"
      "shelling shell VERB VBG 2 advcl\nKura Kura PROPN NNP 5 obj\n");
  EXPECT_EQ(sayings(accusation), "Syria: rebels of shelling Kura");
}

TEST(Speech, NotSaidIsNotSaying) {
  const Example e(
      "Police police NOUN NNS 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nsay say VERB VB 0 root\n"
      "rebels rebel NOUN NNS 6 nsubj\nfled flee VERB VBD 4 ccomp\n");
  EXPECT_EQ(sayings(e), "");
}

TEST(Speech, AVerbTakenForANoun) {
  const Example e(
      "The the DET DT 3 det\narmy army NOUN NN 3 compound\nconfirms confirm NOUN NNS 0 root\nthat that SCONJ IN 6 "
      "mark\n"
      "rebels rebel NOUN NNS 6 nsubj\nfled flee VERB VBD 3 acl\n");
  EXPECT_EQ(sayings(e), "army: that rebels fled");
}

// “ Rebels burnt the town , ” Amal said . “ They killed many people there . ”
const char kQuotation[] =
    "\xE2\x80\x9C \xE2\x80\x9C PUNCT `` 3 punct\nRebels rebel NOUN NNS 3 nsubj\nburnt burn VERB VBD 9 ccomp\nthe the "
    "DET DT 5 det\n"
    "town town NOUN NN 3 obj\n, , PUNCT , 3 punct\n\xE2\x80\x9D \xE2\x80\x9D PUNCT '' 3 punct\nAmal Amal PROPN NNP 9 "
    "nsubj\n"
    "said say VERB VBD 0 root\n. . PUNCT . 9 punct\n\n"
    "\xE2\x80\x9C \xE2\x80\x9C PUNCT `` 3 punct\nThey they PRON PRP 3 nsubj\nkilled kill VERB VBD 0 root\nmany many "
    "ADJ JJ 5 amod\n"
    "people people NOUN NNS 3 obj\nthere there ADV RB 3 advmod\n. . PUNCT . 3 punct\n\xE2\x80\x9D \xE2\x80\x9D PUNCT "
    "'' 3 punct\n";

TEST(Speech, QuotationsGoOnWithTheirSpeaker) {
  const Example e(kQuotation);
  Speech speech;
  speech.read(e.context());
  const Saying* first = speech.quotation(e.token("burnt"));
  const Saying* second = speech.quotation(e.token("killed"));
  ASSERT_TRUE(first != nullptr && second != nullptr);
  EXPECT_EQ(e.tree.form(first->speaker), "Amal");
  EXPECT_EQ(e.tree.form(second->speaker), "Amal");
  EXPECT_TRUE(speech.quoted(e.token("killed")));
  EXPECT_FALSE(speech.quoted(e.token("said")));
  EXPECT_TRUE(speech.is_cue(e.token("said")));
}

// “ Rebels burnt the town , ” Amal posted online . with "posted" as a participle of Amal, and Amal below the quotation.
TEST(Speech, WhoStandsBehindTheQuotationSpeaks) {
  const Example e(
      "\xE2\x80\x9C \xE2\x80\x9C PUNCT `` 3 punct\nRebels rebel NOUN NNS 3 nsubj\nburnt burn VERB VBD 0 root\nthe the "
      "DET DT 5 det\n"
      "town town NOUN NN 3 obj\n, , PUNCT , 3 punct\n\xE2\x80\x9D \xE2\x80\x9D PUNCT '' 3 punct\nAmal Amal PROPN NNP 3 "
      "nsubj\nposted post VERB VBN 8 acl\nonline online ADV RB 9 advmod\n. . PUNCT . 3 punct\n");
  Speech speech;
  speech.read(e.context());
  const Saying* said = speech.quotation(e.token("burnt"));
  ASSERT_NE(said, nullptr);
  EXPECT_EQ(e.tree.form(said->speaker), "Amal");
  EXPECT_EQ(e.tree.form(said->cue), "posted");
}

TEST(Speech, NoTokenIsReadBeyondAnEmptyDocument) {
  const Example e("");
  EXPECT_EQ(sayings(e), "");
}

}  // namespace
}  // namespace masudi::coding
