// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace masudi::record {

// Walks over the folded words of a text: runs of letters and digits in lower case (ASCII; other letters are kept as
// they are). Full stops and apostrophes inside a word are left out ("U.S." is "us"), and so is a possessive 's.
class WordWalk {
 public:
  explicit WordWalk(std::string_view text) : text_(text) {}

  // False at the end of the text.
  bool next();
  // The folded word; lives until the next call of next().
  const std::string& word() const { return word_; }
  bool is_capitalised() const { return capitalised_; }

 private:
  bool take_possessive();

  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_;
  bool capitalised_ = false;
};

// All folded words, joined by single blanks.
std::string folded(std::string_view text);

// Hashes of the words of a sentence that tell one happening from another: no function words, no words of saying, no
// days of the week; endings of number and tense are cut. Sorted, distinct.
std::vector<std::uint32_t> telling_words(std::string_view sentence);

// The same of the words among them that are written with a capital, without the first of the sentence.
std::vector<std::uint32_t> telling_names(std::string_view sentence);

// The part of the smaller set that the larger one has, 0..1; 0 if either is empty.
double shared_part(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
std::size_t shared_count(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace masudi::record
