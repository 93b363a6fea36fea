// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "record/book.h"

namespace masudi::record {

// The texts behind some mentions: reports whose texts are copies or rewrites of each other, or that have the sentence
// of a mention from each other, are one text.
struct Texts {
  std::vector<std::uint32_t> reports;  // ascending
  std::vector<std::uint32_t> text_of;  // of each of `reports`: the number of its text, from 0 in order of first reports
  std::uint32_t count = 0;

  std::uint32_t text(std::uint32_t report) const;
};

// Ascending mentions. Near linear.
Texts texts_of(const Book& book, std::span<const std::uint32_t> mentions);

}  // namespace masudi::record
