// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "base/hash.h"

namespace masudi::knowledge {

// A part of a feature of the coder's learnt models, hashed once for all features that it is part of. A view.
struct FeatureWord {
  FeatureWord() = default;
  FeatureWord(std::string_view words) : text(words), hash(hash_eights(words)) {}
  FeatureWord(const char* words) : FeatureWord(std::string_view(words)) {}

  std::string_view text;
  std::uint64_t hash = 0;
};

// The key of the feature "name=value", or "name=value+second".
inline std::uint64_t feature_key(const FeatureWord& name, const FeatureWord& value, const FeatureWord& second = {}) {
  const std::uint64_t key = hash_mix(name.hash, value.hash);
  return second.text.empty() ? key : hash_mix(key, second.hash);
}

}  // namespace masudi::knowledge
