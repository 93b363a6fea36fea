// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/hash.h"
#include "document/document.h"

namespace masudi::store {

// Tells one content of a document from another: everything that came in but the id. Signed, as SQLite keeps integers.
inline std::int64_t content_hash(const Document& document) {
  std::uint64_t hash = hash_mix(kHashSeed, static_cast<std::uint64_t>(document.date.days));
  const auto add = [&](std::string_view field) { hash = hash_bytes(field, hash_mix(hash, field.size())); };
  add(document.text), add(document.title), add(document.source), add(document.url), add(document.language);
  for (const std::string& author : document.authors) add(author);
  return static_cast<std::int64_t>(hash);
}

}  // namespace masudi::store
