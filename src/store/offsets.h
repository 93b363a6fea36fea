// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace masudi::store {

// Turns byte offsets into a text into code-point offsets, which the store keeps (substr() of SQLite, R and Python count
// so), and back. The text must outlive the object.
class Offsets {
 public:
  explicit Offsets(std::string_view text);

  std::uint32_t points(std::uint32_t byte) const;
  Span points(Span bytes) const { return {points(bytes.begin), points(bytes.end)}; }
  // An offset beyond the text is taken as its end.
  std::uint32_t bytes(std::int64_t point) const;
  Span bytes(std::int64_t first, std::int64_t last) const;

 private:
  std::uint32_t size_;
  std::vector<std::uint32_t> starts_;  // byte of each code point; empty where all are one byte
};

}  // namespace masudi::store
