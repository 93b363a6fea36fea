// SPDX-License-Identifier: Apache-2.0
#include "language/core.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>

#include "base/mapped_file.h"

namespace masudi::language {
namespace {

constexpr const char* kModel = "models/english.model";

class CoreTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = Core::open(kModel);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    core_.emplace(std::move(*opened));
  }
  const Core& core() const { return *core_; }

 private:
  std::optional<Core> core_;
};

std::string long_sentence(std::size_t words) {
  std::string out = "The";
  for (std::size_t i = 0; i < words; ++i) out += i % 7 == 6 ? ", and the" : " old river";
  return out + " rose.";
}

std::vector<std::string> odd_texts() {
  std::vector<std::string> out = {
      "",
      " \n\n \t",
      ".",
      "?!?!",
      "Storm\n\nnears\n\ncoast",
      "THE MAYOR OF A SMALL TOWN RESIGNED AFTER THE FLOOD",
      "(((\"''“”‘’—–…",
      "http://example.org/a?b=c#d @handle #hashtag :-) 3.5% $4m 10-12 A/B",
      "Zażółć gęślą jaźń. Президент приехал. 大统领来了。 \xF0\x9F\x98\x80",
      std::string("bytes \xff\xfe\x80 that are no text \0 at all", 37),
      std::string(5000, 'x'),
      std::string(5000, '('),
      long_sentence(300),
      long_sentence(3000),
  };
  std::string noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 20000; ++i) noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
  out.push_back(noise);
  return out;
}

void expect_well_formed(std::string_view text, const Analysis& a) {
  const Tokens& t = a.tokens;
  const std::size_t n = t.size();
  ASSERT_TRUE(t.joined.size() == n && t.upos.size() == n && t.xpos.size() == n && t.feats.size() == n);
  ASSERT_TRUE(t.lemma.size() == n && t.head.size() == n && t.relation.size() == n);
  TokenIndex next = 0;
  for (const Sentence& s : a.sentences) {
    ASSERT_EQ(next, s.first);
    ASSERT_LT(s.first, s.last);
    next = s.last;
    std::uint32_t at = s.span.begin, roots = 0;
    for (TokenIndex i = s.first; i < s.last; ++i) {
      ASSERT_TRUE(at <= t.span[i].begin && t.span[i].begin < t.span[i].end && t.span[i].end <= s.span.end);
      ASSERT_LE(t.span[i].end, text.size());
      at = t.span[i].end;
      ASSERT_EQ(t.head[i] == kNoToken, t.relation[i] == Relation::root);
      roots += t.head[i] == kNoToken;
      TokenIndex up = i;
      for (std::uint32_t steps = 0; up != kNoToken; ++steps) {
        ASSERT_LE(steps, s.size()) << "cycle";
        ASSERT_TRUE(s.first <= up && up < s.last);
        up = t.head[up];
      }
    }
    ASSERT_EQ(1U, roots);
  }
  ASSERT_EQ(n, next);
  TokenIndex last = 0;
  for (const Name& name : a.names) {
    ASSERT_TRUE(last <= name.first && name.first < name.last && name.last <= n);
    last = name.last;
  }
}

std::string as_text(const Analysis& a) {
  std::string out;
  for (TokenIndex i = 0; i < a.tokens.size(); ++i) {
    out += std::to_string(a.tokens.span[i].begin) + ' ' + std::string(name(a.tokens.xpos[i])) + ' ';
    out += std::string(a.tokens.lemma[i]) + ' ' + std::to_string(a.tokens.head[i]) + ' ';
    out += std::string(name(a.tokens.relation[i])) + ' ' + std::string(a.tokens.feats[i]) + '\n';
  }
  for (const Name& n : a.names) out += std::to_string(n.first) + '-' + std::to_string(n.last) + '\n';
  return out;
}

TEST_F(CoreTest, GivesTreesForAnyText) {
  Workspace workspace;
  Analysis analysis;
  for (const std::string& text : odd_texts()) {
    core().analyse(text, workspace, analysis);
    expect_well_formed(text, analysis);
  }
}

TEST_F(CoreTest, DoesNotDependOnEarlierTextsOrThreads) {
  const auto texts = odd_texts();
  std::vector<std::string> alone, together(texts.size());
  for (const std::string& text : texts) {
    Workspace workspace;
    Analysis analysis;
    core().analyse(text, workspace, analysis);
    alone.push_back(as_text(analysis));
  }
  const auto work = [&](std::size_t from) {
    Workspace workspace;
    Analysis analysis;
    for (std::size_t i = texts.size(); i-- > 0;) {
      if (i % 2 != from) continue;
      core().analyse(texts[i], workspace, analysis);
      together[i] = as_text(analysis);
    }
  };
  std::thread other(work, 1);
  work(0);
  other.join();
  EXPECT_EQ(alone, together);
}

TEST_F(CoreTest, ReadsPlainSentences) {
  const std::string text = "The minister visited Cairo on Monday. Police arrested two men.";
  Workspace workspace;
  Analysis analysis;
  core().analyse(text, workspace, analysis);
  ASSERT_EQ(2U, analysis.sentences.size());
  EXPECT_EQ(Upos::verb, analysis.tokens.upos[2]);
  EXPECT_EQ(kNoToken, analysis.tokens.head[2]);
  EXPECT_EQ(2U, analysis.tokens.head[1]);
  EXPECT_EQ(Relation::nsubj, analysis.tokens.relation[1]);
  EXPECT_EQ(Relation::obj, analysis.tokens.relation[3]);
}

TEST(CoreOpen, RefusesWhatIsNoModel) {
  EXPECT_FALSE(Core::open("models/none.model").has_value());
  const auto refused = Core::open("README.md");
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(std::string::npos, refused.error().message.find("README.md")) << refused.error().message;
}

TEST(CoreOpen, RefusesADamagedModel) {
  const auto whole = MappedFile::open(kModel);
  ASSERT_TRUE(whole.has_value());
  const auto path = std::filesystem::temp_directory_path() / "masudi_core_test_damaged.model";
  std::string bytes(reinterpret_cast<const char*>(whole->bytes().data()), whole->bytes().size());
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  std::ofstream(path, std::ios::binary) << bytes;
  const auto refused = Core::open(path);
  std::filesystem::remove(path);
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(std::string::npos, refused.error().message.find("damaged")) << refused.error().message;
}

}  // namespace
}  // namespace masudi::language
