// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "coding/parties_reader.h"

namespace masudi::coding {

// How far back whom a phrase means is looked for.
constexpr std::uint32_t kNearSentences = 4;
constexpr std::uint32_t kFarSentences = 30;
constexpr TokenIndex kFarTokens = 600;

// The head of the last phrase before `t` that fits: in its own sentence, then in the sentences before; subjects first.
template <class Fits>
TokenIndex PartyReader::antecedent(TokenIndex t, std::uint32_t sentences_back, Fits fits) const {
  const std::uint32_t sentence = tree_.sentence(t);
  const auto& sentences = context_.analysis.sentences;
  for (std::uint32_t back = 0; back <= sentences_back && back <= sentence; ++back) {
    const Sentence& s = sentences[sentence - back];
    const TokenIndex end = back == 0 ? t : s.last;
    if (t - s.first > kFarTokens && back > 0) break;
    const TokenIndex begin = end - s.first > kFarTokens ? end - kFarTokens : s.first;
    TokenIndex other = kNoToken;
    // In the sentences before, the first subject; in its own, the nearest.
    TokenIndex subject = kNoToken;
    for (TokenIndex w = end; w-- > begin;) {
      const Mention* m = cast_.at(w);
      if (m == nullptr || m->head != w || !fits(*m) || acts_on(w, t)) continue;
      if (m->subject && (subject == kNoToken || back > 0)) subject = w;
      if (other == kNoToken || back > 0) other = w;
    }
    if (subject != kNoToken) return subject;
    if (other != kNoToken) return other;
  }
  return kNoToken;
}

}  // namespace masudi::coding
