// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>

namespace masudi::serve {

// A finished answer that can be given out again and again. Share it between threads.
class Kept {
 public:
  Kept(std::string type, std::string body, std::string filename = "");

  const std::string& type() const { return type_; }
  const std::string& filename() const { return filename_; }
  const std::string& etag() const { return etag_; }  // of the content, with its quotation marks
  std::shared_ptr<const std::string> body() const { return body_; }
  // Compressed, at the first call; null where that gains nothing.
  std::shared_ptr<const std::string> gzipped() const;
  // Memory that it takes at most.
  std::size_t size() const { return body_->size() * 3 / 2 + type_.size() + 200; }

 private:
  std::string type_, filename_, etag_;
  std::shared_ptr<const std::string> body_;
  mutable std::once_flag once_;
  mutable std::shared_ptr<const std::string> gzipped_;
};

// Whether the header If-None-Match names this ETag.
bool names_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace masudi::serve
