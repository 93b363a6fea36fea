// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "record/book.h"
#include "record/postings.h"

namespace masudi::record {

// Gathers mentions into incidents, day by day. Mentions are compared only if they share a block (family of types, day,
// and place, country, pair of countries or a party's name), and in a block only with the newest. The mentions of a day
// and the incidents that are there are then joined from the likest pair on, as long as the mean likeness between two
// groups stays above zero. Two incidents of earlier days are never joined, so that an incident once told keeps its id.
// Not thread-safe.
class Gatherer {
 public:
  // Puts the mentions from `begin` on, all of one day of publication, into incidents, and keeps them.
  void gather(Book& book, std::uint32_t begin);
  // Keeps a mention for those to come.
  void keep_only(const Book& book, std::uint32_t mention);
  // Forgets the mentions before `begin` and from `end` on.
  void keep(std::uint32_t begin, std::uint32_t end) { blocks_.keep(begin, end); }
  std::uint32_t oldest() const { return blocks_.oldest(); }

 private:
  Postings blocks_;
};

}  // namespace masudi::record
