// SPDX-License-Identifier: Apache-2.0
#include "record/graph.h"

#include <algorithm>

namespace masudi::record {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// Keeps its own stack of calls, since a chain of citations may be long.
class Search {
 public:
  explicit Search(const std::vector<std::vector<std::uint32_t>>& next)
      : next_(next), index_(next.size(), kNone), low_(next.size()), component_(next.size(), kNone) {}

  std::vector<std::uint32_t> run() {
    for (std::uint32_t node = 0; node < next_.size(); ++node) {
      if (index_[node] == kNone) from(node);
    }
    return std::move(component_);
  }

 private:
  struct Call {
    std::uint32_t node;
    std::size_t edge;
  };

  void enter(std::uint32_t node) {
    index_[node] = low_[node] = count_++;
    open_.push_back(node);
    calls_.push_back({node, 0});
  }

  void from(std::uint32_t start) {
    enter(start);
    while (!calls_.empty()) {
      Call& call = calls_.back();
      const std::uint32_t node = call.node;
      if (call.edge == next_[node].size()) {
        leave(node);
        continue;
      }
      const std::uint32_t to = next_[node][call.edge++];
      if (index_[to] == kNone) {
        enter(to);
      } else if (component_[to] == kNone) {
        low_[node] = std::min(low_[node], index_[to]);
      }
    }
  }

  void leave(std::uint32_t node) {
    calls_.pop_back();
    if (!calls_.empty()) low_[calls_.back().node] = std::min(low_[calls_.back().node], low_[node]);
    if (low_[node] != index_[node]) return;
    std::uint32_t member = kNone;
    while (member != node) {
      member = open_.back();
      open_.pop_back();
      component_[member] = components_;
    }
    ++components_;
  }

  const std::vector<std::vector<std::uint32_t>>& next_;
  std::vector<std::uint32_t> index_;
  std::vector<std::uint32_t> low_;
  std::vector<std::uint32_t> component_;
  std::vector<std::uint32_t> open_;
  std::vector<Call> calls_;
  std::uint32_t count_ = 0;
  std::uint32_t components_ = 0;
};

}  // namespace

std::vector<std::uint32_t> components(const std::vector<std::vector<std::uint32_t>>& next) {
  return Search(next).run();
}

}  // namespace masudi::record
