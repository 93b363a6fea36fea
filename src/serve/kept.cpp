// SPDX-License-Identifier: Apache-2.0
#include "serve/kept.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "serve/gzip.h"

namespace masudi::serve {

Kept::Kept(std::string type, std::string body, std::string filename)
    : type_(std::move(type)),
      filename_(std::move(filename)),
      etag_(fmt::format("\"{:016x}-{:x}\"", hash_bytes(body), body.size())),
      body_(std::make_shared<const std::string>(std::move(body))) {}

std::shared_ptr<const std::string> Kept::gzipped() const {
  constexpr std::size_t kWorthIt = 512;
  std::call_once(once_, [&] {
    if (body_->size() < kWorthIt) return;
    std::string packed = gzip(*body_);
    packed.shrink_to_fit();
    if (!packed.empty() && packed.size() < body_->size())
      gzipped_ = std::make_shared<const std::string>(std::move(packed));
  });
  return gzipped_;
}

bool names_etag(std::string_view header, std::string_view etag) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(','), header.size());
    std::string_view one = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
    while (!one.empty() && one.back() == ' ') one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == etag || one == "*") return true;
  }
  return false;
}

}  // namespace masudi::serve
