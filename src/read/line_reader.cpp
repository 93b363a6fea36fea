// SPDX-License-Identifier: Apache-2.0
#include "read/line_reader.h"

#include <algorithm>

namespace masudi::read {
namespace {

constexpr std::size_t kBlock = 64 * 1024;

}  // namespace

bool LineReader::fill() {
  if (at_ < block_.size()) return true;
  block_.resize(kBlock);
  in_.read(block_.data(), static_cast<std::streamsize>(kBlock));
  block_.resize(static_cast<std::size_t>(in_.gcount()));
  at_ = 0;
  return !block_.empty();
}

LineReader::Status LineReader::next(std::string& line) {
  line.clear();
  if (!fill()) return Status::end;
  ++number_;
  bool too_long = false;
  while (fill()) {
    const std::size_t found = block_.find('\n', at_);
    const std::size_t end = std::min(found, block_.size());
    too_long = too_long || line.size() + (end - at_) > max_bytes_;
    if (!too_long) line.append(block_, at_, end - at_);
    const std::size_t taken = end - at_ + (found != std::string::npos);
    at_ += taken;
    bytes_ += taken;
    if (found != std::string::npos) break;
  }
  if (too_long) return Status::too_long;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return Status::line;
}

bool LineReader::rest(std::string& text) {
  while (fill()) {
    const std::size_t size = block_.size() - at_;
    if (text.size() + size > max_bytes_) return false;
    text.append(block_, at_, size);
    bytes_ += size;
    at_ = block_.size();
  }
  return true;
}

std::string_view LineReader::peek() { return fill() ? std::string_view(block_).substr(at_) : std::string_view(); }

}  // namespace masudi::read
