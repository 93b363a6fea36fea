// SPDX-License-Identifier: Apache-2.0
#include "language/initials.h"

#include <algorithm>
#include <array>

#include "language/characters.h"

namespace masudi::language {
namespace {

constexpr std::size_t kMostInitials = 4;
constexpr std::size_t kLongestOpener = 16;  // letters

constexpr std::uint32_t kI = spelling_hash("i");  // more often "World War I." than a name

template <std::size_t n>
constexpr std::array<std::uint32_t, n> sorted_hashes(const std::string_view (&words)[n]) {
  std::array<std::uint32_t, n> out{};
  std::ranges::transform(words, out.begin(), spelling_hash);
  std::ranges::sort(out);
  return out;
}

// Words that sentences begin with and names do not.
constexpr auto kOpeners = sorted_hashes(
    {"the",       "a",        "an",      "this",    "that",      "these",     "those",  "there",   "here",     "he",
     "she",       "it",       "they",    "we",      "you",       "his",       "her",    "its",     "their",    "our",
     "my",        "your",     "in",      "on",      "at",        "by",        "for",    "from",    "with",     "to",
     "of",        "as",       "after",   "before",  "during",    "since",     "until",  "under",   "over",     "into",
     "about",     "against",  "despite", "without", "among",     "between",   "along",  "but",     "and",      "or",
     "so",        "yet",      "nor",     "if",      "when",      "while",     "where",  "because", "although", "though",
     "once",      "unless",   "whether", "who",     "what",      "why",       "how",    "which",   "not",      "no",
     "yes",       "all",      "some",    "many",    "most",      "several",   "few",    "both",    "each",     "every",
     "another",   "other",    "one",     "two",     "three",     "however",   "also",   "then",    "now",      "today",
     "yesterday", "tomorrow", "later",   "earlier", "meanwhile", "according", "still",  "only",    "even",     "just",
     "is",        "are",      "was",     "were",    "has",       "have",      "had",    "do",      "does",     "did",
     "will",      "would",    "could",   "should",  "can",       "may",       "please", "thanks",  "officials"});

bool is_initial(std::span<const Atom> atoms, std::size_t at) {
  return atoms[at].kind == kind::kUpper1 && atoms[at + 1].kind == '.' && atoms[at + 1].repeats == 1;
}

// The first word of the text is a name or an initial.
bool begins_with_name(std::string_view after) {
  const std::size_t at = std::min(after.find_first_not_of(" \n"), after.size());
  if (at == 0 || at == after.size() || std::ranges::count(after.substr(0, at), '\n') > 1) return false;
  if (char_at(after, at).kind != CharClass::upper) return false;
  std::size_t end = at, letters = 0;
  for (; end < after.size() && letters < kLongestOpener; ++letters) {
    const Char c = char_at(after, end);
    if (!is_letter(c.kind)) break;
    end += c.size;
  }
  if (letters == 1) return end < after.size() && after[end] == '.';
  return !std::ranges::binary_search(kOpeners, spelling_hash(after.substr(at, end - at)));
}

}  // namespace

bool are_initials(std::span<const Atom> atoms, std::string_view after, bool after_name) {
  if (atoms.size() % 2 != 0 || atoms.size() > 2 * kMostInitials) return false;
  for (std::size_t i = 0; i < atoms.size(); i += 2) {
    if (!is_initial(atoms, i)) return false;
  }
  if (atoms.size() == 2 && (!after_name || atoms[0].hash == kI)) return false;
  return begins_with_name(after);
}

}  // namespace masudi::language
