// SPDX-License-Identifier: Apache-2.0
#include "store/offsets.h"

#include <algorithm>

namespace masudi::store {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

Offsets::Offsets(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
  if (std::none_of(text.begin(), text.end(), continues)) return;
  for (std::uint32_t byte = 0; byte < size_; ++byte) {
    if (!continues(text[byte])) starts_.push_back(byte);
  }
}

std::uint32_t Offsets::points(std::uint32_t byte) const {
  if (starts_.empty()) return byte;
  return static_cast<std::uint32_t>(std::lower_bound(starts_.begin(), starts_.end(), byte) - starts_.begin());
}

std::uint32_t Offsets::bytes(std::int64_t point) const {
  const auto count = static_cast<std::int64_t>(starts_.empty() ? size_ : starts_.size());
  if (point >= count) return size_;
  const auto at = static_cast<std::uint32_t>(std::max<std::int64_t>(point, 0));
  return starts_.empty() ? at : starts_[at];
}

Span Offsets::bytes(std::int64_t first, std::int64_t last) const {
  const Span span{bytes(first), bytes(last)};
  return {span.begin, std::max(span.begin, span.end)};
}

}  // namespace masudi::store
