// SPDX-License-Identifier: Apache-2.0
#include "language/mend_trees.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "language/irregular_verbs.h"

namespace masudi::language {
namespace {

struct Row {
  const char* form;
  Upos upos;
  Xpos xpos;
  int head;  // from 1, 0 for the root
  Relation relation;
};

// The heads (from 1) and relations of the rows after they were mended, "3 nsubj|0 root|…".
std::string mended(const std::vector<Row>& rows) {
  Tokens t;
  std::string text;
  for (const Row& row : rows) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += row.form;
    t.span.push_back({begin, static_cast<std::uint32_t>(text.size())});
    text += ' ';
    t.upos.push_back(row.upos), t.xpos.push_back(row.xpos), t.relation.push_back(row.relation);
    t.head.push_back(row.head == 0 ? kNoToken : static_cast<TokenIndex>(row.head - 1));
  }
  mend_trees(text, t);
  std::ostringstream out;
  for (TokenIndex i = 0; i < t.size(); ++i)
    out << (i == 0 ? "" : "|") << (t.head[i] == kNoToken ? 0 : t.head[i] + 1) << ' ' << name(t.relation[i]);
  return out.str();
}

TEST(MendTrees, APastFormBesideASubjectIsTheVerb) {
  EXPECT_EQ(mended({{"The", Upos::det, Xpos::dt, 2, Relation::det},
                    {"navy", Upos::noun, Xpos::nn, 3, Relation::nsubj},
                    {"intensified", Upos::verb, Xpos::vbn, 4, Relation::amod},
                    {"patrols", Upos::noun, Xpos::nns, 0, Relation::root},
                    {".", Upos::punct, Xpos::period, 4, Relation::punct}}),
            "2 det|3 nsubj|0 root|3 obj|3 punct");
  EXPECT_EQ(mended({{"Riyadh", Upos::propn, Xpos::nnp, 3, Relation::compound},
                    {"severed", Upos::verb, Xpos::vbn, 3, Relation::amod},
                    {"ties", Upos::noun, Xpos::nns, 0, Relation::root},
                    {".", Upos::punct, Xpos::period, 3, Relation::punct}}),
            "2 nsubj|0 root|2 obj|2 punct");
}

TEST(MendTrees, NothingIsHungBelowItself) {
  EXPECT_EQ(mended({{"The", Upos::det, Xpos::dt, 2, Relation::det},
                    {"union", Upos::noun, Xpos::nn, 8, Relation::nsubj},
                    {",", Upos::punct, Xpos::comma, 8, Relation::punct},
                    {"by", Upos::adp, Xpos::in, 8, Relation::case_},
                    {"far", Upos::adv, Xpos::rb, 8, Relation::advmod},
                    {"the", Upos::det, Xpos::dt, 8, Relation::det},
                    {"largest", Upos::adj, Xpos::jjs, 8, Relation::amod},
                    {"group", Upos::noun, Xpos::nn, 0, Relation::root}}),
            "2 det|8 nsubj|8 punct|8 advmod|4 fixed|8 det|8 amod|0 root");
  EXPECT_EQ(mended({{"Paris", Upos::propn, Xpos::nnp, 3, Relation::compound},
                    {",", Upos::punct, Xpos::comma, 3, Relation::punct},
                    {"France", Upos::propn, Xpos::nnp, 4, Relation::nsubj},
                    {"signed", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"it", Upos::pron, Xpos::prp, 4, Relation::obj}}),
            "3 compound|3 punct|4 nsubj|0 root|4 obj");
  EXPECT_EQ(mended({{"rebels", Upos::noun, Xpos::nns, 0, Relation::root},
                    {"and", Upos::cconj, Xpos::cc, 3, Relation::cc},
                    {"Kenya", Upos::propn, Xpos::nnp, 1, Relation::conj},
                    {"would", Upos::aux, Xpos::md, 5, Relation::aux},
                    {"move", Upos::verb, Xpos::vb, 3, Relation::conj}}),
            "0 root|3 cc|1 conj|5 aux|3 conj");
}

TEST(MendTrees, AVerbOfHeadlinesBetweenTwoNouns) {
  EXPECT_EQ(mended({{"A", Upos::det, Xpos::dt, 3, Relation::det},
                    {"court", Upos::noun, Xpos::nn, 3, Relation::compound},
                    {"sentences", Upos::noun, Xpos::nns, 4, Relation::compound},
                    {"writers", Upos::noun, Xpos::nns, 0, Relation::root}}),
            "2 det|3 nsubj|0 root|3 obj");
  const std::string inspectors = mended({{"UN", Upos::propn, Xpos::nnp, 3, Relation::compound},
                                         {"weapons", Upos::noun, Xpos::nns, 3, Relation::compound},
                                         {"inspectors", Upos::noun, Xpos::nns, 0, Relation::root}});
  EXPECT_EQ(inspectors, "3 compound|3 compound|0 root");
}

TEST(MendTrees, ABareVerbBehindAPlural) {
  EXPECT_EQ(mended({{"Local", Upos::adj, Xpos::jj, 2, Relation::amod},
                    {"police", Upos::noun, Xpos::nns, 4, Relation::nsubj},
                    {"open", Upos::adj, Xpos::jj, 4, Relation::amod},
                    {"fire", Upos::noun, Xpos::nn, 0, Relation::root},
                    {"on", Upos::adp, Xpos::in, 6, Relation::case_},
                    {"crowds", Upos::noun, Xpos::nns, 4, Relation::nmod}}),
            "2 amod|3 nsubj|0 root|3 obj|6 case|3 obl");
  EXPECT_EQ(mended({{"The", Upos::det, Xpos::dt, 3, Relation::det},
                    {"militants", Upos::noun, Xpos::nns, 3, Relation::compound},
                    {"claim", Upos::noun, Xpos::nn, 4, Relation::compound},
                    {"responsibility", Upos::noun, Xpos::nn, 0, Relation::root}}),
            "2 det|3 nsubj|0 root|3 obj");
  const std::string hydrants = mended({{"The", Upos::det, Xpos::dt, 4, Relation::det},
                                       {"city", Upos::noun, Xpos::nn, 4, Relation::compound},
                                       {"fire", Upos::noun, Xpos::nn, 4, Relation::compound},
                                       {"shells", Upos::noun, Xpos::nns, 0, Relation::root}});
  EXPECT_EQ(hydrants, "4 det|4 compound|4 compound|0 root");
}

TEST(MendTrees, ADeedThatWasReadAsAQuality) {
  EXPECT_EQ(mended({{"The", Upos::det, Xpos::dt, 2, Relation::det},
                    {"ban", Upos::noun, Xpos::nn, 4, Relation::nsubj},
                    {"was", Upos::aux, Xpos::vbd, 4, Relation::cop},
                    {"overturned", Upos::adj, Xpos::jj, 0, Relation::root}}),
            "2 det|4 nsubj:pass|4 aux:pass|0 root");
  EXPECT_EQ(mended({{"The", Upos::det, Xpos::dt, 2, Relation::det},
                    {"editor", Upos::noun, Xpos::nn, 5, Relation::nsubj},
                    {"was", Upos::aux, Xpos::vbd, 5, Relation::cop},
                    {"granted", Upos::verb, Xpos::vbn, 5, Relation::amod},
                    {"bail", Upos::noun, Xpos::nn, 0, Relation::root},
                    {".", Upos::punct, Xpos::period, 5, Relation::punct}}),
            "2 det|4 nsubj:pass|4 aux:pass|0 root|4 obj|4 punct");
  const std::string calm = mended({{"He", Upos::pron, Xpos::prp, 3, Relation::nsubj},
                                   {"was", Upos::aux, Xpos::vbd, 3, Relation::cop},
                                   {"worried", Upos::adj, Xpos::jj, 0, Relation::root}});
  EXPECT_EQ(calm, "3 nsubj|3 cop|0 root");
}

TEST(MendTrees, TheSubjectOfAVerbInTwoHalves) {
  EXPECT_EQ(mended({{"Iran", Upos::propn, Xpos::nnp, 2, Relation::compound},
                    {"test", Upos::noun, Xpos::nn, 4, Relation::compound},
                    {"-", Upos::punct, Xpos::hyph, 2, Relation::punct},
                    {"fired", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"rockets", Upos::noun, Xpos::nns, 4, Relation::obj}}),
            "4 nsubj|4 compound|2 punct|0 root|4 obj");
}

TEST(MendTrees, ABareMoveBehindAPlural) {
  EXPECT_EQ(mended({{"Local", Upos::adj, Xpos::jj, 3, Relation::amod},
                    {"troops", Upos::noun, Xpos::nns, 3, Relation::compound},
                    {"advance", Upos::noun, Xpos::nn, 0, Relation::root},
                    {"on", Upos::adp, Xpos::in, 5, Relation::case_},
                    {"Aden", Upos::propn, Xpos::nnp, 3, Relation::nmod}}),
            "2 amod|3 nsubj|0 root|5 case|3 obl");
}

TEST(MendTrees, AVerbWithoutAnObjectBehindTheRoot) {
  EXPECT_EQ(mended({{"The", Upos::det, Xpos::dt, 2, Relation::det},
                    {"fleet", Upos::noun, Xpos::nn, 0, Relation::root},
                    {"headed", Upos::verb, Xpos::vbn, 2, Relation::acl},
                    {"for", Upos::adp, Xpos::in, 5, Relation::case_},
                    {"port", Upos::noun, Xpos::nn, 3, Relation::obl},
                    {".", Upos::punct, Xpos::period, 2, Relation::punct}}),
            "2 det|3 nsubj|0 root|5 case|3 obl|3 punct");
  const std::string taken = mended({{"The", Upos::det, Xpos::dt, 2, Relation::det},
                                    {"fleet", Upos::noun, Xpos::nn, 0, Relation::root},
                                    {"taken", Upos::verb, Xpos::vbn, 2, Relation::acl},
                                    {".", Upos::punct, Xpos::period, 2, Relation::punct}});
  EXPECT_EQ(taken, "2 det|0 root|2 acl|2 punct");
}

TEST(MendTrees, DoersBehindBy) {
  EXPECT_EQ(mended({{"He", Upos::pron, Xpos::prp, 3, Relation::nsubj_pass},
                    {"was", Upos::aux, Xpos::vbd, 3, Relation::aux_pass},
                    {"beaten", Upos::verb, Xpos::vbn, 0, Relation::root},
                    {"by", Upos::adp, Xpos::in, 5, Relation::mark},
                    {"striking", Upos::verb, Xpos::vbg, 3, Relation::advcl},
                    {"miners", Upos::noun, Xpos::nns, 5, Relation::obj}}),
            "3 nsubj:pass|3 aux:pass|0 root|6 case|6 amod|3 obl:agent");
}

TEST(MendTrees, APluralBeforeAnInfinitive) {
  EXPECT_EQ(mended({{"The", Upos::det, Xpos::dt, 3, Relation::det},
                    {"party", Upos::noun, Xpos::nn, 3, Relation::compound},
                    {"votes", Upos::noun, Xpos::nns, 0, Relation::root},
                    {"to", Upos::part, Xpos::to, 5, Relation::mark},
                    {"expel", Upos::verb, Xpos::vb, 3, Relation::acl},
                    {"members", Upos::noun, Xpos::nns, 5, Relation::obj}}),
            "2 det|3 nsubj|0 root|5 mark|3 xcomp|5 obj");
}

TEST(MendTrees, WhatAndStandsBefore) {
  EXPECT_EQ(mended({{"clashes", Upos::noun, Xpos::nns, 0, Relation::root},
                    {"between", Upos::adp, Xpos::in, 3, Relation::case_},
                    {"troops", Upos::noun, Xpos::nns, 1, Relation::nmod},
                    {"and", Upos::cconj, Xpos::cc, 6, Relation::cc},
                    {"Kura", Upos::propn, Xpos::nnp, 6, Relation::compound},
                    {"rebels", Upos::noun, Xpos::nns, 1, Relation::nmod}}),
            "0 root|3 case|1 nmod|6 cc|6 compound|3 conj");
  // A preposition of its own: not joined.
  EXPECT_EQ(mended({{"raids", Upos::noun, Xpos::nns, 0, Relation::root},
                    {"by", Upos::adp, Xpos::in, 3, Relation::case_},
                    {"troops", Upos::noun, Xpos::nns, 1, Relation::nmod},
                    {"and", Upos::cconj, Xpos::cc, 6, Relation::cc},
                    {"on", Upos::adp, Xpos::in, 6, Relation::case_},
                    {"Kura", Upos::propn, Xpos::nnp, 1, Relation::nmod}}),
            "0 root|3 case|1 nmod|6 cc|6 case|1 nmod");
}

TEST(MendTrees, NounsHaveNoObjects) {
  EXPECT_EQ(mended({{"The", Upos::det, Xpos::dt, 3, Relation::det},
                    {"navy", Upos::noun, Xpos::nn, 3, Relation::compound},
                    {"bombards", Upos::noun, Xpos::nns, 0, Relation::root},
                    {"a", Upos::det, Xpos::dt, 5, Relation::det},
                    {"town", Upos::noun, Xpos::nn, 3, Relation::obj}}),
            "2 det|3 nsubj|0 root|5 det|3 obj");
  EXPECT_EQ(mended({{"Guards", Upos::noun, Xpos::nns, 0, Relation::root},
                    {"open", Upos::adj, Xpos::jj, 3, Relation::amod},
                    {"fire", Upos::noun, Xpos::nn, 1, Relation::obj},
                    {".", Upos::punct, Xpos::period, 1, Relation::punct}}),
            "2 nsubj|0 root|2 obj|2 punct");
}

TEST(MendTrees, ASubjectTiedToTheObject) {
  EXPECT_EQ(mended({{"Mali", Upos::propn, Xpos::nnp, 4, Relation::nsubj},
                    {"denied", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"the", Upos::det, Xpos::dt, 4, Relation::det},
                    {"charge", Upos::noun, Xpos::nn, 2, Relation::obj}}),
            "2 nsubj|0 root|4 det|2 obj");
}

TEST(MendTrees, WhatOneIsToldToDo) {
  EXPECT_EQ(mended({{"They", Upos::pron, Xpos::prp, 2, Relation::nsubj},
                    {"ordered", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"Israel", Upos::propn, Xpos::nnp, 2, Relation::obj},
                    {"to", Upos::part, Xpos::to, 5, Relation::mark},
                    {"halt", Upos::verb, Xpos::vb, 2, Relation::advcl}}),
            "2 nsubj|0 root|2 obj|5 mark|2 xcomp");
  EXPECT_EQ(mended({{"They", Upos::pron, Xpos::prp, 2, Relation::nsubj},
                    {"met", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"Israel", Upos::propn, Xpos::nnp, 2, Relation::obj},
                    {"to", Upos::part, Xpos::to, 5, Relation::mark},
                    {"halt", Upos::verb, Xpos::vb, 2, Relation::advcl}}),
            "2 nsubj|0 root|2 obj|5 mark|2 advcl");
}

TEST(MendTrees, AWordWithANumberIsNoVerb) {
  Tokens t;
  const std::string_view text = "police arrested four suspects";
  t.span = {{0, 6}, {7, 15}, {16, 20}, {21, 29}};
  t.upos = {Upos::noun, Upos::verb, Upos::num, Upos::verb};
  t.xpos = {Xpos::nn, Xpos::vbd, Xpos::cd, Xpos::vbz};
  t.head = {1, kNoToken, 3, 1};
  t.relation = {Relation::nsubj, Relation::root, Relation::nummod, Relation::obj};
  mend_trees(text, t);
  EXPECT_EQ(t.upos[3], Upos::noun);
  EXPECT_EQ(t.xpos[3], Xpos::nns);
  EXPECT_EQ(t.upos[1], Upos::verb);
}

TEST(MendTrees, NumbersCount) {
  EXPECT_EQ(mended({{"injured", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"fourteen", Upos::noun, Xpos::nn, 4, Relation::compound},
                    {"police", Upos::noun, Xpos::nn, 4, Relation::compound},
                    {"officers", Upos::noun, Xpos::nns, 1, Relation::obj}}),
            "0 root|4 nummod|4 compound|1 obj");
}

TEST(MendTrees, AFileIsACommonNoun) {
  Tokens t;
  const std::string_view text = "See Stocks_2.pdf and Dallas.com";
  t.span = {{0, 3}, {4, 16}, {17, 20}, {21, 31}};
  t.upos = {Upos::verb, Upos::propn, Upos::cconj, Upos::propn};
  t.xpos = {Xpos::vb, Xpos::nnp, Xpos::cc, Xpos::nnp};
  t.head = {kNoToken, 0, 3, 1};
  t.relation = {Relation::root, Relation::obj, Relation::cc, Relation::conj};
  mend_trees(text, t);
  EXPECT_EQ(t.upos[1], Upos::noun);
  EXPECT_EQ(t.xpos[1], Xpos::nn);
  EXPECT_EQ(t.upos[3], Upos::propn);
}

TEST(MendTrees, WhatStandsBehindAndIsNotJoinedTwice) {
  // "Tajikistan and Kyrgyzstan forces"
  EXPECT_EQ(mended({{"Tajikistan", Upos::propn, Xpos::nnp, 0, Relation::root},
                    {"and", Upos::cconj, Xpos::cc, 4, Relation::cc},
                    {"Kyrgyzstan", Upos::propn, Xpos::nnp, 1, Relation::conj},
                    {"forces", Upos::noun, Xpos::nns, 1, Relation::conj}}),
            "0 root|4 cc|4 compound|1 conj");
}

TEST(MendTrees, UpToANumberBelongsToTheNumber) {
  // "Police arrested up to 50 men"
  const auto arrested = [](Xpos form) {
    return std::vector<Row>{
        {"Police", Upos::noun, Xpos::nns, 2, Relation::nsubj_pass}, {"arrested", Upos::verb, form, 0, Relation::root},
        {"up", Upos::adp, Xpos::rp, 2, Relation::compound_prt},     {"to", Upos::adp, Xpos::in, 6, Relation::case_},
        {"50", Upos::num, Xpos::cd, 6, Relation::nummod},           {"men", Upos::noun, Xpos::nns, 2, Relation::obl}};
  };
  EXPECT_EQ(mended(arrested(Xpos::vbn)), "2 nsubj|0 root|5 advmod|3 fixed|6 nummod|2 obj");
  // Prices go up themselves.
  auto went = arrested(Xpos::vbd);
  went[1].form = "went";
  EXPECT_EQ(mended(went), "2 nsubj:pass|0 root|2 compound:prt|6 case|6 nummod|2 obl");
}

TEST(MendTrees, AttributesStay) {
  // "The captured soldiers are Poles": a predicate with its copula.
  EXPECT_EQ(mended({{"The", Upos::det, Xpos::dt, 3, Relation::det},
                    {"captured", Upos::verb, Xpos::vbn, 3, Relation::amod},
                    {"soldiers", Upos::noun, Xpos::nns, 5, Relation::nsubj},
                    {"are", Upos::aux, Xpos::vbp, 5, Relation::cop},
                    {"Poles", Upos::propn, Xpos::nnps, 0, Relation::root}}),
            "3 det|3 amod|5 nsubj|5 cop|0 root");
  // A phrase without a full stop is a heading.
  EXPECT_EQ(mended({{"Iran", Upos::propn, Xpos::nnp, 3, Relation::compound},
                    {"backed", Upos::verb, Xpos::vbn, 3, Relation::amod},
                    {"militias", Upos::noun, Xpos::nns, 0, Relation::root}}),
            "3 compound|3 amod|0 root");
}

TEST(IrregularVerbs, AreKnownByTheirForms) {
  EXPECT_EQ(irregular_verb("froze"), "freeze");
  EXPECT_EQ(irregular_verb("withheld"), "withhold");
  EXPECT_EQ(irregular_verb("walked"), "");
  EXPECT_EQ(irregular_verb("lay"), "");
  EXPECT_EQ(irregular_verb(""), "");
}

TEST(MendTrees, APastFormBehindALongSubject) {
  EXPECT_EQ(mended({{"Supporters", Upos::noun, Xpos::nns, 0, Relation::root},
                    {"of", Upos::adp, Xpos::in, 6, Relation::case_},
                    {"the", Upos::det, Xpos::dt, 6, Relation::det},
                    {"king", Upos::noun, Xpos::nn, 5, Relation::compound},
                    {"blocked", Upos::verb, Xpos::vbn, 6, Relation::amod},
                    {"roads", Upos::noun, Xpos::nns, 1, Relation::nmod},
                    {".", Upos::punct, Xpos::period, 1, Relation::punct}}),
            "5 nsubj|4 case|4 det|1 nmod|0 root|5 obj|5 punct");
  const std::string held = mended({{"Talks", Upos::noun, Xpos::nns, 0, Relation::root},
                                   {"in", Upos::adp, Xpos::in, 5, Relation::case_},
                                   {"rebel", Upos::noun, Xpos::nn, 4, Relation::compound},
                                   {"held", Upos::verb, Xpos::vbn, 5, Relation::amod},
                                   {"towns", Upos::noun, Xpos::nns, 1, Relation::nmod},
                                   {".", Upos::punct, Xpos::period, 1, Relation::punct}});
  EXPECT_EQ(held, "0 root|5 case|4 compound|5 amod|1 nmod|1 punct");
}

TEST(MendTrees, AStateBehindItsTownIsNoSubject) {
  EXPECT_EQ(mended({{"Police", Upos::noun, Xpos::nns, 6, Relation::nsubj},
                    {"in", Upos::adp, Xpos::in, 3, Relation::case_},
                    {"Salem", Upos::propn, Xpos::nnp, 1, Relation::nmod},
                    {",", Upos::punct, Xpos::comma, 1, Relation::punct},
                    {"Oregon", Upos::propn, Xpos::nnp, 6, Relation::nsubj},
                    {"shot", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"a", Upos::det, Xpos::dt, 8, Relation::det},
                    {"man", Upos::noun, Xpos::nn, 6, Relation::obj}}),
            "6 nsubj|3 case|1 nmod|1 punct|3 nmod:unmarked|0 root|8 det|6 obj");
}

TEST(MendTrees, OverBehindAVerbOfGiving) {
  EXPECT_EQ(mended({{"Doctors", Upos::noun, Xpos::nns, 2, Relation::nsubj},
                    {"handed", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"over", Upos::adp, Xpos::in, 4, Relation::advmod},
                    {"two", Upos::num, Xpos::cd, 5, Relation::nummod},
                    {"tons", Upos::noun, Xpos::nns, 2, Relation::obl}}),
            "2 nsubj|0 root|2 compound:prt|5 nummod|2 obj");
}

TEST(MendTrees, ANounBeforeTheAuxiliaryOfAJoinedClauseIsItsSubject) {
  EXPECT_EQ(mended({{"Troops", Upos::noun, Xpos::nns, 2, Relation::nsubj},
                    {"beat", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"rebels", Upos::noun, Xpos::nns, 2, Relation::obj},
                    {"and", Upos::cconj, Xpos::cc, 5, Relation::cc},
                    {"Kenya", Upos::propn, Xpos::nnp, 3, Relation::conj},
                    {"would", Upos::aux, Xpos::md, 7, Relation::aux},
                    {"march", Upos::verb, Xpos::vb, 2, Relation::conj}}),
            "2 nsubj|0 root|2 obj|7 cc|7 nsubj|7 aux|2 conj");
}

TEST(MendTrees, ByFarIsNoAgent) {
  EXPECT_EQ(mended({{"Refuse", Upos::verb, Xpos::vb, 0, Relation::root},
                    {"Poles", Upos::propn, Xpos::nnps, 1, Relation::obj},
                    {",", Upos::punct, Xpos::comma, 7, Relation::punct},
                    {"by", Upos::adp, Xpos::in, 7, Relation::case_},
                    {"far", Upos::adv, Xpos::rb, 6, Relation::advmod},
                    {"largest", Upos::adj, Xpos::jjs, 7, Relation::amod},
                    {"group", Upos::noun, Xpos::nn, 1, Relation::obl}}),
            "0 root|1 obj|7 punct|7 advmod|4 fixed|7 amod|2 appos");
}

TEST(MendTrees, APastFormIsJoinedToThePastFormAboveAnInfinitive) {
  EXPECT_EQ(mended({{"Oslo", Upos::propn, Xpos::nnp, 2, Relation::nsubj},
                    {"denied", Upos::verb, Xpos::vbd, 0, Relation::root},
                    {"having", Upos::aux, Xpos::vbg, 4, Relation::aux},
                    {"struck", Upos::verb, Xpos::vbn, 2, Relation::xcomp},
                    {"and", Upos::cconj, Xpos::cc, 6, Relation::cc},
                    {"accused", Upos::verb, Xpos::vbd, 4, Relation::conj},
                    {"him", Upos::pron, Xpos::prp, 6, Relation::obj}}),
            "2 nsubj|0 root|4 aux|2 xcomp|6 cc|2 conj|6 obj");
}

TEST(MendTrees, WhatStandsBetweenASayingAndItsClauseIsTheSubjectOfThat) {
  EXPECT_EQ(mended({{"Oslo", Upos::propn, Xpos::nnp, 2, Relation::nsubj},
                    {"says", Upos::verb, Xpos::vbz, 0, Relation::root},
                    {"shells", Upos::noun, Xpos::nns, 2, Relation::obj},
                    {"have", Upos::aux, Xpos::vbp, 5, Relation::aux},
                    {"killed", Upos::verb, Xpos::vbn, 2, Relation::ccomp},
                    {"six", Upos::num, Xpos::cd, 5, Relation::obj}}),
            "2 nsubj|0 root|5 nsubj|5 aux|2 ccomp|5 obj");
}

}  // namespace
}  // namespace masudi::language
