// SPDX-License-Identifier: Apache-2.0
#include "read/language_guess.h"

#include <gtest/gtest.h>

namespace masudi::read {
namespace {

TEST(LanguageGuess, TellsEnglishFromOthers) {
  EXPECT_EQ(
      guess_language(
          "Rebels attacked a convoy near the border on Sunday, killing at least twelve soldiers, officials said."),
      "en");
  EXPECT_EQ(guess_language("Los rebeldes atacaron un convoy cerca de la frontera el domingo y mataron a doce soldados, "
                           "según el ministro."),
            "es");
  EXPECT_EQ(guess_language("Les rebelles ont attaqué un convoi près de la frontière dimanche et tué douze soldats, "
                           "selon les autorités."),
            "fr");
  EXPECT_EQ(
      guess_language(
          "Die Rebellen haben am Sonntag einen Konvoi an der Grenze angegriffen und dabei zwölf Soldaten getötet."),
      "de");
  EXPECT_EQ(guess_language("I ribelli hanno attaccato un convoglio vicino al confine domenica e hanno ucciso dodici "
                           "soldati, come ha detto il ministro della difesa."),
            "it");
  EXPECT_EQ(
      guess_language(
          "Os rebeldes atacaram uma coluna perto da fronteira no domingo e mataram doze soldados, segundo o ministro."),
      "pt");
  EXPECT_EQ(
      guess_language(
          "De rebellen hebben zondag een konvooi aangevallen bij de grens en daarbij zijn twaalf soldaten gedood."),
      "nl");
  EXPECT_EQ(
      guess_language(
          "İsyancılar pazar günü sınıra yakın bir konvoya saldırdı ve on iki asker öldü, bakan da bunu doğruladı."),
      "tr");
}

TEST(LanguageGuess, KnowsOtherScripts) {
  EXPECT_EQ(guess_language("В воскресенье повстанцы напали на колонну у границы и убили двенадцать солдат."), "xx");
  EXPECT_EQ(guess_language("هاجم المتمردون قافلة قرب الحدود يوم الأحد وقتلوا اثني عشر جنديا بحسب مسؤولين"), "xx");
  EXPECT_EQ(guess_language("周日，叛军在边境附近袭击了一支车队，造成至少十二名士兵死亡，官员们表示。"), "xx");
}

TEST(LanguageGuess, SaysNothingOfAFewWords) {
  EXPECT_EQ(guess_language(""), "");
  EXPECT_EQ(guess_language("Convoy attacked"), "");
}

TEST(LanguageGuess, BelievesWordsMoreThanWhatIsDeclared) {
  const std::string english =
      "Rebels attacked a convoy near the border on Sunday, killing at least twelve soldiers, officials said.";
  EXPECT_TRUE(is_english(english, "de"));
  EXPECT_FALSE(is_english(
      "Die Rebellen haben am Sonntag einen Konvoi an der Grenze angegriffen und dabei zwölf Soldaten getötet.", "en"));
  EXPECT_TRUE(is_english("Convoy attacked", ""));
  EXPECT_TRUE(is_english("Convoy attacked", "en-GB"));
  EXPECT_FALSE(is_english("Konvoi angegriffen", "de"));
}

}  // namespace
}  // namespace masudi::read
