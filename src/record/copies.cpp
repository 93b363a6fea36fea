// SPDX-License-Identifier: Apache-2.0
#include "record/copies.h"

#include <algorithm>

#include "base/hash.h"
#include "record/record.h"

namespace masudi::record {
namespace {

constexpr double kCopy = 0.85;       // resemblance from which a text is a copy
constexpr double kRewrite = 0.38;    // … a rewrite
constexpr double kPart = 0.6;        // containment from which a text is part of another
constexpr std::size_t kFewest = 10;  // shared shingles below which likeness may be chance
constexpr std::size_t kPostingLimit = 48;
constexpr std::uint32_t kSampleRate = 10;

template <class Take>
void for_each_key(const Sketch& sketch, Take take) {
  if (sketch.shingles.empty()) return;
  for (std::size_t band = 0; band < sketch.bands.size(); ++band) take(hash_mix(band + 1, sketch.bands[band]), true);
  for (const std::uint32_t shingle : sketch.shingles) {
    // Low bits, so that the sample does not hang together with the sketch's level.
    if (shingle % kSampleRate == 0) take(hash_mix(0, shingle), false);
  }
}

bool likelier(const CopyLink& a, const CopyLink& b) {
  if (a.resemblance != b.resemblance) return a.resemblance > b.resemblance;
  if (a.containment != b.containment) return a.containment > b.containment;
  return a.of < b.of;
}

}  // namespace

std::optional<CopyLink> compare(const Sketch& later, const Sketch& earlier) {
  const Overlap both = overlap(later, earlier);
  if (both.shared == 0) return std::nullopt;
  CopyLink link{0, CopyKind::copy, both.resemblance, std::max(both.first_in_second, both.second_in_first)};
  if (both.resemblance >= kCopy) return link;
  if (both.shared < kFewest) return std::nullopt;
  if (link.containment >= kPart && both.resemblance < kCopy) {
    const bool later_is_part = both.first_in_second >= both.second_in_first;
    const bool much_smaller = both.resemblance < kPart * link.containment || link.containment >= kCopy;
    link.kind = much_smaller ? (later_is_part ? CopyKind::part_of : CopyKind::includes) : CopyKind::rewrite;
    return link;
  }
  link.kind = CopyKind::rewrite;
  return both.resemblance >= kRewrite ? std::optional(link) : std::nullopt;
}

bool is_same_story(const CopyLink& link) { return link.resemblance >= kRewrite; }

std::vector<std::uint32_t> CopyIndex::candidates(std::span<const Digest> reports, std::uint32_t number) const {
  const Digest& report = reports[number];
  std::vector<std::uint32_t> sure;
  std::vector<std::uint32_t> sampled;
  for_each_key(report.sketch, [&](std::uint64_t key, bool band) {
    postings_.newest(key, kPostingLimit, [&](std::uint32_t earlier) {
      if (report.published - reports[earlier].published <= kMemoryDays) (band ? sure : sampled).push_back(earlier);
    });
  });
  // One shared shingle of the sample may be a stock phrase; two are worth a look.
  std::sort(sampled.begin(), sampled.end());
  for (std::size_t i = 1; i < sampled.size(); ++i) {
    if (sampled[i] == sampled[i - 1]) sure.push_back(sampled[i]);
  }
  std::sort(sure.begin(), sure.end());
  sure.erase(std::unique(sure.begin(), sure.end()), sure.end());
  return sure;
}

std::vector<CopyLink> CopyIndex::add(std::span<const Digest> reports, std::uint32_t number) {
  std::vector<CopyLink> links;
  for (const std::uint32_t earlier : candidates(reports, number)) {
    auto link = compare(reports[number].sketch, reports[earlier].sketch);
    if (!link) continue;
    link->of = earlier;
    links.push_back(*link);
  }
  std::sort(links.begin(), links.end(), likelier);
  keep_only(reports, number);
  return links;
}

void CopyIndex::keep_only(std::span<const Digest> reports, std::uint32_t number) {
  for_each_key(reports[number].sketch, [&](std::uint64_t key, bool) { postings_.add(key, number); });
}

}  // namespace masudi::record
