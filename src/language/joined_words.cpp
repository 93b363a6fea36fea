// SPDX-License-Identifier: Apache-2.0
#include "language/joined_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/atoms.h"

namespace masudi::language {
namespace {

// Words that UD English parts and that are hardly ever anything else.
constexpr std::string_view kWords =
    "can|not gon|na wan|na got|ta out|ta lem|me gim|me du|n|no do|nt did|nt does|nt ca|nt wo|nt could|nt would|nt "
    "should|nt is|nt are|nt was|nt were|nt has|nt have|nt had|nt ai|nt i|m i|ve that|s there|s what|s he|s you|re "
    "they|re you|ll they|ll it|ll you|ve they|ve could|ve a|lot";

struct Entry {
  std::uint32_t hash;
  JoinedParts parts;
};

constexpr std::size_t kCount = 1 + static_cast<std::size_t>(std::ranges::count(kWords, ' '));

constexpr Entry entry_of(std::string_view written) {
  Entry e{kSpellingSeed, {}};
  std::uint8_t length = 0;
  for (const char c : written) {
    if (c == '|') {
      (e.parts.second == 0 ? e.parts.second : e.parts.third) = length;
    } else {
      e.hash = spelling_step(e.hash, static_cast<unsigned char>(c));
      ++length;
    }
  }
  e.hash = spelling_end(e.hash);
  return e;
}

constexpr std::array<Entry, kCount> kEntries = [] {
  std::array<Entry, kCount> out{};
  std::string_view rest = kWords;
  for (Entry& e : out) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    e = entry_of(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::ranges::sort(out, {}, &Entry::hash);
  return out;
}();

// Most words are ruled out by one bit.
constexpr std::size_t kBits = 2048;
constexpr std::array<bool, kBits> kMaybe = [] {
  std::array<bool, kBits> out{};
  for (const Entry& e : kEntries) out[e.hash % kBits] = true;
  return out;
}();

}  // namespace

JoinedParts joined_parts(std::uint32_t spelling) {
  if (!kMaybe[spelling % kBits]) return {};
  const auto at = std::ranges::lower_bound(kEntries, spelling, {}, &Entry::hash);
  return at != kEntries.end() && at->hash == spelling ? at->parts : JoinedParts{};
}

}  // namespace masudi::language
