// SPDX-License-Identifier: Apache-2.0
#include "serve/assets.h"

#include <array>
#include <utility>

namespace masudi::serve {

Assets::Assets(std::span<const Asset> files) {
  for (const Asset& file : files) {
    files_.emplace(file.path,
                   std::make_shared<const Kept>(std::string(content_type_of(file.path)), std::string(file.bytes)));
  }
}

std::shared_ptr<const Kept> Assets::find(std::string_view path) const {
  const auto at = files_.find(path == "/" ? std::string_view("/index.html") : path);
  return at == files_.end() ? nullptr : at->second;
}

std::string_view Assets::cache_control(std::string_view path) {
  return path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

std::string_view content_type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kTypes = {{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".wasm", "application/wasm"},
      {".webmanifest", "application/manifest+json"},
      {".txt", "text/plain; charset=utf-8"},
  }};
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

}  // namespace masudi::serve
