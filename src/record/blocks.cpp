// SPDX-License-Identifier: Apache-2.0
#include "record/blocks.h"

#include <algorithm>
#include <string_view>

#include "base/hash.h"
#include "record/likeness.h"

namespace masudi::record {
namespace {

constexpr int kSlack = 2;     // days; alike_days asks for no more
constexpr int kLongest = 10;  // days of a stretch that are looked at

enum Kind : std::uint64_t { by_place = 1, by_country, by_pair, by_name, by_word };

using Keys = std::vector<std::uint64_t>;

std::uint64_t text_key(Kind kind, std::string_view text) { return hash_bytes(text, hash_mix(kHashSeed, kind)); }

// Whatever the order in which the two are told.
std::uint64_t pair_key(std::string_view a, std::string_view b) {
  return hash_bytes(std::max(a, b), hash_bytes("/", hash_bytes(std::min(a, b), hash_mix(kHashSeed, by_pair))));
}

void make_distinct(Keys& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

void add_parties(const Mention& mention, Keys& keys) {
  std::vector<const Who*> all;
  for (const auto* list : {&mention.actors, &mention.recipients}) {
    for (const Who& who : *list) all.push_back(&who);
  }
  for (const Who* who : all) {
    if (!who->name.empty()) keys.push_back(text_key(by_name, who->name));
    if (!who->code.empty()) keys.push_back(text_key(by_country, who->code));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      if (!all[i]->code.empty() && !all[j]->code.empty()) keys.push_back(pair_key(all[i]->code, all[j]->code));
    }
  }
}

// What a mention is about, without its day.
Keys matters(const Mention& mention) {
  Keys keys;
  for (const Spot& spot : mention.places) {
    if (!spot.country.empty()) keys.push_back(text_key(by_country, spot.country));
    if (spot.precision == Precision::country) continue;
    keys.push_back(spot.geonames_id != 0 ? hash_mix(by_place, spot.geonames_id) : text_key(by_place, spot.name));
  }
  add_parties(mention, keys);
  // Names that the coder knows nothing of still tell.
  constexpr std::size_t kNames = 6;
  for (std::size_t i = 0; i < std::min(kNames, mention.names.size()); ++i)
    keys.push_back(hash_mix(by_word, mention.names[i]));
  for (std::size_t i = 0; keys.empty() && i < std::min(kNames, mention.words.size()); ++i)
    keys.push_back(hash_mix(by_word, mention.words[i]));
  make_distinct(keys);
  return keys;
}

void add_days(const Mention& mention, const Keys& matters, int kind, int slack, Keys& keys) {
  const Date last = std::min(mention.last, mention.first + kLongest);
  for (const std::uint64_t matter : matters) {
    const std::uint64_t block = hash_mix(matter, static_cast<std::uint64_t>(kind));
    for (Date day = mention.first - slack; day <= last + slack; day = day + 1) {
      keys.push_back(hash_mix(block, static_cast<std::uint64_t>(day.days)));
    }
  }
}

}  // namespace

std::vector<std::uint64_t> own_blocks(const Mention& mention) {
  Keys keys;
  add_days(mention, matters(mention), family(mention.type), 0, keys);
  make_distinct(keys);
  return keys;
}

// News without a day may be of the two days before its report: kSlack twice. What is taken back may be of any type.
std::vector<std::uint64_t> blocks_to_search(const Mention& mention) {
  Keys keys;
  const Keys about = matters(mention);
  for (int kind = 0; kind < kEventTypeCount; ++kind) {
    if (mention.retracted || kind == family(mention.type)) add_days(mention, about, kind, 2 * kSlack, keys);
  }
  make_distinct(keys);
  return keys;
}

}  // namespace masudi::record
