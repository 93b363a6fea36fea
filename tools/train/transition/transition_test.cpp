// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "train/random.h"
#include "train/transition/parser.h"
#include "train/transition/tagger.h"

namespace masudi::train::transition {
namespace {

// Form, tag, detailed tag, head from 1 (0: the root), relation.
struct Line {
  const char *form, *upos, *xpos;
  int head;
  const char* relation;
};

const std::vector<std::vector<Line>> kToy = {
    {{"Rebels", "NOUN", "NNS", 2, "nsubj"},
     {"left", "VERB", "VBD", 0, "root"},
     {"the", "DET", "DT", 4, "det"},
     {"town", "NOUN", "NN", 2, "obj"},
     {".", "PUNCT", ".", 2, "punct"}},
    {{"The", "DET", "DT", 2, "det"},
     {"mayor", "NOUN", "NN", 3, "nsubj"},
     {"said", "VERB", "VBD", 0, "root"},
     {"police", "NOUN", "NN", 6, "nsubj"},
     {"had", "AUX", "VBD", 6, "aux"},
     {"freed", "VERB", "VBN", 3, "ccomp"},
     {"two", "NUM", "CD", 8, "nummod"},
     {"men", "NOUN", "NNS", 6, "obj"},
     {"in", "ADP", "IN", 10, "case"},
     {"May", "PROPN", "NNP", 6, "obl"},
     {".", "PUNCT", ".", 3, "punct"}},
    {{"Talks", "NOUN", "NNS", 2, "nsubj"}, {"failed", "VERB", "VBD", 0, "root"}},
    {{"Go", "VERB", "VB", 0, "root"}}};

// "A hearing is set on the matter": the matter hangs on the hearing, across the verb.
const std::vector<Line> kCrossed = {{"A", "DET", "DT", 2, "det"},       {"hearing", "NOUN", "NN", 4, "nsubj"},
                                    {"is", "AUX", "VBZ", 4, "aux"},     {"set", "VERB", "VBN", 0, "root"},
                                    {"on", "ADP", "IN", 7, "case"},     {"the", "DET", "DT", 7, "det"},
                                    {"matter", "NOUN", "NN", 2, "nmod"}};

std::string conllu(const std::vector<Line>& lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& l = lines[i];
    out += std::to_string(i + 1) + '\t' + l.form + '\t' + l.form + '\t' + l.upos + '\t' + l.xpos + "\t_\t" +
           std::to_string(l.head) + '\t' + l.relation + "\t_\t_\n";
  }
  return out + "\n";
}

struct Toy {
  LabelSets labels;
  std::vector<Sentence> sentences;

  explicit Toy(const std::vector<std::vector<Line>>& trees = kToy) {
    std::string text;
    for (const auto& lines : trees) text += "# newdoc\n" + conllu(lines);
    const auto documents = treebank::parse_conllu(text);
    EXPECT_TRUE(documents) << documents.error().message;
    if (documents) sentences = sentences_of(*documents, labels, true);
    for (Sentence& s : sentences) s.tags = s.gold_tags;
  }
};

ParserSettings small(std::size_t beam, double explore = 0.9) {
  return {.passes = 8, .beam = beam, .explore = explore, .move_bits = 14, .relation_bits = 12};
}

void expect_tree(const Tree& tree) {
  const std::size_t words = tree.heads.size();
  EXPECT_EQ(std::count(tree.heads.begin(), tree.heads.end(), words), 1);
  for (std::size_t i = 0; i < words; ++i) {
    std::size_t at = i, steps = 0;
    while (at < words && steps <= words) at = tree.heads[at], ++steps;
    EXPECT_EQ(at, words) << "word " << i << " does not hang on the root";
  }
}

Move random_move(const State& state, Random& random) {
  for (;;) {
    const Move move = kMoves[random.below(3)];
    if (state.is_legal(move)) return move;
  }
}

TEST(Transition, WaysOfNoCostLeadToTheTree) {
  for (const Sentence& s : Toy().sentences) {
    ASSERT_TRUE(is_projective(s.gold.heads));
    State state(s.size());
    for (; !state.done(); state.apply(oracle_move(state, s.gold))) {
      EXPECT_EQ(cost(state, oracle_move(state, s.gold), s.gold), 0);
    }
    EXPECT_EQ(state.tree().heads, s.gold.heads);
  }
}

TEST(Transition, CostsOfAnyWayAreTheHeadsItLoses) {
  Random random(7);
  for (const Sentence& s : Toy().sentences) {
    for (int i = 0; i < 500; ++i) {
      State state(s.size());
      int lost = 0;
      while (!state.done()) {
        const Move move = random_move(state, random);
        lost += cost(state, move, s.gold);
        state.apply(move);
      }
      const Tree tree = state.tree();
      expect_tree(tree);
      int wrong = 0;
      for (std::size_t w = 0; w < s.size(); ++w) wrong += tree.heads[w] != s.gold.heads[w] ? 1 : 0;
      EXPECT_EQ(lost, wrong);
    }
  }
}

TEST(Transition, CrossingArcsAreLifted) {
  Tree tree = Toy({kCrossed}).sentences[0].gold;
  ASSERT_FALSE(is_projective(tree.heads));
  lift(tree.heads);
  EXPECT_TRUE(is_projective(tree.heads));
  EXPECT_EQ(tree.heads[6], 3);
  expect_tree(tree);
}

TEST(Transition, LearnsItsToyAndFindsTreesInOtherSentences) {
  const Toy toy;
  for (const ParserSettings& settings : {small(1), small(1, 0), small(4)}) {
    Parser parser(toy.labels.relations, settings);
    parser.learn(toy.sentences);
    for (const Sentence& s : toy.sentences) {
      const Tree tree = parser.parse(s.forms, s.tags);
      EXPECT_EQ(tree.heads, s.gold.heads);
      EXPECT_EQ(tree.relations, s.gold.relations);
    }
    Random random(3);
    for (std::size_t words = 1; words < 20; ++words) {
      std::vector<std::string> forms(words);
      std::vector<Tags> tags(words);
      for (std::size_t i = 0; i < words; ++i) {
        forms[i] = toy.sentences[1].forms[random.below(11)];
        tags[i] = toy.sentences[1].tags[random.below(11)];
      }
      expect_tree(parser.parse(forms, tags));
    }
  }
}

TEST(Transition, LearnsTheSameTwice) {
  Toy toy;
  tag_across(toy.sentences, toy.labels, 12, 2, 3);
  std::vector<const Sentence*> all;
  for (const Sentence& s : toy.sentences) all.push_back(&s);
  Tagger first_tagger(toy.labels, 12), second_tagger(toy.labels, 12);
  first_tagger.learn(all, 4);
  second_tagger.learn(all, 4);
  EXPECT_EQ(first_tagger.checksum(), second_tagger.checksum());
  for (const std::size_t beam : {1u, 4u}) {
    Parser first(toy.labels.relations, small(beam)), second(toy.labels.relations, small(beam));
    first.learn(toy.sentences);
    second.learn(toy.sentences);
    EXPECT_EQ(first.checksum(), second.checksum());
  }
}

}  // namespace
}  // namespace masudi::train::transition
