// SPDX-License-Identifier: Apache-2.0
#include "record/gather.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "base/hash.h"
#include "record/blocks.h"
#include "record/record.h"

namespace masudi::record {
namespace {

constexpr std::size_t kBlockLimit = 40;  // the newest mentions of a block that are compared
constexpr double kApart = -3.0;          // what a pair that cannot be one happening adds to a mean
constexpr std::size_t kSample = 6;       // first and last members of a group that stand for it

struct Pair {
  double likeness;
  std::uint32_t earlier;
  std::uint32_t later;
};

bool likelier(const Pair& a, const Pair& b) {
  if (a.likeness != b.likeness) return a.likeness > b.likeness;
  return a.later != b.later ? a.later < b.later : a.earlier < b.earlier;
}

std::vector<std::uint32_t> candidates(const Book& book, const Postings& blocks, std::uint32_t mention) {
  const Date published = book.report_of(mention).published;
  std::vector<std::uint32_t> out;
  for (const std::uint64_t key : blocks_to_search(book.mention(mention))) {
    blocks.newest(key, kBlockLimit, [&](std::uint32_t earlier) {
      if (published - book.report_of(earlier).published <= kMemoryDays) out.push_back(earlier);
    });
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// The day's mentions as groups that grow together. A group holds mentions of the day, and is tied to at most one
// incident of an earlier day.
class Day {
 public:
  Day(const Book& book, std::uint32_t begin) : book_(book), begin_(begin), parent_(book.mentions.size() - begin) {
    std::iota(parent_.begin(), parent_.end(), begin);
    members_.resize(parent_.size());
    incident_.resize(parent_.size());
    for (std::uint32_t m = begin; m < book.mentions.size(); ++m) members_[m - begin] = {m};
  }

  void try_to_join(const Pair& pair) {
    const std::uint32_t later = root(pair.later);
    if (pair.earlier < begin_) {
      const std::uint32_t incident = book_.incidents.group_of(pair.earlier);
      if (incident_[later - begin_]) return;
      if (mean(sample({}, members_[later - begin_]), sample({}, book_.incidents[incident].members)) > 0)
        incident_[later - begin_] = incident;
      return;
    }
    const std::uint32_t earlier = root(pair.earlier);
    if (earlier == later) return;
    const auto& a = incident_[earlier - begin_];
    const auto& b = incident_[later - begin_];
    if (a && b && *a != *b) return;
    if (mean(sample_of(earlier), sample_of(later)) > 0) join(earlier, later);
  }

  // The incident of an earlier day that the mention's group is tied to.
  std::optional<std::uint32_t> incident(std::uint32_t mention) const { return incident_[root(mention) - begin_]; }
  // The first mention of its group.
  std::uint32_t root(std::uint32_t mention) const {
    while (parent_[mention - begin_] != mention) mention = parent_[mention - begin_];
    return mention;
  }

 private:
  using Members = std::vector<std::uint32_t>;

  // The first and last of a group that is told in two parts: an incident of an earlier day, and mentions of the day.
  static Members sample(const Members& before, const Members& own) {
    const std::size_t count = before.size() + own.size();
    Members some;
    for (std::size_t i = 0; i < count; ++i) {
      if (i == kSample && count > 2 * kSample) i = count - kSample;
      some.push_back(i < before.size() ? before[i] : own[i - before.size()]);
    }
    return some;
  }

  Members sample_of(std::uint32_t root) const {
    const auto incident = incident_[root - begin_];
    const Members& own = members_[root - begin_];
    return incident ? sample(book_.incidents[*incident].members, own) : sample({}, own);
  }

  double mean(const Members& first, const Members& second) const {
    double sum = 0;
    for (const std::uint32_t x : first) {
      for (const std::uint32_t y : second) {
        const auto both = likeness(book_.telling(x), book_.telling(y));
        sum += both ? both->sum() : kApart;
      }
    }
    return sum / static_cast<double>(first.size() * second.size());
  }

  void join(std::uint32_t a, std::uint32_t b) {
    if (b < a) std::swap(a, b);
    parent_[b - begin_] = a;
    auto& all = members_[a - begin_];
    const auto& more = members_[b - begin_];
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    all.insert(all.end(), more.begin(), more.end());
    std::inplace_merge(all.begin(), all.begin() + middle, all.end());
    if (!incident_[a - begin_]) incident_[a - begin_] = incident_[b - begin_];
  }

  const Book& book_;
  std::uint32_t begin_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> members_;     // of each root, of the day
  std::vector<std::optional<std::uint32_t>> incident_;  // of each root
};

std::uint64_t wished_id(const Book& book, std::uint32_t mention) {
  return hash_mix(hash_bytes(book.report_of(mention).id), book.mention(mention).event);
}

}  // namespace

void Gatherer::keep_only(const Book& book, std::uint32_t mention) {
  for (const std::uint64_t key : own_blocks(book.mention(mention))) blocks_.add(key, mention);
}

void Gatherer::gather(Book& book, std::uint32_t begin) {
  std::vector<Pair> pairs;
  for (std::uint32_t later = begin; later < book.mentions.size(); ++later) {
    for (const std::uint32_t earlier : candidates(book, blocks_, later)) {
      const auto both = likeness(book.telling(earlier), book.telling(later));
      if (both && both->sum() > 0) pairs.push_back({both->sum(), earlier, later});
    }
    keep_only(book, later);
  }
  std::sort(pairs.begin(), pairs.end(), likelier);
  Day day(book, begin);
  for (const Pair& pair : pairs) day.try_to_join(pair);
  std::unordered_map<std::uint32_t, std::uint32_t> made;  // by root
  for (std::uint32_t m = begin; m < book.mentions.size(); ++m) {
    const std::uint32_t root = day.root(m);
    if (const auto incident = day.incident(m)) {
      book.incidents.put(m, *incident);
    } else {
      if (m == root) made[root] = book.incidents.make(wished_id(book, m));
      book.incidents.put(m, made[root]);
    }
  }
}

}  // namespace masudi::record
