// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "record/incident.h"
#include "record/postings.h"

namespace masudi::record {

// How the text of a report hangs together with that of an earlier one.
struct CopyLink {
  std::uint32_t of = 0;  // number of the earlier report
  CopyKind kind = CopyKind::copy;
  double resemblance = 0;  // 0..1
  double containment = 0;  // 0..1, of the smaller text in the larger
};

// None: they are different texts. `later` and `earlier` as in Copy.
std::optional<CopyLink> compare(const Sketch& later, const Sketch& earlier);

// Whether the two belong to one story, and not only a part of one to the other.
bool is_same_story(const CopyLink& link);

// Finds near copies among the reports of the last kMemoryDays: those that share a band of their MinHash signatures, and
// those that share several of a fixed tenth of all shingles (a part copied into a longer text). Not thread-safe.
class CopyIndex {
 public:
  // Links report `number`, the newest of `reports`, to earlier ones, the likest first, and keeps it.
  std::vector<CopyLink> add(std::span<const Digest> reports, std::uint32_t number);
  // Keeps it without looking for links.
  void keep_only(std::span<const Digest> reports, std::uint32_t number);
  // Forgets the reports before `begin` and from `end` on.
  void keep(std::uint32_t begin, std::uint32_t end) { postings_.keep(begin, end); }
  std::uint32_t oldest() const { return postings_.oldest(); }

 private:
  std::vector<std::uint32_t> candidates(std::span<const Digest> reports, std::uint32_t number) const;

  Postings postings_;
};

}  // namespace masudi::record
