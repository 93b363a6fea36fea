// SPDX-License-Identifier: Apache-2.0
#include "train/word_classes.h"

#include <algorithm>
#include <numeric>

#include "document/tagset.h"
#include "language/chunks.h"

namespace masudi::train {
namespace {

using language::Usual;

// Words seen less often stay unknown, so that unknown words are learnt from too.
constexpr std::uint32_t kSeldomWritten = 3, kSeldomTagged = 2;

Usual usual_of(std::uint32_t lower, std::uint32_t capital) {
  if (lower + capital < kSeldomWritten) return Usual::unknown;
  if (lower >= 4 * capital) return Usual::lower;
  return capital >= 4 * lower ? Usual::capital : Usual::either;
}

}  // namespace

void WordCounter::add_text(std::string_view text) {
  namespace kind = language::kind;
  language::ChunkReader chunks(text, 0, atoms_);
  bool inside = false;
  while (chunks.next()) {
    const language::Atom& first = atoms_.front();
    if (inside && kind::is_word(first.kind)) {
      Count& count = counts_[first.hash];
      ++(first.kind <= kind::kLower ? count.lower : count.capital);
    }
    inside = atoms_.back().kind >= kind::kLower1 && atoms_.back().kind <= kind::kLower;
  }
}

void WordCounter::add_tags(const treebank::Document& document) {
  for (const treebank::Sentence& sentence : document.sentences) {
    for (const treebank::Word& word : sentence.words) {
      const auto upos = upos_named(word.upos);
      if (!upos) continue;
      std::uint16_t& count = counts_[language::spelling_hash(word.form)].upos[static_cast<std::size_t>(*upos)];
      if (count < 0xFFFF) ++count;
    }
  }
}

std::vector<std::uint8_t> WordCounter::table(std::uint32_t bits) const {
  std::vector<std::uint8_t> values(std::size_t{1} << bits);
  std::vector<std::uint32_t> seen(values.size());
  std::vector<std::uint32_t> hashes(values.size());
  for (const auto& [hash, count] : counts_) {
    const auto tagged = std::accumulate(count.upos.begin(), count.upos.end(), 0u);
    const auto best = std::ranges::max_element(count.upos) - count.upos.begin();
    const auto part = static_cast<std::uint8_t>(tagged < kSeldomTagged ? 0 : best + 1);
    const auto value = language::WordClass::of(usual_of(count.lower, count.capital), part);
    const std::uint32_t total = count.lower + count.capital + 8 * tagged;
    const std::size_t at = hash >> (32 - bits);
    // The order of the map must not show: the commonest has the place, or the smaller hash.
    if (value.bits == 0 || total < seen[at] || (total == seen[at] && hash > hashes[at])) continue;
    seen[at] = total, hashes[at] = hash, values[at] = value.bits;
  }
  return values;
}

}  // namespace masudi::train
