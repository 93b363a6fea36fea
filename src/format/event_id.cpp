// SPDX-License-Identifier: Apache-2.0
#include "format/event_id.h"

#include <fmt/format.h>

#include <unordered_set>

#include "base/hash.h"

namespace masudi::format {
namespace {

std::uint64_t mix(std::uint64_t hash, Span span) { return hash_mix(hash_mix(hash, span.begin), span.end); }

// The length goes in first, so that neighbouring words cannot run together.
std::uint64_t mix(std::uint64_t hash, std::string_view word) { return hash_bytes(word, hash_mix(hash, word.size())); }

std::uint64_t mix(std::uint64_t hash, const std::vector<Party>& parties) {
  hash = hash_mix(hash, parties.size());
  for (const Party& party : parties) hash = mix(mix(mix(hash, party.span), party.code), party.name);
  return hash;
}

std::uint64_t hash_of(const Document& document, const Event& event) {
  std::uint64_t hash = mix(kHashSeed, document.id);
  hash = mix(hash_mix(hash, static_cast<std::uint64_t>(event.type)), event.trigger);
  hash = mix(mix(mix(hash, event.actors), event.recipients), event.via);
  return hash_mix(hash, static_cast<std::uint64_t>(event.status));
}

}  // namespace

std::vector<std::string> event_ids(const Document& document, std::span<const Event> events) {
  std::unordered_set<std::uint64_t> taken;
  std::vector<std::string> ids;
  for (const Event& event : events) {
    std::uint64_t hash = hash_of(document, event);
    while (!taken.insert(hash).second) hash = hash_mix(hash, 1);
    ids.push_back(fmt::format("{:016x}", hash));
  }
  return ids;
}

}  // namespace masudi::format
