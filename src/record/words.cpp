// SPDX-License-Identifier: Apache-2.0
#include "record/words.h"

#include <algorithm>
#include <array>

#include "base/hash.h"

namespace masudi::record {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// ’ and the other general punctuation (U+2010..U+205F) are E2 80 xx and E2 81 xx; a no-break blank is C2 A0.
std::size_t sign_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (at + 2 < text.size() && byte(at) == 0xE2 && (byte(at + 1) == 0x80 || byte(at + 1) == 0x81)) return 3;
  if (at + 1 < text.size() && byte(at) == 0xC2 && byte(at + 1) < 0xC0) return 2;
  return 0;
}

bool is_apostrophe(std::string_view text, std::size_t at, std::size_t sign) {
  return sign == 0 ? text[at] == '\'' : text.substr(at, 3) == "\xE2\x80\x99";
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Sorted. Words that say nothing of what happened.
constexpr std::array kEmptyWords = {
    "a",      "about",     "after",    "afternoon",  "again",   "against",   "all",      "also",     "although",
    "an",     "and",       "are",      "as",         "at",      "be",        "because",  "been",     "before",
    "being",  "but",       "by",       "can",        "could",   "did",       "do",       "during",   "each",
    "early",  "evening",   "for",      "friday",     "from",    "had",       "has",      "have",     "he",
    "her",    "him",       "his",      "how",        "if",      "in",        "into",     "is",       "it",
    "its",    "last",      "late",     "later",      "least",   "less",      "may",      "might",    "monday",
    "more",   "morning",   "most",     "near",       "new",     "night",     "no",       "not",      "of",
    "off",    "on",        "one",      "only",       "or",      "other",     "our",      "out",      "over",
    "quoted", "report",    "reported", "reportedly", "reports", "said",      "saturday", "saying",   "says",
    "she",    "should",    "since",    "so",         "some",    "statement", "such",     "sunday",   "than",
    "that",   "the",       "their",    "them",       "there",   "they",      "this",     "thursday", "to",
    "today",  "told",      "tuesday",  "two",        "under",   "until",     "up",       "us",       "was",
    "we",     "wednesday", "week",     "were",       "when",    "where",     "which",    "while",    "who",
    "will",   "with",      "would",    "yesterday"};

bool is_empty_word(std::string_view word) {
  return std::binary_search(kEmptyWords.begin(), kEmptyWords.end(), word,
                            [](std::string_view a, std::string_view b) { return a < b; });
}

// Cuts endings of number and tense, so that attacked, attacks and attack meet. Cruder than Porter's stemmer on purpose:
// only equality matters.
std::string_view stem(std::string_view word) {
  for (const std::string_view ending : {"ings", "ing", "ies", "ers", "ed", "es", "er", "s", "y", "e"}) {
    if (word.size() >= ending.size() + 3 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

std::vector<std::uint32_t> telling(std::string_view sentence, bool names) {
  std::vector<std::uint32_t> out;
  bool first = true;
  for (WordWalk walk(sentence); walk.next(); first = false) {
    const bool wanted = !names || (walk.is_capitalised() && !first);
    if (!wanted || walk.word().size() < 2 || is_empty_word(walk.word())) continue;
    out.push_back(static_cast<std::uint32_t>(hash_mix(hash_bytes(stem(walk.word())), 0)));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

bool WordWalk::take_possessive() {
  std::size_t at = at_;
  const std::size_t sign = sign_at(text_, at);
  if (!is_apostrophe(text_, at, sign)) return false;
  at += sign == 0 ? 1 : sign;
  if (at >= text_.size() || lower(text_[at]) != 's') return false;
  const bool ends = at + 1 >= text_.size() || !is_letter_or_digit(text_[at + 1]) || sign_at(text_, at + 1) != 0;
  if (ends) at_ = at + 1;
  return ends;
}

bool WordWalk::next() {
  word_.clear();
  while (at_ < text_.size()) {
    const std::size_t sign = sign_at(text_, at_);
    if (sign == 0 && is_letter_or_digit(text_[at_])) {
      if (word_.empty()) capitalised_ = text_[at_] >= 'A' && text_[at_] <= 'Z';
      word_ += lower(text_[at_++]);
      continue;
    }
    if (!word_.empty()) {
      if (take_possessive()) return true;
      const std::size_t after = at_ + (sign == 0 ? 1 : sign);
      const bool inside = (text_[at_] == '.' || is_apostrophe(text_, at_, sign)) && after < text_.size() &&
                          is_letter_or_digit(text_[after]) && sign_at(text_, after) == 0;
      if (!inside) return true;
    }
    at_ += sign == 0 ? 1 : sign;
  }
  return !word_.empty();
}

std::string folded(std::string_view text) {
  std::string out;
  for (WordWalk walk(text); walk.next();) {
    if (!out.empty()) out += ' ';
    out += walk.word();
  }
  return out;
}

std::vector<std::uint32_t> telling_words(std::string_view sentence) { return telling(sentence, false); }
std::vector<std::uint32_t> telling_names(std::string_view sentence) { return telling(sentence, true); }

std::size_t shared_count(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++count, ++i, ++j;
    }
  }
  return count;
}

double shared_part(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0.0 : static_cast<double>(shared_count(a, b)) / static_cast<double>(smaller);
}

}  // namespace masudi::record
