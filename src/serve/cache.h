// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "serve/kept.h"

namespace masudi::serve {

// Answers of one state of the store, those that were asked for longest ago forgotten first. Share it between threads.
class Cache {
 public:
  explicit Cache(std::size_t bytes) : most_(bytes) {}

  // Null where there is none. Asking for another state forgets everything.
  std::shared_ptr<const Kept> find(const std::string& key, std::uint64_t state);
  // Does nothing where the store has moved on since, and for answers that would push out too many others.
  void keep(const std::string& key, std::uint64_t state, std::shared_ptr<const Kept> answer);

  std::size_t bytes() const;

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Kept> answer;
  };
  static std::size_t size_of(const Entry& entry) { return entry.answer->size() + 2 * entry.key.size(); }
  void turn_to(std::uint64_t state);
  void drop(std::list<Entry>::iterator entry);

  mutable std::mutex mutex_;
  std::size_t most_;
  std::size_t bytes_ = 0;
  std::uint64_t state_ = 0;
  std::list<Entry> entries_;  // the last one asked for first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace masudi::serve
