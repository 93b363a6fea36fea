// SPDX-License-Identifier: Apache-2.0
#include "language/lemmatizer.h"

#include <gtest/gtest.h>

#include "base/mapped_file.h"
#include "language/model_file.h"

namespace masudi::language {
namespace {

class LemmatizerTest : public testing::Test {
 protected:
  LemmatizerTest() : file_(MappedFile::open("models/english.model").value()) {
    const auto model = ModelFile::over(file_.bytes());
    lemmatizer_ = Lemmatizer::over(model.value().section("lemmas").value()).value();
  }

  std::string lemma(std::string_view form, Upos upos, Xpos xpos) {
    analysis_.clear();
    analysis_.tokens.span = {{0, static_cast<std::uint32_t>(form.size())}};
    analysis_.tokens.upos = {upos};
    analysis_.tokens.xpos = {xpos};
    lemmatizer_.lemmatize(form, analysis_);
    return std::string(analysis_.tokens.lemma[0]);
  }

  MappedFile file_;
  Lemmatizer lemmatizer_;
  Analysis analysis_;
};

TEST_F(LemmatizerTest, IrregularAndRegularWords) {
  EXPECT_EQ(lemma("said", Upos::verb, Xpos::vbd), "say");
  EXPECT_EQ(lemma("Said", Upos::verb, Xpos::vbd), "say");
  EXPECT_EQ(lemma("countries", Upos::noun, Xpos::nns), "country");
  EXPECT_EQ(lemma("n't", Upos::part, Xpos::rb), "not");
  EXPECT_EQ(lemma("’s", Upos::part, Xpos::pos), "'s");
  EXPECT_EQ(lemma("me", Upos::pron, Xpos::prp), "I");
}

TEST_F(LemmatizerTest, UnseenWordsGoByTheirEnding) {
  EXPECT_EQ(lemma("zarbifications", Upos::noun, Xpos::nns), "zarbification");
  EXPECT_EQ(lemma("Unflimsied", Upos::verb, Xpos::vbd), "unflimsy");
  EXPECT_EQ(lemma("Zarbistan", Upos::propn, Xpos::nnp), "Zarbistan");
  EXPECT_EQ(lemma("Zarbistanis", Upos::propn, Xpos::nnps), "Zarbistani");
}

TEST_F(LemmatizerTest, NoLetterIsCutInTwo) {
  EXPECT_EQ(lemma("€", Upos::verb, Xpos::vbz), "€");
  EXPECT_EQ(lemma("‘", Upos::part, Xpos::pos), "‘");
}

TEST_F(LemmatizerTest, NumbersLoseTheirCommas) {
  EXPECT_EQ(lemma("12,500", Upos::num, Xpos::cd), "12500");
  EXPECT_EQ(lemma("2.5", Upos::num, Xpos::cd), "2.5");
}

TEST_F(LemmatizerTest, VeryLongFormsStayAsTheyAre) {
  const std::string form(100000, 'X');
  EXPECT_EQ(lemma(form, Upos::noun, Xpos::nn), form);
}

TEST_F(LemmatizerTest, HasAndIsByTheTree) {
  // "She 's gone" with an auxiliary of a participle.
  const std::string_view text = "She's gone";
  analysis_.clear();
  Tokens& t = analysis_.tokens;
  t.span = {{0, 3}, {3, 5}, {6, 10}};
  t.upos = {Upos::pron, Upos::aux, Upos::verb};
  t.xpos = {Xpos::prp, Xpos::vbz, Xpos::vbn};
  t.head = {2, 2, kNoToken};
  t.relation = {Relation::nsubj, Relation::aux, Relation::root};
  lemmatizer_.lemmatize(text, analysis_);
  EXPECT_EQ(t.lemma[1], "have");
  t.relation[1] = Relation::aux_pass;
  lemmatizer_.lemmatize(text, analysis_);
  EXPECT_EQ(t.lemma[1], "be");
}

TEST(Lemmatizer, RefusesBrokenSections) {
  EXPECT_FALSE(Lemmatizer::over({}));
  const LemmaHeader header{kLemmaFormat, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF};
  EXPECT_FALSE(Lemmatizer::over(std::as_bytes(std::span(&header, 1))));
}

TEST(LemmaTable, ShapesAndCase) {
  EXPECT_EQ(shape_of("Rebels", false), FormShape::title);
  EXPECT_EQ(shape_of("NATO", false), FormShape::short_capitals);
  EXPECT_EQ(shape_of("TEXAS", true), FormShape::shouted);
  EXPECT_EQ(shape_of("iPhone", false), FormShape::mixed);
  EXPECT_EQ(shape_of("1990", false), FormShape::no_letters);
  std::string out(16, ' ');
  out.resize(write_lower("ÉLYSÉE", out.data()));
  EXPECT_EQ(out, "élysée");
}

}  // namespace
}  // namespace masudi::language
