// SPDX-License-Identifier: Apache-2.0
#include "coding/names.h"

#include <algorithm>

#include "base/hash.h"

namespace masudi::coding {
namespace {

using knowledge::Atom;
using knowledge::NameRef;

// A phrase longer than this is no name; keeps the search linear whatever the knowledge holds.
constexpr std::uint32_t kMaxAtoms = 16;

bool is_lower_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; });
}

bool is_upper_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What may stand between the words of one name besides blanks. Commas only where the name itself has them.
enum class Gap { none, comma, barrier };

Gap gap_of(std::string_view form) {
  if (form == "," || form == "(" || form == ")") return Gap::comma;
  if (form.size() == 1 && std::string_view(";:!?\"[]|*").find(form[0]) != std::string_view::npos) return Gap::barrier;
  if (form == "“" || form == "”" || form == "—" || form == "–" || form == "...") return Gap::barrier;
  return Gap::none;
}

std::uint64_t key(const NameRef& ref) { return (static_cast<std::uint64_t>(ref.kind) << 32) | ref.id; }

}  // namespace

void Names::find(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text) {
  const std::uint32_t n = analysis.tokens.size();
  atoms_.clear();
  atom_begin_.resize(n + 1);
  for (TokenIndex t = 0; t < n; ++t) {
    atom_begin_[t] = static_cast<std::uint32_t>(atoms_.size());
    knowledge::append_atoms(analysis.tokens.span[t].in(text), atoms_);
    if (atom_begin_[t] < atoms_.size()) knowledge.expect_name(knowledge::extend(kHashSeed, atoms_[atom_begin_[t]]));
  }
  atom_begin_[n] = static_cast<std::uint32_t>(atoms_.size());

  full_.clear();
  no_name_.assign(n, 0);
  risky_seen_ = false;
  scan(knowledge, analysis, text, false);
  if (!risky_seen_) return;
  for (const NameRef& ref : refs_) full_.push_back(key(ref));
  countries_.clear();
  for (const NameRef& ref : refs_) {
    if (ref.kind <= knowledge::NameKind::seat) countries_.push_back(knowledge.text(knowledge.countries()[ref.id].code));
  }
  std::sort(countries_.begin(), countries_.end());
  std::sort(full_.begin(), full_.end());
  full_.erase(std::unique(full_.begin(), full_.end()), full_.end());
  scan(knowledge, analysis, text, true);
}

void Names::scan(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text,
                 bool allow_risky) {
  matches_.clear();
  refs_.clear();
  covering_.assign(analysis.tokens.size(), 0);
  for (const Sentence& sentence : analysis.sentences) {
    for (TokenIndex t = sentence.first; t < sentence.last;) {
      if (!match(knowledge, analysis, text, sentence, t, allow_risky)) {
        ++t;
        continue;
      }
      if (analysis.tokens.span[t].in(text) == "the" || analysis.tokens.span[t].in(text) == "The") {
        prefer_longer(knowledge, analysis, text, sentence, allow_risky);
      }
      const NameMatch& found = matches_.back();
      const auto mark = static_cast<std::uint32_t>(matches_.size());
      std::fill(covering_.begin() + found.first, covering_.begin() + found.last, mark);
      t = found.last;
    }
  }
}

// "the Gulf of Guinea" is not "the Gulf": a longer name that begins behind the article goes before the last match.
void Names::prefer_longer(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text,
                          const Sentence& sentence, bool allow_risky) {
  const NameMatch with_article = matches_.back();
  const auto refs = refs_.size();
  if (with_article.first + 1 >= sentence.last) return;
  if (!match(knowledge, analysis, text, sentence, with_article.first + 1, allow_risky)) return;
  if (matches_.back().last > with_article.last) {
    matches_.erase(matches_.end() - 2);
  } else {
    matches_.pop_back();
    refs_.resize(refs);
  }
}

