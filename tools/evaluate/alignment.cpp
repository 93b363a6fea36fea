// SPDX-License-Identifier: Apache-2.0
#include "evaluate/alignment.h"

#include <algorithm>

#include "language/characters.h"

namespace masudi::evaluate {
namespace {

std::string without_blanks(std::string_view form) {
  std::string out;
  for (std::size_t at = 0; at < form.size();) {
    const auto c = language::char_at(form, at);
    if (c.kind != language::CharClass::blank) out += form.substr(at, c.size);
    at += c.size;
  }
  return out;
}

std::string small(std::string_view form) {
  std::string out(form);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

bool flatten(const treebank::Sentence& sentence, Flat& out) {
  const auto first = static_cast<std::uint32_t>(out.words.size());
  const auto begin = static_cast<std::uint32_t>(out.characters.size());
  for (const treebank::Surface& s : sentence.surface) {
    const auto from = static_cast<std::uint32_t>(out.characters.size());
    out.characters += without_blanks(s.form);
    const Span span{from, static_cast<std::uint32_t>(out.characters.size())};
    out.tokens.push_back(span);
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      const treebank::Word& word = sentence.words[i];
      if (word.head > sentence.words.size()) return false;
      out.words.push_back({&word, span, s.last - s.first > 1, word.head == 0 ? kNone : first + word.head - 1});
    }
  }
  out.sentences.push_back({begin, static_cast<std::uint32_t>(out.characters.size())});
  return true;
}

using Words = std::vector<FlatWord>;

// Walks over both lists at once.
class Aligner {
 public:
  Aligner(const Words& gold, const Words& system) : gold_(gold), system_(system) {}

  Pairs run() {
    while (g_ < gold_.size() && s_ < system_.size()) {
      if (gold_[g_].multiword || system_[s_].multiword) {
        around_multiword();
      } else if (gold_[g_].span == system_[s_].span) {
        pairs_.emplace_back(g_++, s_++);
      } else if (gold_[g_].span.begin <= system_[s_].span.begin) {
        ++g_;
      } else {
        ++s_;
      }
    }
    return std::move(pairs_);
  }

 private:
  // Takes the words of both sides as long as multiword tokens chain them together.
  void around_multiword() {
    std::uint32_t end = 0;
    if (gold_[g_].multiword) {
      end = gold_[g_].span.end;
      if (!system_[s_].multiword && system_[s_].span.begin < gold_[g_].span.begin) {
        ++s_;
        return;
      }
    } else {
      end = system_[s_].span.end;
      if (gold_[g_].span.begin < system_[s_].span.begin) {
        ++g_;
        return;
      }
    }
    const std::uint32_t g = g_, s = s_;
    while (reaches(gold_, g_, end) || reaches(system_, s_, end)) {
      const bool take_gold =
          reaches(gold_, g_, end) && (!reaches(system_, s_, end) || gold_[g_].span.begin <= system_[s_].span.begin);
      const FlatWord& taken = take_gold ? gold_[g_++] : system_[s_++];
      if (taken.multiword) end = std::max(end, taken.span.end);
    }
    longest_common(g, s);
  }

  static bool reaches(const Words& words, std::uint32_t i, std::uint32_t end) {
    return i < words.size() && words[i].span.begin < end;
  }

  // Pairs the longest common subsequence of the forms of gold [g, g_) and system [s, s_).
  void longest_common(std::uint32_t g, std::uint32_t s) {
    const std::uint32_t rows = g_ - g, columns = s_ - s;
    std::vector<std::vector<std::uint32_t>> best(rows + 1, std::vector<std::uint32_t>(columns + 1, 0));
    const auto same = [&](std::uint32_t i, std::uint32_t j) {
      return small(gold_[g + i].word->form) == small(system_[s + j].word->form);
    };
    for (std::uint32_t i = rows; i-- > 0;) {
      for (std::uint32_t j = columns; j-- > 0;) {
        best[i][j] = same(i, j) ? 1 + best[i + 1][j + 1] : std::max(best[i + 1][j], best[i][j + 1]);
      }
    }
    for (std::uint32_t i = 0, j = 0; i < rows && j < columns;) {
      if (same(i, j)) {
        pairs_.emplace_back(g + i++, s + j++);
      } else if (best[i][j] == best[i + 1][j]) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  const Words& gold_;
  const Words& system_;
  std::uint32_t g_ = 0, s_ = 0;
  Pairs pairs_;
};

}  // namespace

Result<Flat> flatten(const std::vector<treebank::Document>& documents) {
  Flat out;
  for (const treebank::Document& document : documents) {
    for (const treebank::Sentence& sentence : document.sentences) {
      if (!flatten(sentence, out)) return fail("sentence " + sentence.id + ": a head is out of range");
    }
  }
  return out;
}

Pairs align(const Flat& gold, const Flat& system) { return Aligner(gold.words, system.words).run(); }

}  // namespace masudi::evaluate
