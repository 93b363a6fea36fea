// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace masudi::language {

// Reads a section of a model from its beginning to its end without ever leaving it. After the first read that does not
// fit, everything is empty or zero and ok() is false, so that one check at the end is enough.
class SectionReader {
 public:
  explicit SectionReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  // One number or plain struct, anywhere.
  template <class T>
  T value() {
    static_assert(std::is_trivially_copyable_v<T>);
    T out{};
    if (!ok_ || bytes_.size() - at_ < sizeof(T)) {
      ok_ = false;
      return out;
    }
    std::memcpy(&out, bytes_.data() + at_, sizeof(T));
    at_ += sizeof(T);
    return out;
  }

  // `count` values in place, after the bytes that align them (to `alignment`, a power of two, at least that of T).
  template <class T>
  std::span<const T> array(std::uint64_t count, std::size_t alignment = alignof(T)) {
    static_assert(std::is_trivially_copyable_v<T>);
    align(alignment);
    if (!ok_ || count > (bytes_.size() - at_) / sizeof(T)) {
      ok_ = false;
      return {};
    }
    const auto* first = reinterpret_cast<const T*>(bytes_.data() + at_);
    if (reinterpret_cast<std::uintptr_t>(first) % alignof(T) != 0) {
      ok_ = false;
      return {};
    }
    at_ += count * sizeof(T);
    return {first, static_cast<std::size_t>(count)};
  }

  // Says that what was read makes no sense.
  void refuse() { ok_ = false; }

  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && at_ == bytes_.size(); }

 private:
  void align(std::size_t alignment) {
    const std::size_t up = (at_ + alignment - 1) & ~(alignment - 1);
    if (up > bytes_.size()) {
      ok_ = false;
    } else {
      at_ = up;
    }
  }

  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

// The other direction, for the trainers: appends what SectionReader reads.
class SectionWriter {
 public:
  template <class T>
  void value(const T& v) {
    static_assert(std::is_trivially_copyable_v<T>);
    append(&v, sizeof(T));
  }
  template <class T>
  void array(std::span<const T> values, std::size_t alignment = alignof(T)) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.resize((bytes_.size() + alignment - 1) & ~(alignment - 1));
    append(values.data(), values.size_bytes());
  }
  std::vector<std::byte> take() { return std::move(bytes_); }

 private:
  void append(const void* data, std::size_t size) {
    const auto* from = static_cast<const std::byte*>(data);
    bytes_.insert(bytes_.end(), from, from + size);
  }

  std::vector<std::byte> bytes_;
};

}  // namespace masudi::language
