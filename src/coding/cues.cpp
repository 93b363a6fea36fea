// SPDX-License-Identifier: Apache-2.0
#include "coding/cues.h"

#include <algorithm>

#include "base/hash.h"

namespace masudi::coding {
namespace {

using knowledge::CueKind;

constexpr std::size_t kLongest = 24;  // bytes of a first word

// Hash of the word in lower case (ASCII); 0 for words too long to be a cue.
std::uint64_t low_hash(std::string_view word) {
  if (word.size() > kLongest) return 0;
  std::uint64_t h = kHashSeed;
  for (char c : word) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    h = hash_bytes({&low, 1}, h);
  }
  return h;
}

bool same_low(std::string_view text, std::string_view low) {
  if (text.size() != low.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + ('a' - 'A')) : text[i];
    if (c != low[i]) return false;
  }
  return true;
}

bool fits(const Tree& tree, TokenIndex t, CueKind kind) {
  switch (kind) {
    case CueKind::verb: return tree.upos(t) == Upos::verb;
    case CueKind::noun: return tree.upos(t) == Upos::noun;
    case CueKind::adverb: return tree.upos(t) == Upos::adv;
    case CueKind::preposition: return tree.upos(t) != Upos::noun && tree.upos(t) != Upos::propn;
  }
  return false;
}

}  // namespace

Cues::Cues(const knowledge::Knowledge& knowledge) {
  for (const knowledge::CueRecord& record : knowledge.cues()) {
    const std::string_view all = knowledge.text(record.cue);
    const std::size_t blank = std::min(all.find(' '), all.size());
    entries_.push_back(
        {low_hash(all.substr(0, blank)), all.substr(std::min(blank + 1, all.size())), record.kind, record.speaker});
  }
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.rest.size() > b.rest.size();  // longest first
  });
  std::size_t size = 16;
  while (size < entries_.size() * 2) size *= 2;
  slots_.assign(size, 0);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    if (i > 0 && entries_[i].hash == entries_[i - 1].hash) continue;
    std::size_t at = entries_[i].hash & (size - 1);
    while (slots_[at] != 0) at = (at + 1) & (size - 1);
    slots_[at] = i + 1;
  }
}

void Cues::add(const Tree& tree, TokenIndex t, TokenIndex end, std::uint64_t hash, bool by_lemma,
               std::vector<CueMatch>& out) const {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at] != 0 && entries_[slots_[at] - 1].hash != hash) at = (at + 1) & (slots_.size() - 1);
  if (slots_[at] == 0) return;
  bool taken[4] = {};
  for (std::size_t i = slots_[at] - 1; i < entries_.size() && entries_[i].hash == hash; ++i) {
    const Entry& e = entries_[i];
    const bool lemmas = e.kind == CueKind::verb || e.kind == CueKind::noun;
    if (lemmas != by_lemma || taken[static_cast<int>(e.kind)] || !fits(tree, t, e.kind)) continue;
    TokenIndex last = t + 1;
    std::string_view rest = e.rest;
    bool matches = true;
    while (!rest.empty() && matches) {
      const std::size_t blank = std::min(rest.find(' '), rest.size());
      matches = last < end && same_low(tree.form(last), rest.substr(0, blank));
      ++last;
      rest = rest.substr(std::min(blank + 1, rest.size()));
    }
    if (!matches) continue;
    taken[static_cast<int>(e.kind)] = true;
    out.push_back({t, last, e.kind, e.speaker});
  }
}

bool Cues::is_verb_of_saying(std::string_view lemma) const {
  const std::uint64_t hash = low_hash(lemma);
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at] != 0 && entries_[slots_[at] - 1].hash != hash) at = (at + 1) & (slots_.size() - 1);
  if (hash == 0 || slots_[at] == 0) return false;
  for (std::size_t i = slots_[at] - 1; i < entries_.size() && entries_[i].hash == hash; ++i) {
    const Entry& e = entries_[i];
    if (e.kind == CueKind::verb && e.speaker == knowledge::SpeakerSlot::subject && e.rest.empty()) return true;
  }
  return false;
}

void Cues::at(const Tree& tree, TokenIndex t, TokenIndex end, std::vector<CueMatch>& out) const {
  switch (tree.upos(t)) {
    case Upos::punct:
    case Upos::det:
    case Upos::pron:
    case Upos::cconj:
    case Upos::part:
    case Upos::num:
    case Upos::propn: return;
    case Upos::verb:
    case Upos::noun:
      if (const std::uint64_t h = low_hash(tree.lemma(t)); h != 0) add(tree, t, end, h, true, out);
      [[fallthrough]];
    default:
      if (const std::uint64_t h = low_hash(tree.form(t)); h != 0) add(tree, t, end, h, false, out);
  }
}

}  // namespace masudi::coding
