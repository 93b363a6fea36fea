// SPDX-License-Identifier: Apache-2.0
#include "coding/places.h"

#include <gtest/gtest.h>

#include "coding/place_words.h"
#include "coding/testing/example.h"

namespace masudi::coding {
namespace {

using testing::Example;

// A word a line of `text`, all of them proper nouns with `roots` left to the first; for tests that need no tree.
std::string flat_rows(std::string_view text) {
  std::string rows;
  int n = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    const bool mark = word == "," || word == "." || word == "(" || word == ")";
    const bool proper = is_capitalised(word);
    rows += word + " " + word +
            (mark                           ? " PUNCT ,"
             : proper                       ? " PROPN NNP"
             : word == "in" || word == "of" ? " ADP IN"
                                            : " NOUN NN");
    rows += n == 0 ? " 0 root\n" : mark ? " 1 punct\n" : " 1 dep\n";
    if (word == ".") rows += "\n";
    n = word == "." ? 0 : n + 1;
    at = end + 1;
  }
  return rows;
}

struct Read {
  explicit Read(std::string_view text) : example(flat_rows(text)) { places.read(example.context()); }
  const Toponym* at(std::string_view form) const { return places.at(example.token(form)); }
  Example example;
  Places places;
};

TEST(Places, KnowsCountriesTownsRegionsAndSites) {
  const Read read("Fighting in Mosul , Iraq . Tanks near Kharkiv . Ships in the Taiwan Strait . Raids in Darfur .");
  ASSERT_NE(read.at("Mosul"), nullptr);
  EXPECT_EQ(read.at("Mosul")->place.country, "IRQ");
  EXPECT_EQ(read.at("Mosul")->place.admin1, "Nineveh");
  EXPECT_EQ(read.at("Mosul")->place.precision, Precision::city);
  EXPECT_NEAR(read.at("Mosul")->place.position->first, 36.34, 0.05);
  EXPECT_EQ(read.at("Iraq")->place.precision, Precision::country);
  EXPECT_EQ(read.at("Kharkiv")->place.country, "UKR");
  EXPECT_EQ(read.at("Strait")->place.country, "");
  EXPECT_TRUE(read.at("Strait")->place.position.has_value());
  EXPECT_EQ(read.at("Darfur")->place.country, "SDN");
}

TEST(Places, AreToldApartByWhatTheyLieIn) {
  EXPECT_EQ(Read("Crowds in London , Ontario .").at("London")->place.country, "CAN");
  EXPECT_EQ(Read("Crowds in London .").at("London")->place.country, "GBR");
  EXPECT_EQ(Read("Crowds in Paris , Texas .").at("Paris")->place.admin1, "Texas");
  EXPECT_EQ(Read("Crowds in Tripoli , Lebanon .").at("Tripoli")->place.country, "LBN");
}

TEST(Places, AreToldApartByTheRestOfTheDocument) {
  EXPECT_EQ(Read("Crowds in Tripoli . Troops in Benghazi . Libya .").at("Tripoli")->place.country, "LBY");
  EXPECT_EQ(Read("Crowds in Tripoli . Troops in Beirut . Lebanon .").at("Tripoli")->place.country, "LBN");
  EXPECT_EQ(Read("Voters in Georgia . Voters in Florida . Voters in Alabama .").at("Georgia")->place.country, "USA");
  EXPECT_EQ(Read("Voters in Georgia . Troops in Armenia . Talks in Tbilisi .").at("Georgia")->place.country, "GEO");
}

TEST(Places, OfOrganisationsAreNotTaken) {
  EXPECT_EQ(Read("Bank of England .").at("England"), nullptr);
  EXPECT_EQ(Read("students of Boston University .").at("Boston"), nullptr);
}

TEST(Places, WithNamesThatAreWordsNeedContext) {
  EXPECT_EQ(Read("Reading of books .").at("Reading"), nullptr);
  ASSERT_NE(Read("Crowds in Reading , England .").at("Reading"), nullptr);
  EXPECT_EQ(Read("Crowds in Reading , England .").at("Reading")->place.country, "GBR");
}

TEST(Places, MayBeUnknown) {
  const Read read("Floods in the village of Xanqoz , Sudan .");
  ASSERT_NE(read.at("Xanqoz"), nullptr);
  EXPECT_FALSE(read.at("Xanqoz")->resolved);
  EXPECT_EQ(read.at("Xanqoz")->place.country, "SDN");
}

TEST(Places, UnknownOnesLieWhereTheirSurroundingsDo) {
  const Read sentence("Floods in the village of Xanqoz . Troops in Mosul and the village of Zuqbar . Talks in Rome .");
  ASSERT_NE(sentence.at("Zuqbar"), nullptr);
  EXPECT_EQ(sentence.at("Zuqbar")->place.country, "IRQ");  // as the other place of its sentence
  ASSERT_NE(sentence.at("Xanqoz"), nullptr);
  EXPECT_EQ(sentence.at("Xanqoz")->place.country, "");  // two countries are as likely
  const Read story("Floods in the village of Xanqoz . Troops in Mosul . Troops in Basra . Talks in Rome .");
  EXPECT_EQ(story.at("Xanqoz")->place.country, "IRQ");
}

TEST(Places, OfEventsHangOnTheTrigger) {
  const Example e(
      "Gunmen gunman NOUN NNS 2 nsubj\nattacked attack VERB VBD 0 root\na a DET DT 4 det\nconvoy convoy NOUN NN 2 obj\n"
      "in in ADP IN 6 case\nAleppo Aleppo PROPN NNP 2 obl\n, , PUNCT , 6 punct\nSyria Syria PROPN NNP 6 appos\n");
  Places places;
  places.read(e.context());
  std::vector<Place> found;
  places.of_event(e.context(), e.token("attacked"), found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name, "Aleppo");
  EXPECT_EQ(found[0].country, "SYR");
}

TEST(Places, MayBeWhatIsAttacked) {
  const Example e(
      "Rebels rebel NOUN NNS 2 nsubj\nshelled shell VERB VBD 0 root\nthe the DET DT 4 det\nvillage village NOUN NN 2 "
      "obj\n"
      "of of ADP IN 6 case\nKfar Kfar PROPN NNP 4 nmod\nin in ADP IN 8 case\nIdlib Idlib PROPN NNP 6 nmod\n");
  Places places;
  places.read(e.context());
  std::vector<Place> found;
  places.of_event(e.context(), e.token("shelled"), found);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.back().country, "SYR");
}

TEST(Places, TwoTownsLieInTheCountryBehindThem) {
  const Read read("Raids in Toul and Nabatieh , Lebanon .");
  ASSERT_NE(read.at("Toul"), nullptr);
  EXPECT_EQ(read.at("Toul")->place.country, "LBN");
  EXPECT_EQ(read.at("Nabatieh")->place.country, "LBN");
}

TEST(Places, WhatIsInACountryIsNotItsLargerNamesake) {
  const Read read("Raids on Blida in Lebanon .");
  ASSERT_NE(read.at("Blida"), nullptr);
  EXPECT_EQ(read.at("Blida")->place.country, "LBN");
}

TEST(Places, ShipsAreNoCounties) {
  const Read read("Fire on the USS Essex .");
  EXPECT_EQ(read.at("Essex"), nullptr);
}

TEST(Places, TheStateOfAGroupIsNoCountry) {
  const Read read("Raids by the Islamic State of Iraq and Syria .");
  EXPECT_EQ(read.at("Syria"), nullptr);
}

}  // namespace
}  // namespace masudi::coding
