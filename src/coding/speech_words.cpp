// SPDX-License-Identifier: Apache-2.0
#include "coding/speech_words.h"

#include <algorithm>
#include <array>

namespace masudi::coding {
namespace {

// Sorted, all of them.
constexpr auto kTellOf = std::to_array<std::string_view>({
    "acknowledge", "admit",  "allege",   "announce", "claim",    "confess", "confirm", "corroborate", "deny",
    "describe",    "detail", "disclose", "document", "estimate", "expose",  "mention", "recall",      "recount",
    "report",      "reveal", "show",     "suspect",  "uncover",  "verify",  "witness",
});
static_assert(std::is_sorted(kTellOf.begin(), kTellOf.end()));

constexpr auto kUtter = std::to_array<std::string_view>({
    "acknowledge", "add",     "admit",   "allege",   "announce",  "answer",   "argue",   "assert",
    "caution",     "claim",   "comment", "conclude", "confirm",   "continue", "counter", "declare",
    "elaborate",   "exclaim", "explain", "insist",   "joke",      "lament",   "note",    "observe",
    "post",        "quip",    "read",    "recall",   "reiterate", "remark",   "repeat",  "reply",
    "report",      "respond", "retort",  "reveal",   "say",       "share",    "state",   "stress",
    "suggest",     "tell",    "testify", "tweet",    "warn",      "write",
});
static_assert(std::is_sorted(kUtter.begin(), kUtter.end()));

constexpr auto kBeside = std::to_array<std::string_view>(
    {"after", "amid", "as", "before", "during", "follow", "following", "since", "when", "while"});
static_assert(std::is_sorted(kBeside.begin(), kBeside.end()));

constexpr auto kDeniable = std::to_array<std::string_view>(
    {"accusation", "allegation", "charge", "claim", "report", "request", "rumor", "rumour", "statement"});
static_assert(std::is_sorted(kDeniable.begin(), kDeniable.end()));

template <std::size_t N>
bool has(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool is_unsaid_at(const Tree& tree, TokenIndex verb, int depth) {
  if (depth > 5) return false;
  for (TokenIndex c : tree.children(verb)) {
    const std::string_view l = tree.lemma(c);
    if (l == "not" || l == "never" || l == "n't") return true;
    if (tree.relation(c) == Relation::aux && tree.xpos(c) == Xpos::md && l != "will") return true;
  }
  if (tree.relation(verb) == Relation::xcomp && tree.head(verb) != kNoToken) {
    const std::string_view l = tree.lemma(tree.head(verb));
    return l == "refuse" || l == "decline" || l == "fail";
  }
  if (tree.relation(verb) == Relation::conj && tree.xpos(verb) == Xpos::vb && tree.head(verb) != kNoToken)
    return is_unsaid_at(tree, tree.head(verb), depth + 1);
  return false;
}

}  // namespace

bool tells_of(std::string_view verb) { return has(kTellOf, verb); }
bool utters(std::string_view verb) { return has(kUtter, verb); }
bool stands_beside(std::string_view preposition) { return has(kBeside, preposition); }
bool is_deniable(std::string_view noun) { return has(kDeniable, noun); }

bool is_unsaid(const Tree& tree, TokenIndex verb) { return is_unsaid_at(tree, verb, 0); }

bool is_self(const Tree& tree, TokenIndex speaker) {
  if (const TokenIndex det = tree.child(speaker, Relation::det); det != kNoToken && tree.lemma(det) == "no")
    return true;
  const std::string_view l = tree.lemma(speaker);
  return l == "I" || l == "i" || l == "we" || l == "We" || l == "you" || l == "there" ||
         tree.relation(speaker) == Relation::expl;
}

}  // namespace masudi::coding
