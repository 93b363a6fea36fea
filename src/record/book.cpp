// SPDX-License-Identifier: Apache-2.0
#include "record/book.h"

#include <algorithm>

namespace masudi::record {

void Grouping::put(std::uint32_t member, std::uint32_t group) {
  if (group_of_.size() <= member) group_of_.resize(member + 1);
  group_of_[member] = group;
  groups_[group].members.push_back(member);
}

std::uint32_t Grouping::make(std::uint64_t wish) {
  const auto number = static_cast<std::uint32_t>(groups_.size());
  while (wish == 0 || !numbers_.emplace(wish, number).second) ++wish;
  groups_.push_back({wish, {}});
  return number;
}

void Grouping::cut(std::uint32_t begin) {
  for (std::uint32_t member = begin; member < group_of_.size(); ++member) {
    auto& members = groups_[group_of_[member]].members;
    members.erase(std::lower_bound(members.begin(), members.end(), begin), members.end());
  }
  if (begin < group_of_.size()) group_of_.resize(begin);
  while (!groups_.empty() && groups_.back().members.empty()) {
    numbers_.erase(groups_.back().id);
    groups_.pop_back();
  }
}

std::optional<std::uint32_t> Grouping::find(std::uint64_t id) const {
  const auto at = numbers_.find(id);
  return at == numbers_.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace masudi::record
