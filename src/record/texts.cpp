// SPDX-License-Identifier: Apache-2.0
#include "record/texts.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "record/postings.h"
#include "record/words.h"

namespace masudi::record {
namespace {

constexpr double kSamePassage = 0.8;  // containment of the shorter sentence in the longer
constexpr std::size_t kFewest = 10;   // shared shingles: a run of a dozen words
constexpr std::size_t kPostingLimit = 8;

class Unions {
 public:
  explicit Unions(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t root(std::uint32_t n) const {
    while (parent_[n] != n) n = parent_[n];
    return n;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

std::uint32_t position(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
  return at != sorted.end() && *at == value ? static_cast<std::uint32_t>(at - sorted.begin())
                                            : static_cast<std::uint32_t>(sorted.size());
}

bool is_same_passage(const Mention& a, const Mention& b) {
  const std::size_t shared = shared_count(a.passage, b.passage);
  return shared >= kFewest && static_cast<double>(shared) >=
                                  kSamePassage * static_cast<double>(std::min(a.passage.size(), b.passage.size()));
}

// Joins reports one of which has a sentence from the other.
void join_by_passages(const Book& book, std::span<const std::uint32_t> mentions,
                      const std::vector<std::uint32_t>& reports, Unions& unions) {
  Postings seen;  // mentions by shingle, as positions in `mentions`
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& own = book.mention(mentions[i]);
    std::vector<std::uint32_t> others;
    for (const std::uint32_t shingle : own.passage) {
      seen.newest(shingle, kPostingLimit, [&](std::uint32_t other) { others.push_back(other); });
      seen.add(shingle, i);
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    for (const std::uint32_t other : others) {
      if (!is_same_passage(own, book.mention(mentions[other]))) continue;
      unions.join(position(reports, book.mentions[mentions[other]].report),
                  position(reports, book.mentions[mentions[i]].report));
    }
  }
}

}  // namespace

std::uint32_t Texts::text(std::uint32_t report) const { return text_of[position(reports, report)]; }

Texts texts_of(const Book& book, std::span<const std::uint32_t> mentions) {
  Texts out;
  for (const std::uint32_t mention : mentions) out.reports.push_back(book.mentions[mention].report);
  out.reports.erase(std::unique(out.reports.begin(), out.reports.end()), out.reports.end());
  Unions unions(out.reports.size());
  for (std::uint32_t i = 0; i < out.reports.size(); ++i) {
    for (const CopyLink& link : book.links[out.reports[i]]) {
      const std::uint32_t earlier = position(out.reports, link.of);
      if (earlier < out.reports.size() && is_same_story(link)) unions.join(earlier, i);
    }
  }
  join_by_passages(book, mentions, out.reports, unions);
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < out.reports.size(); ++i) {
    out.text_of.push_back(numbers.emplace(unions.root(i), static_cast<std::uint32_t>(numbers.size())).first->second);
  }
  out.count = static_cast<std::uint32_t>(numbers.size());
  return out;
}

}  // namespace masudi::record
