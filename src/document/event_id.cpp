// SPDX-License-Identifier: Apache-2.0
#include "document/event_id.h"

#include <unordered_set>

#include "base/hash.h"

namespace masudi {
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

std::string hexadecimal(std::uint64_t hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(16, '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, hash >>= 4) *digit = kDigits[hash & 15];
  return out;
}

}  // namespace

void assign_ids(const Document& document, std::span<Event> events) {
  std::unordered_set<std::uint64_t> taken;
  for (Event& event : events) {
    std::uint64_t hash = hash_of(document, event);
    while (!taken.insert(hash).second) hash = hash_mix(hash, 1);
    event.id = hexadecimal(hash);
  }
}

}  // namespace masudi
