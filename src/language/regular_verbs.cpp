// SPDX-License-Identifier: Apache-2.0
#include "language/regular_verbs.h"

#include <algorithm>
#include <array>

namespace masudi::language {
namespace {

using namespace std::string_view_literals;

bool is_vowel(std::string_view word, std::size_t at) {
  // The u of "quote" is none.
  if (word[at] == 'u' && at > 0 && word[at - 1] == 'q') return false;
  return "aeiouy"sv.find(word[at]) != std::string_view::npos && (word[at] != 'y' || at > 0);
}

int syllables(std::string_view word) {
  int groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i) groups += is_vowel(word, i) && (i == 0 || !is_vowel(word, i - 1));
  return groups;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view e) { return word.ends_with(e); });
}

enum class Last { as_it_is, lost_e, doubled, open };

// After two consonants: topple, urge, pulse and solve have lost an e, shell and mount nothing, plan is doubled.
Last after_consonant(std::string_view stem) {
  const char last = stem.back(), before = stem[stem.size() - 2];
  if (last == before) {
    if (stem.size() <= 3 || stem.ends_with("cott") || "sfz"sv.find(last) != std::string_view::npos)
      return Last::as_it_is;
    if (last == 'l') return syllables(stem) == 1 ? Last::as_it_is : Last::open;
    return Last::doubled;
  }
  if (ends_with_any(stem, {"ang", "ing", "ast"})) return Last::open;
  if (ends_with_any(stem, {"ung", "eng", "rg", "dg", "lg"})) return Last::lost_e;
  if (last == 'l') return "rw"sv.find(before) == std::string_view::npos ? Last::lost_e : Last::as_it_is;
  if ("cvsz"sv.find(last) != std::string_view::npos) return Last::lost_e;
  return Last::as_it_is;
}

// After one vowel: a word of one syllable has lost an e, else its consonant were doubled.
Last after_vowel(std::string_view stem) {
  if (ends_with_any(stem, {"us", "om", "ap", "op", "ip"}) && syllables(stem) > 1) return Last::open;
  if (syllables(stem) == 1) return Last::lost_e;
  const bool lost = ends_with_any(
      stem, {"ab", "ib", "ob", "ad",  "ced", "ud",   "af", "if",  "ag", "eg", "ak", "ok", "uk", "il", "ol",
             "ul", "um", "in", "ven", "pon", "phon", "ir", "lor", "ur", "as", "is", "os", "at", "ut"});
  return lost ? Last::lost_e : Last::open;
}

// How the verb ended before "ed" or "ing" was put to it.
Last last_of(std::string_view stem) {
  const std::size_t n = stem.size();
  const char last = stem.back();
  if (last == 'u' || last == 'v' || last == 'c') return Last::lost_e;
  if (is_vowel(stem, n - 1) || last == 'w' || last == 'x') return Last::as_it_is;
  if (stem.ends_with("th")) return is_vowel(stem, n - 3) ? Last::lost_e : Last::as_it_is;
  if (!is_vowel(stem, n - 2)) return after_consonant(stem);
  const bool two_vowels = n > 2 && is_vowel(stem, n - 3);
  if (!two_vowels) return after_vowel(stem);
  if (last == 's' || last == 'z' || ends_with_any(stem, {"creat", "iat", "uat", "eag", "iag"})) return Last::lost_e;
  const bool one_sound =
      ends_with_any(stem.substr(0, n - 1), {"ai", "au", "ea", "ee", "ei", "oa", "oi", "oo", "ou", "io"});
  return one_sound ? Last::as_it_is : Last::open;
}

std::optional<VerbEnding> without(std::string_view form, std::string_view suffix) {
  std::string_view stem = form;
  stem.remove_suffix(suffix.size());
  if (stem.size() < 3 || syllables(stem) == 0) return std::nullopt;
  if (suffix == "ed" && stem.back() == 'i') return VerbEnding{3, "y"};
  if (suffix == "ed" && stem.back() == 'e') return VerbEnding{1, ""};
  switch (last_of(stem)) {
    case Last::as_it_is: return VerbEnding{suffix.size(), ""};
    case Last::lost_e: return VerbEnding{suffix.size(), "e"};
    case Last::doubled: return VerbEnding{suffix.size() + 1, ""};
    default: return std::nullopt;
  }
}

std::optional<VerbEnding> without_s(std::string_view form) {
  if (form.size() < 4 || form.ends_with("ss") || form.ends_with("us")) return std::nullopt;
  if (form.ends_with("ies")) return form.size() > 4 ? std::optional(VerbEnding{3, "y"}) : std::nullopt;
  if (ends_with_any(form, {"sses", "xes", "zzes", "ches", "shes", "oes"})) return VerbEnding{2, ""};
  if (form.ends_with("ses") || form.ends_with("zes")) return std::nullopt;
  return VerbEnding{1, ""};
}

}  // namespace

std::optional<VerbEnding> regular_verb(std::string_view form, Xpos xpos) {
  if (!std::ranges::all_of(form, [](char c) { return c >= 'a' && c <= 'z'; })) return std::nullopt;
  if ((xpos == Xpos::vbd || xpos == Xpos::vbn) && form.ends_with("ed")) return without(form, "ed");
  if (xpos == Xpos::vbg && form.ends_with("ing")) return without(form, "ing");
  if (xpos != Xpos::vb && form.ends_with("s")) return without_s(form);
  return std::nullopt;
}

}  // namespace masudi::language
