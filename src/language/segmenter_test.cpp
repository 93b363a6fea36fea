// SPDX-License-Identifier: Apache-2.0
#include "language/segmenter.h"

#include <gtest/gtest.h>

#include "base/mapped_file.h"
#include "language/model_file.h"

namespace masudi::language {
namespace {

class SegmenterTest : public testing::Test {
 protected:
  SegmenterTest() : file_(MappedFile::open("models/english.model").value()) {
    const auto model = ModelFile::over(file_.bytes());
    segmenter_ = Segmenter::over(model.value().section("segmenter").value()).value();
  }

  // Sentences parted by " || ", tokens by blanks, words of one orthographic word by "+".
  std::string show(std::string_view text) {
    segmenter_.segment(text, scratch_, analysis_);
    std::string out;
    const Tokens& t = analysis_.tokens;
    for (const Sentence& s : analysis_.sentences) {
      if (!out.empty()) out += " || ";
      for (TokenIndex i = s.first; i < s.last; ++i) {
        out += t.span[i].in(text);
        if (i + 1 < s.last) out += t.joined[i] != 0 ? '+' : ' ';
      }
    }
    return out;
  }

  MappedFile file_;
  Segmenter segmenter_;
  Segmenter::Scratch scratch_;
  Analysis analysis_;
};

TEST_F(SegmenterTest, PartsCliticsAndHyphens) {
  EXPECT_EQ(show("Iran's envoys don't agree."), "Iran+'s envoys do+n't agree .");
  EXPECT_EQ(show("The rebels’ leader can’t and cannot sign."), "The rebels+’ leader ca+n’t and can+not sign .");
  EXPECT_EQ(show("A state-run, five-member panel met."), "A state - run , five - member panel met .");
  EXPECT_EQ(show("DON'T SIGN"), "DO+N'T SIGN");
}

TEST_F(SegmenterTest, KeepsAddressesWhole) {
  EXPECT_EQ(show("See http://a-b.example.org/2005.09/x_1.html?q=a&b=c, or ask."),
            "See http://a-b.example.org/2005.09/x_1.html?q=a&b=c , or ask .");
  EXPECT_EQ(show("(www.example.org/news/) and <o.k_1...@mail.example.org>."),
            "( www.example.org/news/ ) and < o.k_1...@mail.example.org > .");
  EXPECT_EQ(show("It is in Stocks_2.pdf."), "It is in Stocks_2.pdf .");
}

TEST_F(SegmenterTest, KeepsNumbersAndMarksOfSurpriseWhole) {
  EXPECT_EQ(show("It cost 7,5 or 0.0076 (0.12) euros?! Really !..?"),
            "It cost 7,5 or 0.0076 ( 0.12 ) euros ?! Really !..?");
  EXPECT_EQ(show("I like it alot."), "I like it a+lot .");
}

TEST_F(SegmenterTest, PartsItsWhereItStandsForItIs) {
  EXPECT_EQ(show("its a pity"), "it+s a pity");
  EXPECT_EQ(show("The army and its allies left."), "The army and its allies left .");
}

TEST_F(SegmenterTest, EndsSentences) {
  EXPECT_EQ(show("Troops left. Talks began."), "Troops left . || Talks began .");
  EXPECT_EQ(show("“We will not leave,” he said. “Never.”"), "“ We will not leave , ” he said . || “ Never . ”");
  EXPECT_EQ(show("Gov. Lee met Sen. Ray in the U.S. capital on Oct. 7."),
            "Gov. Lee met Sen. Ray in the U.S. capital on Oct. 7 .");
  EXPECT_EQ(show("He fled to the U.S. The army did not follow."), "He fled to the U.S. || The army did not follow .");
  EXPECT_EQ(show("Did they sign? No one knows!"), "Did they sign ? || No one knows !");
}

TEST_F(SegmenterTest, BlankLinesAlwaysEndSentences) {
  EXPECT_EQ(show("Rebels take the\n\ncapital"), "Rebels take the || capital");
  EXPECT_EQ(show("one\r\n\r\ntwo \n \t\n three"), "one || two || three");
}

TEST_F(SegmenterTest, LinesOfOneWidthDoNotEndSentences) {
  EXPECT_EQ(analysis_.sentences.size(), 0u);
  show(
      "The two governments agreed on Monday to send observers to the\nborder area, where fighting has gone on for "
      "weeks and many\n"
      "people have left their homes.");
  EXPECT_EQ(analysis_.sentences.size(), 1u);
}

TEST_F(SegmenterTest, NothingComesOfNothing) {
  EXPECT_EQ(show(""), "");
  EXPECT_EQ(show(" \n\n \t "), "");
}

TEST_F(SegmenterTest, VeryLongSentencesAreCut) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "and ";
  show(text);
  EXPECT_EQ(analysis_.tokens.size(), 10000u);
  for (const Sentence& s : analysis_.sentences) EXPECT_LE(s.size(), Segmenter::kMostTokens);
}

TEST(Segmenter, RefusesBrokenSections) {
  EXPECT_FALSE(Segmenter::over({}));
  SegmenterHeader header{kSegmenterFormat, 20, 20, 20, 0};
  EXPECT_FALSE(Segmenter::over(std::as_bytes(std::span(&header, 1))));
  header.split_bits = 0xFFFFFFFF;
  EXPECT_FALSE(Segmenter::over(std::as_bytes(std::span(&header, 1))));
}

}  // namespace
}  // namespace masudi::language
