// SPDX-License-Identifier: Apache-2.0
// What holds for every text, however strange.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "format/writer.h"
#include "language/characters.h"
#include "language/core.h"
#include "language/segmenter.h"
#include "properties/text_maker.h"
#include "treebank/conllu.h"

namespace masudi::properties {
namespace {

const language::Core& core() {
  static const language::Core core = language::Core::open("models/english.model").value();
  return core;
}

bool is_blank(std::string_view text, std::size_t at) {
  return language::char_at(text, at).kind == language::CharClass::blank;
}

// Every byte that is no blank belongs to a token, and tokens are in order.
void expect_tokens_cover(std::string_view text, const Analysis& a) {
  std::size_t at = 0;
  for (const Span& span : a.tokens.span) {
    ASSERT_LE(at, span.begin);
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(span.end, text.size());
    while (at < span.begin) {
      ASSERT_TRUE(is_blank(text, at)) << "byte " << at << " is in no token";
      at += language::char_at(text, at).size;
    }
    ASSERT_EQ(at, span.begin) << "a token begins inside a character";
    while (at < span.end) {
      ASSERT_FALSE(is_blank(text, at)) << "byte " << at << " is a blank in a token";
      at += language::char_at(text, at).size;
    }
    ASSERT_EQ(at, span.end) << "a token ends inside a character";
  }
  for (; at < text.size(); at += language::char_at(text, at).size) ASSERT_TRUE(is_blank(text, at));
}

// Sentences cover all tokens, in order; joined tokens touch and never cross a sentence.
void expect_sentences_fit(const Analysis& a) {
  TokenIndex next = 0;
  ASSERT_EQ(a.tokens.joined.size(), a.tokens.size());
  for (const Sentence& s : a.sentences) {
    ASSERT_EQ(s.first, next);
    ASSERT_LT(s.first, s.last);
    ASSERT_LE(s.last, a.tokens.size());
    ASSERT_LE(s.size(), language::Segmenter::kMostTokens);
    ASSERT_EQ(s.span.begin, a.tokens.span[s.first].begin);
    ASSERT_EQ(s.span.end, a.tokens.span[s.last - 1].end);
    ASSERT_EQ(a.tokens.joined[s.last - 1], 0);
    for (TokenIndex i = s.first; i + 1 < s.last; ++i) {
      ASSERT_TRUE(a.tokens.joined[i] == 0 || a.tokens.span[i].end == a.tokens.span[i + 1].begin);
    }
    next = s.last;
  }
  ASSERT_EQ(next, a.tokens.size());
}

// One root a sentence, heads inside it, no cycles.
void expect_trees(const Analysis& a) {
  const Tokens& t = a.tokens;
  for (const Sentence& s : a.sentences) {
    std::size_t roots = 0;
    for (TokenIndex i = s.first; i < s.last; ++i) {
      roots += t.head[i] == kNoToken;
      TokenIndex at = i;
      std::uint32_t steps = 0;
      while (t.head[at] != kNoToken && steps <= s.size()) {
        ASSERT_GE(t.head[at], s.first);
        ASSERT_LT(t.head[at], s.last);
        at = t.head[at], ++steps;
      }
      ASSERT_LE(steps, s.size()) << "a cycle";
    }
    ASSERT_EQ(roots, 1u);
  }
}

std::string as_written(std::string_view field) {
  std::string out(field);
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return out;
}

void expect_same_word(const treebank::Word& word, const Document& document, const Tokens& t, const Sentence& s,
                      TokenIndex i) {
  ASSERT_EQ(word.form, as_written(t.span[i].in(document.text)));
  ASSERT_EQ(word.lemma, as_written(t.lemma[i]));
  ASSERT_EQ(word.upos, name(t.upos[i]));
  ASSERT_EQ(word.xpos, name(t.xpos[i]));
  ASSERT_EQ(word.feats, t.feats[i]);
  ASSERT_EQ(word.head, t.head[i] == kNoToken ? 0 : t.head[i] - s.first + 1);
  ASSERT_EQ(word.relation, name(t.relation[i]));
}

// CoNLL-U read back equals what was written.
void expect_round_trip(const Document& document, const Analysis& a) {
  std::string written;
  format::conllu_writer()->write({document, a, {}, {}}, written);
  const auto read = treebank::parse_conllu(written);
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  ASSERT_EQ(read->front().sentences.size(), a.sentences.size());
  for (std::size_t n = 0; n < a.sentences.size(); ++n) {
    const Sentence& s = a.sentences[n];
    const treebank::Sentence& back = read->front().sentences[n];
    ASSERT_EQ(back.words.size(), s.size());
    for (TokenIndex i = s.first; i < s.last; ++i) expect_same_word(back.words[i - s.first], document, a.tokens, s, i);
    for (const treebank::Surface& surface : back.surface) {
      for (std::uint32_t w = surface.first; w < surface.last; ++w) {
        ASSERT_EQ(a.tokens.joined[s.first + w] != 0, w + 1 < surface.last);
      }
    }
  }
}

// Lemmas of a well-formed text are well-formed.
void expect_whole_letters(const Document& document, const Analysis& a) {
  std::string text = document.text;
  if (utf8::sanitize(text) != 0) return;
  for (const std::string_view lemma : a.tokens.lemma) {
    std::string copy(lemma);
    ASSERT_EQ(utf8::sanitize(copy), 0u) << lemma;
  }
}

void expect_all(std::string text, language::Workspace& workspace, Analysis& analysis) {
  Document document;
  document.id = "d";
  document.text = std::move(text);
  core().analyse(document.text, workspace, analysis);
  expect_tokens_cover(document.text, analysis);
  expect_sentences_fit(analysis);
  expect_trees(analysis);
  expect_whole_letters(document, analysis);
  expect_round_trip(document, analysis);
}

TEST(Analysis, HoldsForStrangeTexts) {
  language::Workspace workspace;
  Analysis analysis;
  for (std::uint64_t seed = 0; seed < 300 && !HasFatalFailure(); ++seed) {
    SCOPED_TRACE(seed);
    expect_all(strange_text(seed, 5 + seed), workspace, analysis);
  }
}

TEST(Analysis, HoldsForPlainTexts) {
  language::Workspace workspace;
  Analysis analysis;
  for (std::uint64_t seed = 0; seed < 50 && !HasFatalFailure(); ++seed) {
    SCOPED_TRACE(seed);
    expect_all(plain_text(seed, 1 + seed), workspace, analysis);
  }
}

TEST(Analysis, HoldsForTextsWithoutABlankAndForOneLetter) {
  language::Workspace workspace;
  Analysis analysis;
  for (const std::string_view piece : {"a", "1", ".", "-", "'", "n't", "a.", "\"", "é", "\xff", "(a"}) {
    std::string text;
    while (text.size() < 20'000) text += piece;
    SCOPED_TRACE(piece);
    expect_all(text, workspace, analysis);
    if (HasFatalFailure()) return;
  }
}

void expect_same(const Analysis& a, const Analysis& b) {
  EXPECT_EQ(a.tokens.span, b.tokens.span);
  EXPECT_EQ(a.tokens.joined, b.tokens.joined);
  EXPECT_EQ(a.tokens.upos, b.tokens.upos);
  EXPECT_EQ(a.tokens.xpos, b.tokens.xpos);
  EXPECT_EQ(a.tokens.feats, b.tokens.feats);
  EXPECT_EQ(a.tokens.lemma, b.tokens.lemma);
  EXPECT_EQ(a.tokens.head, b.tokens.head);
  EXPECT_EQ(a.tokens.relation, b.tokens.relation);
  ASSERT_EQ(a.names.size(), b.names.size());
  for (std::size_t i = 0; i < a.names.size(); ++i) {
    EXPECT_EQ(std::tie(a.names[i].first, a.names[i].last, a.names[i].kind),
              std::tie(b.names[i].first, b.names[i].last, b.names[i].kind));
  }
}

TEST(Analysis, DoesNotDependOnWhatCameBefore) {
  language::Workspace used;
  Analysis analysis, fresh;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    core().analyse(strange_text(seed, 300), used, analysis);
    const std::string text = plain_text(seed, 10);
    core().analyse(text, used, analysis);
    language::Workspace unused;
    core().analyse(text, unused, fresh);
    expect_same(analysis, fresh);
  }
}

TEST(Analysis, OfTextsReadTogetherIsThatOfEachAlone) {
  std::vector<std::string> texts = {"", "Troops left.", std::string(5000, ' ')};
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    texts.push_back(plain_text(seed, 1 + seed * 7 % 40));
    texts.push_back(strange_text(seed, 200));
  }
  std::string long_sentence;
  while (long_sentence.size() < 5000) long_sentence += "the troops of the north and ";
  texts.push_back(long_sentence);
  std::vector<Analysis> together(texts.size());
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < texts.size(); ++i) readings.push_back({texts[i], &together[i]});
  language::Workspace workspace;
  for (int round = 0; round < 2; ++round) {
    core().analyse(readings, workspace);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Analysis alone;
      language::Workspace unused;
      core().analyse(texts[i], unused, alone);
      expect_same(together[i], alone);
    }
  }
}

}  // namespace
}  // namespace masudi::properties
