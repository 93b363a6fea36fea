// SPDX-License-Identifier: Apache-2.0
#include "serve/cache.h"

namespace masudi::serve {

std::shared_ptr<const Kept> Cache::find(const std::string& key, std::uint64_t state) {
  const std::lock_guard lock(mutex_);
  turn_to(state);
  const auto at = by_key_.find(key);
  if (state != state_ || at == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, at->second);
  return at->second->answer;
}

void Cache::keep(const std::string& key, std::uint64_t state, std::shared_ptr<const Kept> answer) {
  constexpr std::size_t kShare = 8;  // of the room, at most an eighth for one
  const std::lock_guard lock(mutex_);
  turn_to(state);
  if (state != state_ || answer->size() > most_ / kShare) return;
  if (const auto at = by_key_.find(key); at != by_key_.end()) drop(at->second);
  entries_.push_front({key, std::move(answer)});
  by_key_[key] = entries_.begin();
  bytes_ += size_of(entries_.front());
  while (bytes_ > most_) drop(std::prev(entries_.end()));
}

std::size_t Cache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

void Cache::turn_to(std::uint64_t state) {
  if (state <= state_) return;
  state_ = state;
  entries_.clear(), by_key_.clear();
  bytes_ = 0;
}

void Cache::drop(std::list<Entry>::iterator entry) {
  bytes_ -= size_of(*entry);
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace masudi::serve
