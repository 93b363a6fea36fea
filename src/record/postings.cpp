// SPDX-License-Identifier: Apache-2.0
#include "record/postings.h"

#include "base/hash.h"

namespace masudi::record {

std::size_t Postings::slot(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_mix(kHashSeed, key) & mask;
  while (slots_[at] != kNone && entries_[slots_[at]].key != key) at = (at + 1) & mask;
  return at;
}

std::uint32_t Postings::head(std::uint64_t key) const { return slots_.empty() ? kNone : slots_[slot(key)]; }

void Postings::link(std::uint32_t entry) {
  const std::size_t at = slot(entries_[entry].key);
  entries_[entry].before = slots_[at];
  used_ += slots_[at] == kNone;
  slots_[at] = entry;
}

void Postings::relink(std::size_t slots) {
  slots_.assign(slots, kNone);
  used_ = 0;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) link(i);
}

void Postings::add(std::uint64_t key, std::uint32_t number) {
  constexpr std::size_t kFirst = 1024;
  if (used_ * 2 >= slots_.size()) relink(slots_.empty() ? kFirst : slots_.size() * 2);
  entries_.push_back({key, number, kNone});
  link(static_cast<std::uint32_t>(entries_.size() - 1));
}

void Postings::keep(std::uint32_t begin, std::uint32_t end) {
  const std::size_t before = entries_.size();
  std::erase_if(entries_, [&](const Entry& e) { return e.number < begin || e.number >= end; });
  if (entries_.size() != before) relink(slots_.size());
}

}  // namespace masudi::record
