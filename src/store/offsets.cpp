// SPDX-License-Identifier: Apache-2.0
#include "store/offsets.h"

#include <algorithm>

#include "base/utf8.h"

namespace masudi::store {
Offsets::Offsets(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
  if (std::none_of(text.begin(), text.end(), utf8::is_continuation)) return;
  for (std::uint32_t byte = 0; byte < size_; ++byte) {
    if (!utf8::is_continuation(text[byte])) starts_.push_back(byte);
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