bool Names::match(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text,
                  const Sentence& sentence, TokenIndex first, bool allow_risky) {
  if (atom_begin_[first] == atom_begin_[first + 1] || no_name_[first] != 0) return false;
  // "US$5 million" is money.
  if (const std::size_t end = analysis.tokens.span[first].end; end < text.size() && text[end] == '$') return false;
  // "THE WAR IS OVER": the verb is not the Islamic State.
  const bool auxiliary = analysis.tokens.upos[first] == Upos::aux;
  candidates_.clear();
  std::uint64_t hash = kHashSeed;
  bool comma = false;
  for (TokenIndex t = first; t < sentence.last; ++t) {
    if (atom_begin_[t] == atom_begin_[t + 1]) {
      const Gap gap = gap_of(analysis.tokens.span[t].in(text));
      if (gap == Gap::barrier) break;
      comma |= gap == Gap::comma;
      continue;
    }
    if (atom_begin_[t + 1] - atom_begin_[first] > kMaxAtoms) break;
    std::optional<knowledge::PhraseHit> hit;
    bool goes_on = true;
    for (std::uint32_t a = atom_begin_[t]; a < atom_begin_[t + 1] && goes_on; ++a) {
      hash = knowledge::extend(hash, atoms_[a]);
      hit = knowledge.find_name(hash);
      goes_on = hit && (hit->goes_on || a + 1 == atom_begin_[t + 1]);
    }
    if (!hit || !goes_on) break;
    if (hit->refs.count > 0) candidates_.push_back({t + 1, hit->refs, comma});
    if (!hit->goes_on) break;
  }
  no_name_[first] = candidates_.empty() ? 1 : 0;
  for (std::size_t i = candidates_.size(); i-- > 0;) {
    const Candidate& c = candidates_[i];
    if (auxiliary && c.last == first + 1) continue;
    const std::string_view written = cover(analysis.tokens.span[first], analysis.tokens.span[c.last - 1]).in(text);
    const auto begin = static_cast<std::uint32_t>(refs_.size());
    // Of places there may be hundreds of one name, all written alike: looked at once.
    const knowledge::StringRef* checked = nullptr;
    bool fit = false;
    for (const NameRef& ref : knowledge.names(c.refs)) {
      if (checked == nullptr || checked->offset != ref.written.offset) {
        fit = fits(knowledge.text(ref.written), written, atoms(first, c.last), c.comma);
        checked = &ref.written;
      }
      if (!fit) continue;
      if (ref.risky != 0) {
        risky_seen_ = true;
        if (!allow_risky || !supported(knowledge, ref)) continue;
      }
      refs_.push_back(ref);
    }
    const auto count = static_cast<std::uint32_t>(refs_.size()) - begin;
    if (count == 0) continue;
    matches_.push_back({first, c.last, begin, count});
    return true;
  }
  return false;
}

// A risky name counts where the full name stands in the document; an acronym also where its country does.
bool Names::supported(const knowledge::Knowledge& knowledge, const NameRef& ref) const {
  if (std::binary_search(full_.begin(), full_.end(), key(ref))) return true;
  const std::string_view name = knowledge.text(ref.written);
  if (ref.kind != knowledge::NameKind::entity || name.size() < 3 || !is_upper_ascii(name)) return false;
  const std::string_view code = knowledge.text(knowledge.entities()[ref.id].code);
  return std::binary_search(countries_.begin(), countries_.end(), code);
}

// Whether a name whose letters are those of the text is also written as the text is.
bool Names::fits(std::string_view name, std::string_view written, std::span<const Atom> text, bool comma) {
  if (comma && name.find_first_of(",(") == std::string_view::npos) return false;
  if (name == written) return true;
  if (is_lower_ascii(name)) return true;
  name_atoms_.clear();
  knowledge::append_atoms(name, name_atoms_);
  if (name_atoms_.size() != text.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!knowledge::case_fits(name_atoms_[i].letters, text[i].letters)) return false;
  }
  return true;
}

const NameRef* Names::meaning(const NameMatch& match, knowledge::NameKind kind) const {
  for (const NameRef& ref : refs(match)) {
    if (ref.kind == kind) return &ref;
  }
  return nullptr;
}

}  // namespace masudi::coding
