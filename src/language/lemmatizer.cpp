// SPDX-License-Identifier: Apache-2.0
#include "language/lemmatizer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/utf8.h"
#include "language/irregular_verbs.h"
#include "language/regular_verbs.h"
#include "language/section_reader.h"

namespace masudi::language {
namespace {

// The table is larger than the nearer caches: slots are asked for this many words ahead.
constexpr TokenIndex kAhead = 6;

// Two capitals at the beginning: written in capitals, as far as a neighbour cares.
bool looks_shouted(std::string_view form) {
  return form.size() > 1 && form[0] >= 'A' && form[0] <= 'Z' && form[1] >= 'A' && form[1] <= 'Z';
}

// 1,200 → 1200; empty for anything else.
std::string_view without_commas(std::string_view form, TextArena& strings) {
  if (form.empty() || form.size() > kLongestForm || form.find(',') == std::string_view::npos) return {};
  const auto fits = [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; };
  if (!std::ranges::all_of(form, fits) || form.front() == ',') return {};
  char* to = strings.reserve(form.size());
  return {to, static_cast<std::size_t>(std::ranges::remove_copy(form, to, ',').out - to)};
}

// Whether a 's or a 'd before `next` is one of "have", by what follows where no tree tells.
bool is_have(const Tokens& t, TokenIndex i) {
  if (i < t.head.size() && i < t.relation.size()) {
    const TokenIndex head = t.head[i];
    return t.relation[i] == Relation::aux && head < t.xpos.size() && t.xpos[head] == Xpos::vbn;
  }
  return false;
}

bool is_short_verb(std::string_view form, Upos upos, Xpos xpos) {
  return upos == Upos::aux && xpos == Xpos::vbz && (form == "'s" || form == "’s" || form == "s" || form == "'S");
}

}  // namespace

Result<Lemmatizer> Lemmatizer::over(std::span<const std::byte> section) {
  SectionReader reader(section);
  const auto header = reader.value<LemmaHeader>();
  if (!reader.ok() || header.format != kLemmaFormat) {
    return fail("was trained for a lemmatizer of another version; train it again with make train");
  }
  Lemmatizer out;
  out.endings_ = reader.array<Ending>(header.endings, 64);
  const auto slots = reader.array<LemmaSlot>(header.slots, 64);
  const auto strings = reader.array<char>(header.string_bytes, 64);
  const auto outside = [&](const Ending& e) { return e.text > strings.size() || e.size > strings.size() - e.text; };
  if (!reader.ok() || !std::has_single_bit(header.slots) || std::ranges::any_of(out.endings_, outside)) {
    return fail("has a broken section \"lemmas\"; train it again with make train");
  }
  out.table_ = LemmaTable(slots);
  out.strings_ = {strings.data(), strings.size()};
  return out;
}

void Lemmatizer::lemmatize(std::string_view text, Analysis& out) const {
  Tokens& t = out.tokens;
  const TokenIndex n = t.size();
  t.lemma.resize(n);
  bool before = false;
  bool here = n > 0 && looks_shouted(t.span[0].in(text));
  for (TokenIndex i = 0; i < n; ++i) {
    if (i + kAhead < n) table_.expect(lemma_key::exact(t.span[i + kAhead].in(text), t.xpos[i + kAhead]));
    const std::string_view form = t.span[i].in(text);
    const bool next = i + 1 < n && looks_shouted(t.span[i + 1].in(text));
    if (is_short_verb(form, t.upos[i], t.xpos[i]) && is_have(t, i)) {
      t.lemma[i] = "have";
    } else {
      t.lemma[i] = lemma(form, here && (before || next), t.upos[i], t.xpos[i], out.strings);
    }
    before = here;
    here = next;
  }
}

std::string_view Lemmatizer::lemma(std::string_view form, bool shouted, Upos upos, Xpos xpos,
                                   TextArena& strings) const {
  if (form.size() > kLongestForm) return strings.keep(form);
  if (xpos == Xpos::cd) {
    if (const auto number = without_commas(form, strings); !number.empty()) return number;
  }
  const LemmaSlot* seen = table_.find(lemma_key::exact(form, xpos));
  if (seen != nullptr && !shouted) return build(form, {ending(seen->ending), seen->change}, strings);
  if (upos == Upos::verb && xpos != Xpos::vb) {
    if (const auto verb = verb_by_rule(form, xpos, strings); !verb.empty()) return verb;
  }
  return build(form, choose(form, shouted, seen, upos, xpos), strings);
}

std::string_view Lemmatizer::verb_by_rule(std::string_view form, Xpos xpos, TextArena& strings) const {
  std::array<char, kLongestForm> small;
  const std::string_view lower(small.data(), write_lower(form, small.data()));
  if (const std::string_view verb = irregular_verb(lower); !verb.empty()) return verb;
  if (table_.find(lemma_key::form(lower, Upos::verb)) != nullptr) return {};
  const auto ending = regular_verb(lower, xpos);
  if (!ending) return {};
  const std::string_view stem = lower.substr(0, lower.size() - ending->cut);
  char* to = strings.reserve(stem.size() + ending->tail.size());
  std::memcpy(to, stem.data(), stem.size());
  std::memcpy(to + stem.size(), ending->tail.data(), ending->tail.size());
  return {to, stem.size() + ending->tail.size()};
}

Lemmatizer::Choice Lemmatizer::choose(std::string_view form, bool shouted, const LemmaSlot* seen, Upos upos,
                                      Xpos xpos) const {
  std::array<char, kLongestForm> small;
  const std::string_view lower(small.data(), write_lower(form, small.data()));
  const FormShape shape = shape_of(form, shouted);
  Choice choice{nullptr, CaseChange::keep};
  const LemmaSlot* known = seen != nullptr ? seen : table_.find(lemma_key::form(lower, upos));
  choice.ending = known != nullptr ? ending(known->ending) : ending_by_suffix(lower, xpos);
  const LemmaSlot* how = table_.find(lemma_key::form_case(lower, shape, upos));
  if (how == nullptr && shape != FormShape::lower) how = table_.find(lemma_key::shape_case(shape, xpos));
  if (how != nullptr) choice.change = how->change;
  return choice;
}

const Ending* Lemmatizer::ending_by_suffix(std::string_view lower, Xpos xpos) const {
  std::array<std::uint64_t, kLongestSuffix + 1> hashes{kHashSeed};
  const std::size_t longest = std::min(lower.size(), kLongestSuffix);
  for (std::size_t i = 0; i < longest; ++i)
    hashes[i + 1] = lemma_key::step_back(hashes[i], lower[lower.size() - 1 - i]);
  for (std::size_t size = longest + 1; size-- > 0;) {
    const LemmaSlot* slot = table_.find(lemma_key::suffix(hashes[size], size, xpos));
    if (slot != nullptr) return ending(slot->ending);
  }
  return nullptr;
}

std::string_view Lemmatizer::build(std::string_view form, Choice choice, TextArena& strings) const {
  // What the ending cuts off is whole letters: "€" tagged as a verb loses none of its bytes.
  if (choice.ending != nullptr && choice.ending->cut < form.size() &&
      utf8::is_continuation(form[form.size() - choice.ending->cut])) {
    choice.ending = nullptr;
  }
  const std::string_view tail =
      choice.ending == nullptr ? "" : strings_.substr(choice.ending->text, choice.ending->size);
  char* to = strings.reserve(form.size() + tail.size());
  std::size_t size = 0;
  switch (choice.change) {
    case CaseChange::lower: size = write_lower(form, to); break;
    case CaseChange::title: size = write_title(form, to); break;
    case CaseChange::upper: size = write_upper(form, to); break;
    default: std::memcpy(to, form.data(), size = form.size()); break;
  }
  if (choice.ending != nullptr) size -= std::min<std::size_t>(size, choice.ending->cut);
  if (!tail.empty()) std::memcpy(to + size, tail.data(), tail.size());
  size += tail.size();
  return size == 0 ? strings.keep(form) : std::string_view(to, size);
}

}  // namespace masudi::language
