// SPDX-License-Identifier: Apache-2.0
#include "language/name_vote.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/hash.h"

namespace masudi::language {
namespace {

// What "Mary Chaworth" says of a "Chaworth" and of a "Mary", against what these say of themselves.
constexpr float kLastOfPerson = 2.0F, kFirstOfPerson = 1.0F;

std::uint64_t key_of(std::string_view text, std::span<const Span> words) {
  std::uint64_t key = kHashSeed;
  for (const Span& word : words) key = hash_mix(key, hash_bytes(word.in(text)));
  return key;
}

}  // namespace

void NameVote::add(const float* scores, std::size_t words, std::size_t stride) {
  Evidence& sum = evidence_.emplace_back();
  sum.fill(0);
  for (std::size_t w = 0; w < words; ++w) {
    const float* row = scores + w * stride;
    const float top = *std::max_element(row, row + kNameTags);
    Evidence kinds{};
    float all = 0;
    for (int kind = 0; kind < kNameKinds; ++kind) {
      for (int part = 0; part < 4; ++part) kinds[kind] += std::exp(row[1 + 4 * kind + part] - top);
      all += kinds[kind];
    }
    for (int kind = 0; kind < kNameKinds; ++kind) {
      sum[kind] += std::log(std::max(kinds[kind] / all, 1e-3F)) / static_cast<float>(words);
    }
  }
}

void NameVote::count(std::uint64_t key, const Evidence& evidence, float weight) {
  votes_.push_back({key, votes_.size(), weight != 1.0F, evidence});
  for (float& e : votes_.back().evidence) e *= weight;
}

void NameVote::add_up() {
  // Not std::ranges::stable_sort, which allocates.
  std::ranges::sort(votes_, {}, [](const Vote& v) { return std::tuple(v.key, v.of_whole, v.position); });
  std::size_t kept = 0;
  float nth = 1;
  for (std::size_t i = 1; i < votes_.size(); ++i) {
    if (votes_[i].key != votes_[kept].key) {
      votes_[++kept] = votes_[i], nth = 1;
      continue;
    }
    nth = votes_[i].of_whole == votes_[i - 1].of_whole ? nth + 1 : 1;
    for (int kind = 0; kind < kNameKinds; ++kind) votes_[kept].evidence[kind] += votes_[i].evidence[kind] / nth;
  }
  if (!votes_.empty()) votes_.resize(kept + 1);
}

void NameVote::settle(std::string_view text, std::span<const Span> words, std::span<Name> names) {
  votes_.clear();
  const auto of_name = [&](const Name& name) { return words.subspan(name.first, name.last - name.first); };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto own = of_name(names[i]);
    count(key_of(text, own), evidence_[i], 1);
    if (names[i].kind == NameKind::person && own.size() > 1) {
      count(key_of(text, own.last(1)), evidence_[i], kLastOfPerson);
      count(key_of(text, own.first(1)), evidence_[i], kFirstOfPerson);
    }
  }
  add_up();
  for (Name& name : names) {
    const auto vote = std::ranges::lower_bound(votes_, key_of(text, of_name(name)), {}, &Vote::key);
    name.kind = static_cast<NameKind>(std::ranges::max_element(vote->evidence) - vote->evidence.begin());
  }
}

}  // namespace masudi::language
