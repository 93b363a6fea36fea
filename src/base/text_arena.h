// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace masudi {

// Keeps copies of short strings at stable addresses. clear() forgets them and keeps the memory. Not thread-safe.
class TextArena {
 public:
  // The copy lives until clear() or destruction.
  std::string_view keep(std::string_view text) {
    char* to = reserve(text.size());
    if (!text.empty()) std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

  // Room for `size` bytes that the caller fills.
  char* reserve(std::size_t size) {
    while (block_ < blocks_.size() && used_ + size > blocks_[block_].size) ++block_, used_ = 0;
    if (block_ == blocks_.size()) {
      const std::size_t room = size > kBlock ? size : kBlock;
      blocks_.push_back({std::make_unique<char[]>(room), room});
    }
    char* at = blocks_[block_].data.get() + used_;
    used_ += size;
    return at;
  }

  void clear() { block_ = 0, used_ = 0; }

 private:
  static constexpr std::size_t kBlock = 16 * 1024;
  struct Block {
    std::unique_ptr<char[]> data;
    std::size_t size;
  };
  std::vector<Block> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
};

}  // namespace masudi
