// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace masudi::record {

// What has a key: an index from 64-bit keys to numbers that are added in ascending order. Open addressing over chains
// that run from the newest entry to the oldest; about 40 bytes an entry. Not thread-safe.
class Postings {
 public:
  // `number` is at least as large as every one before.
  void add(std::uint64_t key, std::uint32_t number);

  // Calls see(number) for at most `limit` of the newest numbers under the key, from the newest to the oldest.
  template <class See>
  void newest(std::uint64_t key, std::size_t limit, See see) const {
    for (std::uint32_t at = head(key); at != kNone && limit > 0; at = entries_[at].before, --limit)
      see(entries_[at].number);
  }

  // Keeps the numbers from `begin` up to, not including, `end`.
  void keep(std::uint32_t begin, std::uint32_t end);

  std::size_t size() const { return entries_.size(); }
  std::uint32_t oldest() const { return entries_.empty() ? 0 : entries_.front().number; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Entry {
    std::uint64_t key;
    std::uint32_t number;
    std::uint32_t before;  // the next older entry of the key
  };

  std::uint32_t head(std::uint64_t key) const;
  std::size_t slot(std::uint64_t key) const;
  void link(std::uint32_t entry);
  void relink(std::size_t slots);

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // the newest entry of a key; a power of two of them, or none
  std::size_t used_ = 0;
};

}  // namespace masudi::record
