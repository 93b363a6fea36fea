// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "serve/exchange.h"
#include "serve/kept.h"

namespace masudi::serve {

// A file of the dashboard, as it was built into the program. Views of memory that lasts as long as the program.
struct Asset {
  std::string_view path;  // "/assets/main.js"
  std::string_view bytes;
};

// The files of the dashboard by their paths. "/" is /index.html. Immutable; share it between threads.
class Assets {
 public:
  explicit Assets(std::span<const Asset> files);

  // Null where there is no such file.
  std::shared_ptr<const Kept> find(std::string_view path) const;
  // For how long a browser may keep it unasked: files with a hash in their name lie below /assets/.
  static std::string_view cache_control(std::string_view path);
  bool has_page() const { return find("/") != nullptr; }

 private:
  std::map<std::string, std::shared_ptr<const Kept>, std::less<>> files_;
};

// "text/html; charset=utf-8" for "/index.html"; application/octet-stream where the ending says nothing.
std::string_view content_type_of(std::string_view path);

}  // namespace masudi::serve
