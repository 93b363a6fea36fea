// SPDX-License-Identifier: Apache-2.0
#include "coding/place_surroundings.h"

#include <algorithm>

#include "base/hash.h"
#include "coding/place_words.h"

namespace masudi::coding {
namespace {

using KnownKind = knowledge::NameKind;

const Sentence& sentence_of(const Context& c, TokenIndex t) { return c.analysis.sentences[c.tree.sentence(t)]; }

std::uint64_t hash_of(std::string_view word) {
  std::string folded;
  knowledge::fold(word, folded);
  return hash_bytes(folded);
}

bool in_capitals(std::string_view form) {
  return std::ranges::none_of(form, [](char ch) { return ch >= 'a' && ch <= 'z'; });
}

bool names_role(const Context& c, TokenIndex t) {
  const NameMatch* match = c.names.at(t);
  return match != nullptr && c.names.meaning(*match, KnownKind::role) != nullptr;
}

}  // namespace

void lower_form(const Context& context, TokenIndex t, std::string& out) {
  out.assign(context.tree.form(t));
  for (char& ch : out) {
    if (ch >= 'A' && ch <= 'Z') ch = static_cast<char>(ch + 32);
  }
  if (out.size() > 1 && out.back() == '.') out.pop_back();
}

bool is_name_like(const Context& c, TokenIndex t) {
  return is_capitalised(c.tree.form(t)) && (c.tree.upos(t) == Upos::propn || c.tree.upos(t) == Upos::noun);
}

// Which tokens the names of the language step cover, and the family names among them.
void PlaceSurroundings::read(const Context& c) {
  name_of_.assign(c.tree.size(), 0);
  families_.clear();
  for (std::uint32_t i = 0; i < c.analysis.names.size(); ++i) {
    const Name& name = c.analysis.names[i];
    std::fill(name_of_.begin() + name.first, name_of_.begin() + name.last, i + 1);
    if (name.kind == NameKind::person && name.last - name.first >= 2 && !in_capitals(c.tree.form(name.last - 1))) {
      families_.push_back(hash_of(c.tree.form(name.last - 1)));
    }
  }
  std::sort(families_.begin(), families_.end());
}

const Name* PlaceSurroundings::name_at(const Context& c, TokenIndex t) const {
  return name_of_[t] == 0 ? nullptr : &c.analysis.names[name_of_[t] - 1];
}

bool PlaceSurroundings::safe(const Context& c, TokenIndex first, TokenIndex last, std::uint32_t hints) const {
  if ((hints & (kHintExact | kHintInside | kHintTown)) != 0) return true;
  if ((hints & kHintRegion) != 0 && (hints & kHintPreposition) != 0) return true;
  if ((hints & kHintPreposition) == 0 || first == sentence_of(c, first).first) return false;
  for (TokenIndex t = first; t < last; ++t) {
    if (c.tree.upos(t) != Upos::propn) return false;
  }
  const TokenIndex before = first - 1;
  const std::string_view word = c.tree.lemma(before);
  return (word == "in" || word == "near" || word == "outside") &&
         (last == sentence_of(c, first).last || !is_name_like(c, last));
}

bool PlaceSurroundings::of_a_person(const Context& c, TokenIndex first, TokenIndex last, bool large,
                                    std::uint32_t hints, std::span<const std::uint8_t> taken) const {
  const Sentence& s = sentence_of(c, first);
  const bool placed = (hints & (kHintRegion | kHintTown | kHintInside)) != 0 ||
                      (first > s.first && is_strict_place_preposition(c.tree.lemma(first - 1)));
  if (const Name* name = name_at(c, first); name != nullptr && name->kind == NameKind::person) {
    // "Texas Governor Rick Perry" may have been taken for a person as a whole.
    const bool before_office = large && name->first == first && last < s.last && names_role(c, last);
    if (name->first < first || (name->last > last && !before_office)) return true;
    if (!large && !placed) return true;
  }
  if (first > s.first && c.tree.upos(first - 1) == Upos::propn && is_capitalised(c.tree.form(first - 1))) {
    std::string word;
    lower_form(c, first - 1, word);
    if (!large && is_person_title(word)) return true;
    // "Recep Akdag", "Julia Peters": what stands before a small town's name is a word that tells of places, or it is no
    // town.
    if (!large && !taken[first - 1] && c.names.at(first - 1) == nullptr && !is_direction(word) &&
        !is_feature_word(word)) {
      return true;
    }
  }
  // "Denzel Washington", "Paris Hilton": parts of a name with parts that are no place.
  const TokenIndex head = c.tree.head(first);
  if (c.tree.relation(first) == Relation::flat && head != kNoToken && head < first && !taken[head] &&
      c.tree.upos(head) == Upos::propn && c.names.at(head) != c.names.at(first)) {
    return true;
  }
  if (!large && last < s.last && c.tree.relation(last) == Relation::flat && c.tree.head(last) >= first &&
      c.tree.head(last) < last && c.tree.upos(last) == Upos::propn && c.names.at(last) == nullptr) {
    return true;
  }
  // A family name that was read in full elsewhere.
  if (placed || last - first > 1 || families_.empty()) return false;
  return std::binary_search(families_.begin(), families_.end(), hash_of(c.tree.form(first)));
}

// `state`: a country or region, which has offices ("California Department of Health") where a town has schools and
// clubs.
bool PlaceSurroundings::of_a_body(const Context& c, TokenIndex first, TokenIndex last, bool state) const {
  const Sentence& s = sentence_of(c, first);
  const bool placed = first > s.first && is_strict_place_preposition(c.tree.lemma(first - 1));
  for (TokenIndex t : {first, last - 1}) {
    const Name* name = name_at(c, t);
    if (name == nullptr || name->kind != NameKind::organisation) continue;
    if (!placed && name->first < first && c.tree.upos(name->first) == Upos::propn) return true;
    // The longer name may also be "UK government": its core is a common noun.
    if (!state && name->last > last && c.tree.upos(name->last - 1) == Upos::propn) return true;
  }
  std::string word;
  if (last < s.last && is_capitalised(c.tree.form(last))) {
    lower_form(c, last, word);
    // "the US Energy Secretary", "the Texas Education Agency"
    const bool office = is_office_word(word) || (last + 1 < s.last && names_role(c, last + 1));
    if (is_body_word(word) && !(state && office)) return true;
    // "the Esperanza Fire": the name of something else.
    if (!state && c.tree.relation(last - 1) == Relation::compound && c.tree.head(last - 1) >= last &&
        c.tree.upos(last) == Upos::propn && !is_feature_word(word) && c.names.at(last) == nullptr) {
      return true;
    }
    // "Michigan State University"
    if (word == "state" && last + 1 < s.last) {
      lower_form(c, last + 1, word);
      if (word == "university" || word == "college") return true;
    }
  }
  // "University of Texas", "Archbishop of Canterbury".
  if (first >= s.first + 2 && c.tree.form(first - 1) == "of" && is_capitalised(c.tree.form(first - 2))) {
    lower_form(c, first - 2, word);
    if (is_body_word(word) || word == "archbishop" || word == "bishop" || word == "duke" || word == "earl") return true;
  }
  return false;
}

std::uint32_t PlaceSurroundings::hints(const Context& c, TokenIndex first, TokenIndex last) const {
  const Sentence& s = sentence_of(c, first);
  std::uint32_t hints = 0;
  std::string word;
  TokenIndex before = first;
  while (before > s.first) {
    lower_form(c, before - 1, word);
    if (word != "the" && !is_direction(word)) break;
    --before;
  }
  if (before > s.first) {
    if (is_place_preposition(word)) hints |= kHintPreposition;
    TokenIndex kind = before - 1;
    if (word == "of" && kind > s.first) lower_form(c, --kind, word);
    if (is_town_word(word)) hints |= kHintTown | kHintPreposition;
    if (is_region_word(word) && kind + 1 < before) hints |= kHintRegion | kHintPreposition;
  }
  if (last < s.last) {
    lower_form(c, last, word);
    if (is_region_word(word)) hints |= kHintRegion;
    if (is_town_word(word) && word != "capital") hints |= kHintTown;
    if ((c.tree.form(last) == "," || c.tree.form(last) == "(") && last + 1 < s.last) {
      const NameMatch* next = c.names.at(last + 1);
      if (next != nullptr && next->first == last + 1 &&
          (c.names.meaning(*next, KnownKind::country) != nullptr ||
           c.names.meaning(*next, KnownKind::place) != nullptr)) {
        hints |= kHintInside;
      }
    }
  }
  for (TokenIndex t = first; t < last; ++t) {
    const Name* name = name_at(c, t);
    if (name != nullptr && name->kind == NameKind::place && name->first <= first && name->last >= last) {
      hints |= kHintTagged;
      if (name->last == last && (name->first == first || !is_capitalised(c.tree.form(name->first))))
        hints |= kHintExact;
    }
  }
  const std::string_view form = c.tree.form(first);
  if (form.size() > 3 && in_capitals(form)) hints |= kHintCapitals;
  return hints;
}

}  // namespace masudi::coding
