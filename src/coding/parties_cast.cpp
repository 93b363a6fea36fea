// SPDX-License-Identifier: Apache-2.0
#include "coding/parties_cast.h"

#include <algorithm>

#include "base/hash.h"

namespace masudi::coding {
namespace {

constexpr std::size_t kSmallTable = 256;

// The table is indexed by a hash that names alone do not decide, and zero marks an empty entry.
std::uint64_t spread(std::uint64_t key) { return hash_mix(0x6d61737564690001ULL, key) | 1; }

}  // namespace

TokenIndex joined_possessor(const Tree& tree, const Mention& possessor) {
  const TokenIndex noun = tree.head(possessor.head);
  if (tree.relation(possessor.head) != Relation::nmod_poss || noun == kNoToken) return kNoToken;
  const TokenIndex joined = tree.head(noun);
  if (tree.relation(noun) != Relation::conj || joined == kNoToken || possessor.first < joined + 2) return kNoToken;
  return tree.upos(possessor.first - 1) == Upos::cconj && joined + 2 == possessor.first ? joined : kNoToken;
}

void Cast::clear(std::uint32_t tokens) {
  referents_.clear(), mentions_.clear(), members_.clear();
  at_.assign(tokens, 0);
  visited_.assign(tokens, 0);
  if (table_.size() > kSmallTable && used_ < table_.size() / 16) table_.resize(kSmallTable);
  if (table_.empty()) table_.resize(kSmallTable);
  std::fill(table_.begin(), table_.end(), Entry{0, kNobody});
  used_ = 0;
}

ReferentId Cast::add(const Referent& referent) {
  referents_.push_back(referent);
  return static_cast<ReferentId>(referents_.size() - 1);
}

ReferentId Cast::find(std::uint64_t key) const {
  const std::uint64_t wanted = spread(key);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t i = (wanted >> 8) & mask; table_[i].key != 0; i = (i + 1) & mask) {
    if (table_[i].key == wanted) return table_[i].id;
  }
  return kNobody;
}

void Cast::set(std::uint64_t key, ReferentId id) {
  if ((used_ + 1) * 2 > table_.size()) grow();
  const std::uint64_t wanted = spread(key);
  const std::size_t mask = table_.size() - 1;
  std::size_t i = (wanted >> 8) & mask;
  while (table_[i].key != 0 && table_[i].key != wanted) i = (i + 1) & mask;
  if (table_[i].key == 0) ++used_;
  table_[i] = {wanted, id};
}

void Cast::grow() {
  std::vector<Entry> old(table_.size() * 2, Entry{0, kNobody});
  old.swap(table_);
  const std::size_t mask = table_.size() - 1;
  for (const Entry& entry : old) {
    if (entry.key == 0) continue;
    std::size_t i = (entry.key >> 8) & mask;
    while (table_[i].key != 0) i = (i + 1) & mask;
    table_[i] = entry;
  }
}

const Mention& Cast::put(Mention mention, std::span<const Member> members) {
  mention.member_first = static_cast<std::uint32_t>(members_.size());
  mention.member_count = static_cast<std::uint32_t>(members.size());
  members_.insert(members_.end(), members.begin(), members.end());
  mentions_.push_back(mention);
  at_[mention.head] = static_cast<std::uint32_t>(mentions_.size());
  return mentions_.back();
}

}  // namespace masudi::coding
