// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace masudi::read {

// Reads a stream line by line and holds no more than one line of at most `max_bytes` and one block of the stream.
class LineReader {
 public:
  LineReader(std::istream& in, std::size_t max_bytes) : in_(in), max_bytes_(max_bytes) {}

  enum class Status { line, too_long, end };
  // Puts the next line without its line break into `line`. A line over the limit is skipped whole.
  Status next(std::string& line);

  // Whether the next line has been taken from the stream already, so that next() waits for nothing.
  bool has_line() const { return block_.find('\n', at_) != std::string::npos; }

  // Appends all that is left to `text`. False: there is more than the limit, and `text` is cut.
  bool rest(std::string& text);

  // Looks at the start of the stream without taking it. For use before the first next().
  std::string_view peek();

  std::uint64_t number() const { return number_; }  // of the last line, from 1
  std::uint64_t bytes() const { return bytes_; }    // taken so far, with line breaks

 private:
  bool fill();  // false at the end of the stream

  std::istream& in_;
  std::size_t max_bytes_;
  std::string block_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace masudi::read
