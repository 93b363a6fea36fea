// SPDX-License-Identifier: Apache-2.0
#include "coding/parties.h"

#include <gtest/gtest.h>

#include "coding/parties_who.h"
#include "coding/testing/example.h"

namespace masudi::coding {
namespace {

using testing::Example;

// "IRQ MIL", "IRQ PRM <IRN" with the sponsor; several parted by "; ".
std::string who(const Example& e, std::string_view form, TokenIndex from = 0, bool joined = true) {
  Speech speech;
  speech.read(e.context());
  Places places;
  places.read(e.context());
  Parties parties;
  parties.read(e.context(), speech, places);
  std::vector<PartyMention> found;
  if (joined) {
    parties.at(e.token(form, from), found);
  } else {
    parties.only_at(e.token(form, from), found);
  }
  std::string out;
  for (const PartyMention& m : found) {
    if (!out.empty()) out += "; ";
    out += m.party.code;
    if (!m.party.sectors.empty()) out += " " + m.party.sectors[0];
    if (!m.party.sponsor.empty()) out += " <" + m.party.sponsor;
  }
  return out;
}

std::vector<knowledge::Atom> words(std::string_view text) {
  std::vector<knowledge::Atom> atoms;
  knowledge::append_atoms(text, atoms);
  return atoms;
}

// The code of whoever goes by this title and name on that day.
std::string titled(std::string_view title, std::string_view name, std::string_view day) {
  const knowledge::Knowledge& k = testing::compiled_knowledge();
  const auto id = titled_person(k, title, words(name), parse_date(day).value());
  return id ? std::string(who_is(k, k.entities()[*id], parse_date(day).value(), title).code) : std::string("nobody");
}

TEST(TitledPerson, IsWhoHoldsTheOfficeOnTheDay) {
  EXPECT_EQ(titled("president", "Goulart", "1962-04-04"), "BRA");
  EXPECT_EQ(titled("prime minister", "Holland", "1953-05-18"), "NZL");
  EXPECT_EQ(titled("foreign minister", "Lavrov", "2010-05-18"), "RUS");
}

TEST(TitledPerson, SharesTheFirstNameWhereTheTextHasOne) {
  EXPECT_EQ(titled("president", "Peter Goulart", "1962-04-04"), "nobody");
  EXPECT_EQ(titled("president", "Qvelic", "1962-04-04"), "nobody");
}

TEST(WhoIs, OfSeveralOfficesTakesTheOneOfTheTitle) {
  EXPECT_EQ(titled("prime minister", "Juncker", "2012-05-20"), "LUX");
  EXPECT_EQ(titled("commission president", "Juncker", "2016-05-20"), "EUR");
}

TEST(WhoIs, AFormerOfficialIsNoHolder) {
  const knowledge::Knowledge& k = testing::compiled_knowledge();
  const Date later = parse_date("2027-01-01").value();
  const auto id = titled_person(k, "president", words("Obama"), parse_date("2012-01-01").value());
  ASSERT_TRUE(id);
  EXPECT_EQ(who_is(k, k.entities()[*id], later, "president").sectors, "ELI");
  EXPECT_TRUE(who_is(k, k.entities()[*id], later, "president").office.empty());
}

TEST(Parties, CountriesCapitalsAndSeatsAreGovernments) {
  const Example e(
      "Tehran Tehran PROPN NNP 2 nsubj\nwarned warn VERB VBD 0 root\nthe the DET DT 5 det\nWhite White PROPN NNP 5 "
      "compound\n"
      "House House PROPN NNP 2 obj\nand and CCONJ CC 7 cc\nFrance France PROPN NNP 5 conj\n. . PUNCT . 2 punct\n");
  EXPECT_EQ(who(e, "Tehran"), "IRN GOV");
  EXPECT_EQ(who(e, "House"), "USA GOV; FRA GOV");
  EXPECT_EQ(who(e, "House", 0, false), "USA GOV");
}

TEST(Parties, RoleWordsTakeTheCountryOfTheirOwner) {
  const Example e(
      "Iraqi Iraqi ADJ JJ 2 amod\nsoldiers soldier NOUN NNS 5 nsubj\nand and CCONJ CC 4 cc\npolice police NOUN NN 2 "
      "conj\n"
      "arrested arrest VERB VBD 0 root\ntwo two NUM CD 7 nummod\nSyrians Syrian PROPN NNPS 5 obj\nnear near ADP IN 10 "
      "case\n"
      "the the DET DT 10 det\nembassy embassy NOUN NN 5 obl\nof of ADP IN 12 case\nGermany Germany PROPN NNP 10 "
      "nmod\n");
  EXPECT_EQ(who(e, "soldiers"), "IRQ MIL; IRQ COP");
  EXPECT_EQ(who(e, "Syrians"), "SYR CVL");
  EXPECT_EQ(who(e, "embassy"), "DEU GOV");
  EXPECT_EQ(who(e, "arrested"), "");
}

TEST(Parties, BackersAreSponsors) {
  const Example e(
      "Iranian Iranian ADJ JJ 3 obl\n- - PUNCT HYPH 3 punct\nbacked back VERB VBN 4 amod\nmilitias militia NOUN NNS 7 "
      "nsubj\n"
      "in in ADP IN 6 case\nIraq Iraq PROPN NNP 4 nmod\nattacked attack VERB VBD 0 root\nbases base NOUN NNS 7 obj\n\n"
      "Militia militia NOUN NN 6 nsubj\nthat that PRON WDT 4 nsubj:pass\nare be AUX VBP 4 aux:pass\naligned align VERB "
      "VBN 1 acl:relcl\n"
      "with with ADP IN 7 case\nfled flee VERB VBD 0 root\nIran Iran PROPN NNP 4 obl\n");
  EXPECT_EQ(who(e, "militias"), "IRQ PRM <IRN");
  EXPECT_EQ(who(e, "Militia"), "IRQ PRM <IRN");  // where, the sentence before has said
}

TEST(Parties, TitlesIntroducePersons) {
  const Example e(
      "Kenyan Kenyan ADJ JJ 4 amod\nForeign Foreign PROPN NNP 3 amod\nMinister Minister PROPN NNP 4 nmod:desc\n"
      "Jonah Jonah PROPN NNP 6 nsubj\nMutiso Mutiso PROPN NNP 4 flat\nmet meet VERB VBD 0 root\nhis his PRON PRP$ 9 "
      "nmod:poss\n"
      "Ugandan Ugandan ADJ JJ 9 amod\ncounterpart counterpart NOUN NN 6 obj\n. . PUNCT . 6 punct\n\n"
      "Mutiso Mutiso PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nhe he PRON PRP 5 nsubj\nwas be AUX VBD 5 cop\n"
      "pleased pleased ADJ JJ 2 ccomp\n");
  EXPECT_EQ(who(e, "Mutiso"), "KEN GOV");
  EXPECT_EQ(who(e, "Minister"), "KEN GOV");
  EXPECT_EQ(who(e, "counterpart"), "UGA GOV");
  EXPECT_EQ(who(e, "Mutiso", 8), "KEN GOV");
  EXPECT_EQ(who(e, "he"), "KEN GOV");
}

TEST(Parties, PluralPronounsMeanAllThatWereJoined) {
  const Example e(
      "The the DET DT 2 det\nleaders leader NOUN NNS 7 nsubj\nof of ADP IN 4 case\nMali Mali PROPN NNP 2 nmod\n"
      "and and CCONJ CC 6 cc\nNiger Niger PROPN NNP 4 conj\nmet meet VERB VBD 0 root\n. . PUNCT . 7 punct\n\n"
      "They they PRON PRP 2 nsubj\nsigned sign VERB VBD 0 root\na a DET DT 4 det\npact pact NOUN NN 2 obj\n\n"
      "Both both DET DT 2 det\ncountries country NOUN NNS 3 nsubj\nagreed agree VERB VBD 0 root\n");
  EXPECT_EQ(who(e, "leaders"), "MLI GOV; NER GOV");
  EXPECT_EQ(who(e, "They"), "MLI GOV; NER GOV");
  EXPECT_EQ(who(e, "countries"), "MLI GOV; NER GOV");
  EXPECT_EQ(who(e, "pact"), "");
}

TEST(Parties, TheCountryOfTheStoryFillsIn) {
  const Example e(
      "Police police NOUN NN 2 nsubj\narrested arrest VERB VBD 0 root\nthree three NUM CD 4 nummod\npeople people NOUN "
      "NNS 2 obj\n"
      "in in ADP IN 6 case\nNairobi Nairobi PROPN NNP 2 obl\n. . PUNCT . 2 punct\n\n"
      "The the DET DT 2 det\ngovernment government NOUN NN 3 nsubj\napologised apologise VERB VBD 0 root\n\n"
      "Foreign foreign ADJ JJ 2 amod\ngovernments government NOUN NNS 3 nsubj\nprotested protest VERB VBD 0 root\n");
  EXPECT_EQ(who(e, "Police"), "KEN COP");
  EXPECT_EQ(who(e, "people"), "KEN CVL");
  EXPECT_EQ(who(e, "government"), "KEN GOV");
  EXPECT_EQ(who(e, "governments"), " GOV");
}

TEST(Parties, ArmiesAreBehindTheirAttacks) {
  const Example e(
      "Israeli Israeli ADJ JJ 2 amod\nairstrikes airstrike NOUN NNS 3 nsubj\nhit hit VERB VBD 0 root\n"
      "Israeli Israeli ADJ JJ 5 amod\ndemands demand NOUN NNS 3 obj\n");
  EXPECT_EQ(who(e, "Israeli"), "ISR MIL");
  EXPECT_EQ(who(e, "Israeli", 2), "ISR GOV");
}

TEST(Parties, FormerOfficialsAreElites) {
  const Example e(
      "Former former ADJ JJ 3 amod\nKenyan Kenyan ADJ JJ 3 amod\nminister minister NOUN NN 4 nmod:desc\n"
      "Mutiso Mutiso PROPN NNP 5 nsubj\nspoke speak VERB VBD 0 root\n");
  EXPECT_EQ(who(e, "Mutiso"), "KEN ELI");
}

TEST(Parties, ThingsAreNobody) {
  const Example e(
      "The the DET DT 2 det\ntable table NOUN NN 3 nsubj\nfell fall VERB VBD 0 root\nwhile while SCONJ IN 7 mark\n"
      "the the DET DT 6 det\neconomy economy NOUN NN 7 nsubj\ngrew grow VERB VBD 3 advcl\n");
  EXPECT_EQ(who(e, "table"), "");
  EXPECT_EQ(who(e, "economy"), "");
}

TEST(Parties, CountsAreAboutWhatTheyCount) {
  const Example e(
      "Dozens dozen NOUN NNS 5 nsubj\nof of ADP IN 4 case\nNigerian Nigerian ADJ JJ 4 amod\ntroops troops NOUN NNS 1 "
      "nmod\n"
      "left leave VERB VBD 0 root\n");
  EXPECT_EQ(who(e, "Dozens"), "NGA MIL");
}

TEST(Parties, ClassesStandForTheirMembers) {
  const Example e(
      "They they PRON PRP 2 nsubj\nwarned warn VERB VBD 0 root\ngroups group NOUN NNS 2 obj\nsuch such ADJ JJ 6 case\n"
      "as as ADP IN 4 fixed\nHezbollah Hezbollah PROPN NNP 3 nmod\n");
  EXPECT_EQ(who(e, "groups").substr(0, 3), "LBN");
}

// "We thanked Zambia. The government praised Secretary Qvelic."
Example page_on_zambia(std::string_view source) {
  Example e(
      "We we PRON PRP 2 nsubj\nthanked thank VERB VBD 0 root\nZambia Zambia PROPN NNP 2 obj\n. . PUNCT . 2 punct\n\n"
      "The the DET DT 2 det\ngovernment government NOUN NN 3 nsubj\npraised praise VERB VBD 0 root\n"
      "Secretary secretary PROPN NNP 5 nmod:desc\nQvelic Qvelic PROPN NNP 3 obj\n",
      "2024-05-14");
  e.document.source = source;
  return e;
}

TEST(Parties, OnItsOwnPagesTheGovernmentIsAnothers) {
  const Example e = page_on_zambia("state.gov");
  EXPECT_EQ(who(e, "We"), "USA GOV");
  EXPECT_EQ(who(e, "government"), "ZMB GOV");
  EXPECT_EQ(who(e, "Qvelic"), "USA GOV");
}

TEST(Parties, OneAnotherAreThoseWhomTheSubjectJoins) {
  const Example e(
      "Kenya Kenya PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nUganda Uganda PROPN NNP 1 conj\n"
      "accused accuse VERB VBD 0 root\neach each DET DT 6 det\nother other ADJ JJ 4 obj\n");
  EXPECT_EQ(who(e, "other"), "KEN GOV; UGA GOV");
}

TEST(Parties, HyphensTieStates) {
  const Example e(
      "Kenyan+ Kenyan ADJ JJ 3 amod\n-+ - PUNCT HYPH 1 punct\nUgandan Ugandan ADJ JJ 4 amod\n"
      "talks talk NOUN NNS 5 nsubj\nfailed fail VERB VBD 0 root\n");
  EXPECT_EQ(who(e, "Ugandan"), "UGA GOV; KEN GOV");
  EXPECT_EQ(who(e, "Ugandan", 0, false), "UGA GOV");
}

}  // namespace
}  // namespace masudi::coding
